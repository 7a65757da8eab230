import type { Day } from '../fields/day.js';
import type { WorkingCalendar } from '../fields/working-days.js';
import { dueAfter } from '../policy/due-after.js';
import type { Policy } from '../policy/schema.js';
import type { Moment, Source, SourcePolicy } from '../source.js';
import { decayOf } from './decay.js';

/** A source's part of a policy. Throws a RangeError where the policy lacks it. */
export function policyOf(policy: Policy, source: Source): SourcePolicy {
  const own = policy.sources[source.key];
  if (!own) throw new RangeError(`the policy says nothing about ${source.key}`);
  return own;
}

/** What a source is asked with. */
export function momentOf(
  source: Source,
  day: Day,
  policy: Policy,
  calendar?: WorkingCalendar,
): Moment<SourcePolicy> {
  return {
    day,
    policy: policyOf(policy, source),
    decay: decayOf,
    dueAfter: dueAfter(policy, calendar),
  };
}
