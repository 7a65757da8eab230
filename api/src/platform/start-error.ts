import { ConfigError } from './config.js';
import { HalfRestored } from './database/half-restored.js';
import { PortTaken } from './http/free-port.js';

/** Throws a ConfigError where the program runs by a Node that lacks what it needs. */
export function demandNode(script: string): void {
  // The first thing that Node 20 lacks; npm's scripts run the Node that came with the packages.
  if (typeof Map.groupBy !== 'function') {
    throw new ConfigError(
      `Node ${process.versions.node} is too old for this program by itself: start it by "npm ${script}", or with node_modules/.bin/node.`,
    );
  }
}

/** What whoever started the program is told of why it ends: what to do where that is known, else everything. */
export function said(error: unknown): string {
  if (error instanceof ConfigError) return `Bad settings:\n${error.message}`;
  if (error instanceof PortTaken || error instanceof HalfRestored) return error.message;
  return String((error instanceof Error && error.stack) || error);
}
