import { type FollowUp, type Policy, type Scores, visitFollowUps } from '@probity/analytics';
import type { Held } from '../../load/held-evidence.js';

/** Whose follow-ups, and as of which day. */
export interface RowsOfDay {
  readonly held: Held;
  readonly scores: Pick<Scores, 'day'>;
  /** By index; everyone where not given. */
  readonly people?: readonly number[] | undefined;
}

/** Follow-ups are worked out for so many people at a time, which bounds the memory they take. */
const PEOPLE_AT_ONCE = 2048;

/** Calls `visit` with the follow-ups of these people (by index; everyone where not given), person by person; yields after some of them. */
export function* visitInParts(
  { held, scores, people }: RowsOfDay,
  policy: Policy,
  visit: (followUp: FollowUp) => void,
): Generator<void> {
  const tell = held.tellFollowUps ?? visitFollowUps.bind(undefined, held.evidence);
  const total = people?.length ?? held.evidence.cadres.count;
  for (let first = 0; first < total; first += PEOPLE_AT_ONCE) {
    const length = Math.min(PEOPLE_AT_ONCE, total - first);
    const some = Uint32Array.from({ length }, (_, at) => people?.[first + at] ?? first + at);
    tell(some, scores.day, policy, visit);
    yield;
  }
}
