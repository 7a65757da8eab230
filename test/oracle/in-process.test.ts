import {
  bandCodes,
  coverageOf,
  dateOf,
  dayOf,
  explain,
  followUpsOf,
  overdueCounts,
  parsePolicy,
  scoreAll,
  standingAt,
  textAt,
} from '@probity/analytics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../support/columns.js';
import {
  type Contribution,
  contributions,
  differences,
  type FollowUp,
  followUps,
  type Scorecard,
  scorecards,
} from './answers.js';
import { expectations } from './expectations.js';
import { asOfDates } from './generate/days.js';
import { generate } from './generate/generate.js';
import { Oracle } from './oracle.js';
import { openScratchDatabase, type ScratchDatabase } from './scratch-database.js';

const records = generate(20_000);
const evidence = columnsOf(records);
const { count } = evidence.cadres;
const policy = parsePolicy({
  sources: {
    'personal-matter-report': { followUps: { annualRanks: expectations.listedRanks } },
    'debriefing-score': {
      followUps: { basicallyCompetentYears: expectations.basicallyCompetentYears },
    },
  },
  followUps: { expectedFrom: expectations.expectedFrom, countFrom: expectations.countFrom },
});

let scratch: ScratchDatabase;
let oracle: Oracle;

beforeAll(async () => {
  scratch = await openScratchDatabase();
  oracle = new Oracle(scratch.client);
  await oracle.load(records);
});

afterAll(() => scratch.close());

function scored(asOf: string): Scorecard[] {
  const day = dayOf(asOf);
  const scores = scoreAll(evidence, day, policy);
  const overdue = overdueCounts(evidence, day, policy);
  return Array.from({ length: count }, (_, cadre) => ({
    staffNo: textAt(evidence.cadres.staffNo, cadre),
    unitCode: standingAt(evidence.cadres, cadre, day).unitCode ?? '',
    subtotals: Object.fromEntries(
      Object.entries(scores.subtotals).map(([source, points]) => [source, points[cadre] ?? 0]),
    ),
    total: scores.total[cadre] ?? 0,
    coverage: coverageOf(scores.present[cadre] ?? 0, scores.applicable[cadre] ?? 0),
    band: bandCodes[scores.band[cadre] ?? 0] ?? '',
    position: scores.position[cadre] || null,
    rank: scores.rank[cadre] || null,
    overdueCount: overdue.own[cadre] ?? 0,
    officeOverdueCount: overdue.office[cadre] ?? 0,
  }));
}

function explained(asOf: string): Contribution[] {
  return Array.from({ length: count }, (_, cadre) => {
    const { staffNo, sources } = explain(evidence, cadre, dayOf(asOf), policy);
    return sources.flatMap(({ source, contributions: lines }) =>
      lines.map(({ ref, occurredOn, points }) => ({
        source,
        staffNo,
        ref,
        occurredOn: dateOf(occurredOn) ?? '',
        points,
      })),
    );
  })
    .flat()
    .filter(({ points }) => points !== 0);
}

function followed(asOf: string): FollowUp[] {
  return followUpsOf(evidence, 'all', dayOf(asOf), policy).map((followUp) => ({
    kind: followUp.kind,
    staffNo: followUp.staffNo,
    ref: followUp.ref,
    dueOn: dateOf(followUp.dueOn) ?? '',
    closedOn: dateOf(followUp.closedOn),
    state: followUp.state,
    owedBy: followUp.owedBy,
    daysOverdue: followUp.daysOverdue,
    inherited: followUp.inherited,
  }));
}

/** The keys that lists are put in order by. */
const orderKeys = (list: readonly FollowUp[]) =>
  list.map(({ dueOn, staffNo, kind, ref }) => [dueOn, staffNo, kind, ref].join(' '));

describe.each(asOfDates)('20,000 cadres as of %s', (asOf) => {
  beforeAll(() => oracle.answer(asOf, expectations));

  it('have the same scorecards', async () => {
    expect(differences(await scorecards(oracle), scored(asOf)).slice(0, 20)).toEqual([]);
  });

  it('have the same contributions', async () => {
    expect(differences(await contributions(oracle), explained(asOf)).slice(0, 20)).toEqual([]);
  });

  it('have the same follow-ups, in the same order', async () => {
    const expected = await followUps(oracle);
    const actual = followed(asOf);
    expect(differences(expected, actual).slice(0, 20)).toEqual([]);
    expect(orderKeys(actual)).toEqual(orderKeys(expected));
  });
});
