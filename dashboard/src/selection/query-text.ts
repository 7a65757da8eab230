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
