import { parse } from 'csv-parse/sync';
import type { TestServer } from '../support/server.js';
import type { Contribution, FollowUp, Scorecard } from './answers.js';

type Row = Readonly<Record<string, string>>;

async function csvRows(server: TestServer, path: string): Promise<Row[]> {
  const response = await server.fetch(path, { headers: { accept: 'text/csv' } });
  const body = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${body}`);
  return parse(body, { bom: true, columns: true });
}

const millipoints = (points: string | undefined) => Math.round(Number(points) * 1000);

const sources = [
  'inspection-opinion',
  'debriefing-score',
  'audit-finding',
  'personal-matter-report',
  'reminder-talk',
  'education-session',
  'heart-to-heart-talk',
  'headcount-review',
  'file-review',
  'joint-review-reply',
  'inspection-notice',
] as const;

/** The ranking as of a day, read from its CSV file. */
export async function rankedOverHttp(server: TestServer, asOf: string): Promise<Scorecard[]> {
  const rows = await csvRows(server, `/api/rankings?asOf=${asOf}`);
  return rows.map((row) => ({
    staffNo: row.staffNo ?? '',
    unitCode: row.unitCode ?? '',
    subtotals: Object.fromEntries(sources.map((source) => [source, millipoints(row[source])])),
    total: millipoints(row.score),
    coverage: Number(row.coverage),
    band: row.band ?? '',
    position: Number(row.position),
    rank: Number(row.rank),
    overdueCount: Number(row.overdueCount),
    officeOverdueCount: Number(row.officeOverdueCount),
  }));
}

/** Every follow-up as of a day, read from the CSV file. */
export async function followUpsOverHttp(server: TestServer, asOf: string): Promise<FollowUp[]> {
  const rows = await csvRows(server, `/api/follow-ups?asOf=${asOf}`);
  return rows.map((row) => ({
    kind: row.kind ?? '',
    staffNo: row.staffNo ?? '',
    ref: row.ref ?? '',
    dueOn: row.dueOn ?? '',
    closedOn: row.closedOn || null,
    state: row.state ?? '',
    owedBy: row.owedBy ?? '',
    daysOverdue: Number(row.daysOverdue),
    inherited: row.inherited === 'true',
  }));
}

interface ScoreAnswer {
  readonly score: number;
  readonly band: string;
  readonly coverage: number;
  readonly sources: readonly {
    readonly source: string;
    readonly contributions: readonly {
      readonly ref: string;
      readonly occurredOn: string;
      readonly points: number;
    }[];
  }[];
}

/** One person's score with the records that give or take points. */
export async function explainedOverHttp(server: TestServer, staffNo: string, asOf: string) {
  const path = `/api/cadres/${encodeURIComponent(staffNo)}/score?asOf=${asOf}`;
  const answer = await server.json<ScoreAnswer>(path);
  const contributions = answer.sources.flatMap(({ source, contributions: lines }) =>
    lines
      .filter(({ points }) => points !== 0)
      .map(({ ref, occurredOn, points }): Contribution => {
        return { source, staffNo, ref, occurredOn, points: Math.round(points * 1000) };
      }),
  );
  const { band, coverage } = answer;
  return { total: Math.round(answer.score * 1000), band, coverage, contributions };
}
