import type { Evidence } from '../evidence/evidence.js';
import { packTexts } from '../evidence/texts.js';
import type { Day } from '../fields/day.js';
import type { Obligation } from '../source.js';
import type { Origin } from './origin.js';

const noRows = packTexts([]);

/** What the office has taken on about a cadre (by index) by the day, with the source of the record that it is about. */
export function undertakenObligations(
  { undertakings }: Evidence,
  cadre: number,
  day: Day,
): { readonly obligation: Obligation; readonly origin: Origin }[] {
  return (undertakings?.get(cadre) ?? [])
    .filter(({ agreedOn }) => agreedOn <= day)
    .map(({ kind, source, ref, dueOn, closedOn }) => ({
      obligation: { kind, owedBy: 'office', row: -1, period: ref, dueOn, closedOn },
      origin: { key: source, refs: noRows },
    }));
}
