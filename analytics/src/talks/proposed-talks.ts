import { inService } from '../evidence/cadres.js';
import type { Evidence } from '../evidence/evidence.js';
import { textAt } from '../evidence/texts.js';
import { compareCodePoints } from '../fields/code-points.js';
import type { Day } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import type { Source } from '../source.js';
import { auditFinding } from '../sources/audit-finding/audit-finding.source.js';
import { debriefingScore } from '../sources/debriefing-score/debriefing-score.source.js';
import { personalMatterReport } from '../sources/personal-matter-report/personal-matter-report.source.js';
import { firstOverdue } from './first-overdue.js';
import type { TalkKind } from './policy.js';
import { poorDebriefings } from './poor-debriefings.js';
import { reportsFoundWrong } from './reports-found-wrong.js';
import type { RuleMet, TalkCheck } from './rule-met.js';

/** A talk that the rules propose. What tells it from others is the rule and the record: source and ref. */
export interface ProposedTalk extends Omit<RuleMet, 'row'> {
  readonly kind: TalkKind;
  /** The record behind it. */
  readonly ref: string;
}

/** The sources that the rules read: evidence needs no other for them. */
export const talkSources: readonly Source[] = [auditFinding, personalMatterReport, debriefingScore];

const checks: readonly TalkCheck[] = [firstOverdue, reportsFoundWrong, poorDebriefings];

/**
 * The talks that the rules of a policy propose for a cadre (by index) as of a day, by rule and
 * record. `talkedAbout` are the refs of records that a talk was held about already: for these
 * nothing is proposed, and nobody who has left is to be talked to. Nothing follows from a proposal by itself.
 */
export function proposedTalks(
  evidence: Evidence,
  cadre: number,
  day: Day,
  policy: Policy,
  talkedAbout: ReadonlySet<string>,
): ProposedTalk[] {
  const { rules, withinDays } = policy.talks;
  if (!inService(evidence.cadres, cadre, day)) return [];
  const found = new Map<string, ProposedTalk>();
  for (const { row, ...met } of checks.flatMap((check) => check(evidence, cadre, day, policy))) {
    const kind = rules[met.rule];
    if (kind === 'none' || met.metOn > day || met.metOn <= day - withinDays) continue;
    const source = evidence.sources[met.source];
    const ref = source ? textAt(source.refs, row) : '';
    if (talkedAbout.has(ref)) continue;
    // Two systems may tell of one record; the later one stands.
    const key = `${met.rule} ${ref}`;
    const before = found.get(key);
    if (!before || before.metOn < met.metOn) found.set(key, { ...met, kind, ref });
  }
  return [...found.values()].sort(
    (a, b) => compareCodePoints(a.rule, b.rule) || compareCodePoints(a.ref, b.ref),
  );
}
