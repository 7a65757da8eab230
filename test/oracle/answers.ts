import type { Oracle } from './oracle.js';

/** Everything that is said of one person's score, in the order in which it is compared. */
export interface Scorecard {
  readonly staffNo: string;
  readonly unitCode: string;
  /** Millipoints by source key. */
  readonly subtotals: Readonly<Record<string, number>>;
  readonly total: number;
  /** 0 to 1. */
  readonly coverage: number;
  readonly band: string;
  /** Null for those who are not in service. */
  readonly position: number | null;
  readonly rank: number | null;
  /** Overdue and counted: owed by the person, and by the unit or an office. */
  readonly overdueCount: number;
  readonly officeOverdueCount: number;
}

/** One record's part of a score, in millipoints. */
export interface Contribution {
  readonly source: string;
  readonly staffNo: string;
  readonly ref: string;
  readonly occurredOn: string;
  readonly points: number;
}

/** One obligation. */
export interface FollowUp {
  readonly kind: string;
  readonly staffNo: string;
  readonly ref: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
  readonly state: string;
  readonly owedBy: string;
  readonly daysOverdue: number;
  readonly inherited: boolean;
}

/** The oracle's scorecards of everybody as of the day it was asked for. */
export function scorecards(oracle: Oracle): Promise<Scorecard[]> {
  return oracle.read<Scorecard>(`
    select staff_no as "staffNo", coalesce(unit_code, '') as "unitCode",
      json_build_object('inspection-opinion', opinion, 'debriefing-score', debriefing,
        'audit-finding', audit, 'personal-matter-report', report,
        'reminder-talk', talk, 'education-session', session, 'file-review', file,
        'joint-review-reply', reply) as subtotals,
      total::int, present::float8 / applicable as coverage, band, position::int, rank::int,
      coalesce(o.own, 0)::int as "overdueCount", coalesce(o.others, 0)::int as "officeOverdueCount"
    from scorecard
    left join (
      select staff_no, count(*) filter (where owed_by = 'cadre') as own,
        count(*) filter (where owed_by <> 'cadre') as others
      from follow_ups where state = 'overdue' and not inherited group by staff_no
    ) o using (staff_no)
    order by staff_no collate "C"`);
}

/** The records that give or take points. */
export function contributions(oracle: Oracle): Promise<Contribution[]> {
  return oracle.read<Contribution>(`
    select source, staff_no as "staffNo", ref, occurred_on::text as "occurredOn", points::int
    from contributions where points <> 0`);
}

/** Every follow-up, by due day, staff number, kind and ref. */
export function followUps(oracle: Oracle): Promise<FollowUp[]> {
  return oracle.read<FollowUp>(`
    select kind, staff_no as "staffNo", ref, due_on::text as "dueOn", closed_on::text as "closedOn",
      state, owed_by as "owedBy", days_overdue as "daysOverdue", inherited
    from follow_ups
    order by due_on, staff_no collate "C", kind collate "C", ref collate "C"`);
}

/** Lines that stand on one side only, each with the side; empty where both sides say the same. */
export function differences<T extends object>(
  oracle: readonly T[],
  product: readonly T[],
): string[] {
  const counts = new Map<string, number>();
  for (const line of product.map(lineOf)) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of oracle.map(lineOf)) counts.set(line, (counts.get(line) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([line, count]) => `${count > 0 ? 'product' : 'oracle'}: ${line}`)
    .sort((a, b) => (a.slice(a.indexOf(':')) < b.slice(b.indexOf(':')) ? -1 : 1));
}

function lineOf(answer: object): string {
  const sorted = Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted.map(([, value]) => (isRecord(value) ? pointsOf(value) : value)));
}

/** Subtotals by name; a source that gives nothing is as good as one that isn't there. */
function pointsOf(subtotals: object): [string, unknown][] {
  const given = Object.entries(subtotals).filter(([, points]) => points !== 0);
  return given.sort(([a], [b]) => (a < b ? -1 : 1));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
