import { type Day, dateOf, NO_DAY } from '../../fields/day.js';
import type { Rows } from '../../fields/field.js';
import type { Obligations } from '../../source.js';
import type { AuditFields } from './audit-finding.fields.js';
import type { AuditPolicy } from './audit-finding.policy.js';

type Ask = Obligations<AuditPolicy>;

/**
 * `hold-audit`: after a head's posting ended, and in post when none was held for too long. Its period
 * is the day it opens: the end of the posting, or the last day of the allowed time.
 */
export function expectAudits(rows: Rows<AuditFields>, from: number, to: number, ask: Ask): void {
  const asked = ask.expectedFrom('hold-audit');
  if (asked === NO_DAY) return;
  const audits = Array.from(rows.found_on.subarray(from, to))
    .filter((foundOn) => foundOn <= ask.day)
    .sort((a, b) => a - b);
  expectAfterPostings(audits, asked, ask);
  expectInPost(audits, asked, ask);
}

function expectAfterPostings(audits: readonly Day[], asked: Day, ask: Ask): void {
  const { day, policy, person } = ask;
  const ends = person.postings.filter(({ head, to }) => head && to <= day && to >= asked);
  for (const endedOn of new Set(ends.map(({ to }) => to))) {
    const closedOn = audits.find((foundOn) => foundOn >= endedOn) ?? NO_DAY;
    emit(
      ask,
      endedOn,
      ask.dueAfter('hold-audit', endedOn, policy.followUps.auditAfterPostingDays),
      closedOn,
    );
  }
}

/** From the start of the head's posting, each audit begins the allowed time anew. */
function expectInPost(audits: readonly Day[], asked: Day, ask: Ask): void {
  const { day, policy, person } = ask;
  if (!person.inService || !person.head) return;
  const { auditInPostDays, listedBeforeDays } = policy.followUps;
  let since = person.headSince === NO_DAY ? audits[0] : person.headSince;
  if (since === undefined) return;
  for (const next of [...audits.filter((foundOn) => foundOn > since), NO_DAY]) {
    const dueOn = ask.dueAfter('hold-audit', since, auditInPostDays);
    const listedOn = dueOn - listedBeforeDays;
    if (dueOn >= asked && listedOn <= Math.min(day, next)) emit(ask, dueOn, dueOn, next);
    since = next;
  }
}

function emit(ask: Ask, opensOn: Day, dueOn: Day, closedOn: Day): void {
  const period = dateOf(opensOn) as string;
  ask.emit({ kind: 'hold-audit', owedBy: 'office', row: -1, period, dueOn, closedOn });
}
