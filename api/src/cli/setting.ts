import { type Command, InvalidArgumentError } from 'commander';
import { Client } from './client.js';
import { Ended, exit } from './exit.js';
import { localToken } from './local-token.js';
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
  const token = process.env.PROBITY_TOKEN || localToken(url);
  return { client: new Client(url, token), out: output(json) };
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

/** For an option that may be repeated: the values so far, and one more. */
export const collected = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];
