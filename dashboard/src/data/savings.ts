import { readonly, shallowRef } from 'vue';
import type { Saved } from './queries/records.query.js';
import { queryClient } from './query-client.js';

/** What was done to a record. */
export type Deed = 'entered' | 'corrected' | 'withdrawn' | 'undone' | 'unchanged';

/** The last thing that was saved by hand, so that it can be told, and undone, wherever it was done. */
export interface Saving {
  readonly deed: Deed;
  readonly record: Saved['record'];
  /** Whether today's scores know of it. */
  readonly scored: boolean;
}

const saving = shallowRef<Saving>();
let events: EventSource | undefined;

/** What is read of records themselves, and what is computed from them. */
const ofRecords = ['cadre', 'records', 'appointments', 'imports', 'freshness'];
const ofScores = [...ofRecords, 'follow-ups', 'rankings', 'units'];

const refresh = (keys: readonly string[]) => {
  for (const key of keys) queryClient.invalidateQueries({ queryKey: [key] });
};

/** The last saving; undefined where there was none, or it was put away. */
export const lastSaving = readonly(saving);

/** Puts the note of the last saving away. */
export function forgetSaving(): void {
  events?.close();
  saving.value = undefined;
}

/** Notes what was saved, and shows everything anew: records at once, scores when they know of it. */
export function noteSaving(deed: Deed, { record, unchanged }: Saved): void {
  events?.close();
  saving.value = { deed: unchanged ? 'unchanged' : deed, record, scored: unchanged };
  refresh(ofRecords);
  if (unchanged) return;
  events = new EventSource(
    `/api/freshness/events?knownAt=${encodeURIComponent(record.recordedAt)}`,
  );
  events.addEventListener('scored', () => {
    events?.close();
    if (saving.value?.record.id === record.id) saving.value = { ...saving.value, scored: true };
    refresh(ofScores);
  });
}
