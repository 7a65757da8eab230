import type { NamedField } from '../kinds/kind-catalog.js';
import type { RowNotes } from './row-notes.js';

/** Deadlines, and days that are decided ahead: they may lie in the future, and after what they wait for. */
const isDeadline = (name: string): boolean =>
  name.endsWith('_by') ||
  ['due_on', 'ends_on', 'to_on', 'effect_until', 'moved_on', 'closed_on'].includes(name);

/** Between these days a date needs no second look. */
export interface PlausibleSpan {
  /** `YYYY-MM-DD`. */
  readonly earliest: string;
  readonly today: string;
}

/** The hundred years up to a day. */
export function plausibleSpan(today: string): PlausibleSpan {
  const year = String(Number(today.slice(0, 4)) - 100).padStart(4, '0');
  return { earliest: year + today.slice(4), today };
}

/**
 * Notes dates that are possible but unlikely: events in the future, dates of a hundred years ago,
 * events that aren't in the order of the fields, deadlines before the event they follow.
 */
export function dateChecker(fields: readonly NamedField[], span: PlausibleSpan) {
  const dates = fields.flatMap((field, index) =>
    field.type === 'date' ? [{ index, deadline: isDeadline(field.name) }] : [],
  );
  return (
    values: readonly (string | null | undefined)[],
    headers: readonly (string | null)[],
    notes: RowNotes,
  ): void => {
    let last = '';
    for (const { index, deadline } of dates) {
      const date = values[index];
      if (!date) continue;
      const late = !deadline && date > span.today;
      const early = date < span.earliest;
      const disordered = date < last;
      if (late || early || disordered) notes.at(headers[index] ?? null, date);
      if (late) notes.warn('future-date', 'This date lies in the future.', '该日期在未来。');
      if (early) {
        const years = Number(span.today.slice(0, 4)) - Number(date.slice(0, 4));
        notes.warn(
          'distant-date',
          `This date lies ${years} years back; its year may be mistyped.`,
          `该日期在 ${years} 年前，年份可能有误。`,
        );
      }
      if (disordered) {
        notes.warn(
          'dates-out-of-order',
          `This date lies before ${last}, which should come first.`,
          `该日期早于 ${last}，次序可能有误。`,
        );
      }
      if (!deadline && date > last) last = date;
    }
  };
}
