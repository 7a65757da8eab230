import type { LocationQuery } from 'vue-router';

/** One parameter of the address; undefined where it is missing or empty. */
export function textOf(query: LocationQuery, name: string): string | undefined {
  const value = query[name];
  const text = Array.isArray(value) ? value[0] : value;
  return text ? text : undefined;
}

/** A parameter that must be one of the given words; undefined otherwise. */
export function wordOf<W extends string>(query: LocationQuery, name: string, words: readonly W[]) {
  return words.find((word) => word === textOf(query, name));
}

/** A list parameter (`a,b`): those of the given words that it names, in the words' order. */
export function wordsOf<W extends string>(query: LocationQuery, name: string, words: readonly W[]) {
  const named = textOf(query, name)?.split(',') ?? [];
  return words.filter((word) => named.includes(word));
}

/** A finite number; undefined otherwise. */
export function numberOf(query: LocationQuery, name: string): number | undefined {
  const text = textOf(query, name);
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? value : undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar date `YYYY-MM-DD`; undefined for anything else. */
export function dateTextOf(query: LocationQuery, name: string): string | undefined {
  const text = textOf(query, name);
  if (!text || !DATE.test(text)) return undefined;
  // Days that a month does not have (30 February) would be read as days of the next.
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}

/** Reads one parameter: undefined where it is missing, empty, or nothing that can be meant by it. */
type Reader = (query: LocationQuery, name: string) => unknown;

/** The parameters that an address may have, and how each is read. */
export type Readers = Readonly<Record<string, Reader>>;

/** What the given parameters say. */
export function readAll<R extends Readers>(query: LocationQuery, readers: R) {
  const read = Object.entries(readers).map(([name, reader]) => [name, reader(query, name)]);
  return Object.fromEntries(read) as { readonly [N in keyof R]: ReturnType<R[N]> };
}

/** How a parameter is read that must be one of the given words. */
export const oneOf =
  <W extends string>(words: readonly W[]) =>
  (query: LocationQuery, name: string) =>
    wordOf(query, name, words);

/** How a list parameter is read all of whose words must be among the given ones. */
export const someOf =
  <W extends string>(words: readonly W[]) =>
  (query: LocationQuery, name: string) => {
    const known = wordsOf(query, name, words);
    return known.length === textOf(query, name)?.split(',').length ? known : undefined;
  };

/** One parameter of an address that cannot be used. */
export interface Mistake {
  readonly name: string;
  readonly text: string;
}

/** What of an address cannot be used: parameters that nothing reads, or that say nothing to their reader. */
export function mistakesOf(query: LocationQuery, readers: Readers): readonly Mistake[] {
  return Object.keys(query).flatMap((name) => {
    const text = textOf(query, name);
    // What comes after a dot names a part of the parameter: `given.staff_no`.
    const reader = readers[name.split('.')[0] ?? name];
    return text === undefined || reader?.(query, name) !== undefined ? [] : [{ name, text }];
  });
}
