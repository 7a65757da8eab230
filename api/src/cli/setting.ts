import { type Command, InvalidArgumentError } from 'commander';
import { Client } from './client.js';
import { Ended, exit } from './exit.js';
import { type Output, output } from './output.js';

/** What every command works with. */
export interface Setting {
  readonly client: Client;
  readonly out: Output;
}

/** The server and the output that a command's options and the environment ask for. */
export function settingOf(command: Command): Setting {
  const { json = false } = command.optsWithGlobals<{ json?: boolean }>();
  const url = process.env.PROBITY_URL || 'http://127.0.0.1:3000';
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new Ended(`PROBITY_URL is not an address (http://...): ${url}`, exit.usage);
  }
  return { client: new Client(url, process.env.PROBITY_TOKEN || undefined), out: output(json) };
}

/** Reads an option as a calendar date. */
export function date(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('Give a calendar date as YYYY-MM-DD.');
}

/** Reads an option as a whole number of at least 1. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number of at least 1.');
}
