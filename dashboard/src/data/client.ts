import { language } from '../messages/language.js';
import { Failure, failureOf } from './failure.js';

/** Query parameters; undefined and empty ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The address of an API resource, also for links that download. */
export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `/api/${path}?${text}` : `/api/${path}`;
}

/** Sends a request in the reader's language, in which reasons are told. */
async function send(address: string, init: RequestInit): Promise<Response> {
  const headers = { 'accept-language': language.value, ...init.headers };
  const response = await fetch(address, { ...init, headers }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Failure(0, cause instanceof Error ? cause.message : String(cause));
  });
  if (!response.ok) throw await failureOf(response);
  return response;
}

/** Reads a JSON resource. Throws a Failure for any answer but a success. */
export async function read<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  const response = await send(addressOf(path, query), {
    headers: { accept: 'application/json' },
    signal: signal ?? null,
  });
  return response.json();
}

/** Reads a resource in the form of a file. Throws a Failure. */
export async function readFile(path: string, query: Query, type: string): Promise<Blob> {
  const response = await send(addressOf(path, query), { headers: { accept: type } });
  return response.blob();
}

/** Sends JSON and reads the answer; undefined where it has no content. Throws a Failure. */
export async function write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) {
  const response = await send(addressOf(path), {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Sends a file as it is and reads the JSON answer. Throws a Failure. */
export async function sendFile<T>(path: string, query: Query, file: Blob, type: string) {
  const response = await send(addressOf(path, query), {
    method: 'POST',
    headers: { 'content-type': type },
    body: file,
  });
  return (await response.json()) as T;
}
