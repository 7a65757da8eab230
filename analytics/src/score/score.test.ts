import { describe, expect, it } from 'vitest';
import { cadre, evidenceOf, posting, type TestRecord } from '../../testing/evidence-of.js';
import { cadreColumns } from '../evidence/cadre-columns.js';
import { dayOf } from '../fields/day.js';
import { defaultPolicy, parsePolicy } from '../policy/policy.js';
import { auditFinding } from '../sources/audit-finding/audit-finding.source.js';
import { debriefingScore } from '../sources/debriefing-score/debriefing-score.source.js';
import { inspectionOpinion } from '../sources/inspection-opinion/inspection-opinion.source.js';
import { personalMatterReport } from '../sources/personal-matter-report/personal-matter-report.source.js';
import { TableBuilder } from '../table/table-builder.js';
import { bandCodes, bandOf, coverageOf } from './band.js';
import { explain } from './explain.js';
import { scoreAll } from './score.js';

const day = dayOf('2025-06-30');

function finding(owner: number, severity: number, ref = 'F'): TestRecord {
  const cells = { ref, audit_no: ref, phase: 'end_of_term', found_on: day, severity };
  return { source: auditFinding, cadre: owner, cells };
}

function debriefing(owner: number, heldOn: number, grade = 'basically_competent'): TestRecord {
  const cells = { year: 2024, held_on: heldOn, score: 75, grade };
  return { source: debriefingScore, cadre: owner, cells };
}

describe('bands', () => {
  const band = bandOf(defaultPolicy);
  it.each([
    [30_000, 'high'],
    [29_999, 'elevated'],
    [18_000, 'elevated'],
    [17_999, 'watch'],
    [9_000, 'watch'],
    [8_999, 'low'],
  ])('%i is %s', (total, expected) => {
    expect(bandCodes[band(total, 3, 3)]).toBe(expected);
  });

  it('calls low with less than half of the evidence insufficient, and nothing else', () => {
    expect(bandCodes[band(0, 1, 3)]).toBe('insufficient');
    expect(bandCodes[band(0, 2, 4)]).toBe('low');
    expect(bandCodes[band(0, 0, 0)]).toBe('insufficient');
    expect(bandCodes[band(9_000, 0, 3)]).toBe('watch');
    expect(coverageOf(0, 0)).toBe(0);
  });
});

describe('order', () => {
  it('is by total, then the audit subtotal, then staff number by code point; ties of the total share a rank', () => {
    const evidence = evidenceOf(
      [cadre('\u{1F600}'), cadre('\uFF21'), cadre('S3'), cadre('S4'), cadre('S5', { leftOn: day })],
      [debriefing(0, day), debriefing(1, day), finding(2, 3), finding(3, 4), finding(4, 4)],
    );
    const scores = scoreAll(evidence, day, defaultPolicy);
    expect([...scores.total]).toEqual([6000, 6000, 6000, 12_000, 12_000]);
    expect([...scores.position]).toEqual([4, 3, 2, 1, 0]);
    expect([...scores.rank]).toEqual([2, 2, 2, 1, 0]);
    expect([...scores.order.subarray(0, scores.rankedCount)]).toEqual([3, 2, 1, 0]);
  });

  it('holds for totals beyond 16 bits', () => {
    const wide = { sources: { 'audit-finding': { cap: 1000, perAudit: { inFull: 1000 } } } };
    const records = Array.from({ length: 40 }, (_, at) => finding(at % 3, 4, `F${at}`));
    const names = ['S1', 'S2', 'S3'].map((staffNo) => cadre(staffNo));
    const scores = scoreAll(evidenceOf(names, records), day, parsePolicy(wide));
    expect([...scores.total]).toEqual([168_000, 156_000, 156_000]);
    expect([...scores.position]).toEqual([1, 2, 3]);
  });

  it('has nobody where nobody is in service', () => {
    const scores = scoreAll(evidenceOf([cadre('S1', { leftOn: day })], []), day, defaultPolicy);
    expect([scores.rankedCount, scores.position[0], scores.rank[0]]).toEqual([0, 0, 0]);
  });
});

describe('coverage', () => {
  const opinion = (ref: string, givenOn: number): TestRecord => ({
    source: inspectionOpinion,
    cadre: 0,
    cells: { ref, given_on: givenOn, respondent: 'peer', circle: 'work', rating: 0 },
  });
  const report = (kind: string, dueOn: number): TestRecord => ({
    source: personalMatterReport,
    cadre: 0,
    cells: { period: '2024', kind, due_on: dueOn, submitted_on: dueOn },
  });
  const covered = (records: readonly TestRecord[], head = false) => {
    const evidence = evidenceOf([cadre('S1', { head })], records);
    const scores = scoreAll(evidence, day, defaultPolicy);
    return [scores.present[0], scores.applicable[0]];
  };

  it('asks an audit of heads only, of any severity', () => {
    expect(covered([])).toEqual([0, 3]);
    expect(covered([], true)).toEqual([0, 4]);
    expect(covered([finding(0, 0)])).toEqual([0, 3]);
    expect(covered([finding(0, 0)], true)).toEqual([1, 4]);
  });

  it('counts from the day after D - n up to D', () => {
    expect(covered([debriefing(0, day - 729, 'excellent')])).toEqual([1, 3]);
    expect(covered([debriefing(0, day - 730, 'excellent')])).toEqual([0, 3]);
    expect(covered([debriefing(0, day + 1, 'excellent')])).toEqual([0, 3]);
    expect(covered([report('annual', day - 729)])).toEqual([1, 3]);
    expect(covered([report('annual', day - 730)])).toEqual([0, 3]);
    expect(covered([report('change', day)])).toEqual([0, 3]);
  });

  it('asks for three opinions, whatever they weigh', () => {
    const refs = ['O1', 'O2', 'O3'];
    expect(covered(refs.map((ref) => opinion(ref, day - 1094)))).toEqual([1, 3]);
    expect(covered([opinion('O1', day), opinion('O2', day), opinion('O3', day - 1095)])).toEqual([
      0, 3,
    ]);
  });

  it('takes the head of the posting that covers the day, and names what is missing', () => {
    const evidence = evidenceOf([cadre('S1')], [], [posting(0, day, { head: true })]);
    const { coverageItems, coverage } = explain(evidence, 0, day, defaultPolicy);
    expect(coverageItems.map(({ source, present }) => [source, present])).toEqual([
      ['inspection-opinion', false],
      ['debriefing-score', false],
      ['audit-finding', false],
      ['personal-matter-report', false],
    ]);
    expect(coverage).toBe(0);
  });
});

describe('numbers beyond what anybody has', () => {
  it('holds for one cadre with 100,000 records', () => {
    const builder = new TableBuilder(inspectionOpinion);
    const cells = { given_on: day, respondent: 'peer', circle: 'work', rating: -1 };
    for (let at = 0; at < 100_000; at++) builder.append(1, `O${at}`, 'upload', cells);
    const cadres = cadreColumns([cadre('S1'), cadre('S2'), cadre('S3')], []);
    const evidence = { cadres, sources: { [inspectionOpinion.key]: builder.build(3) } };
    const { total } = scoreAll(evidence, day, defaultPolicy);
    // Each gives 20 * 0.5 / 100,005 of a point, which is 0 thousandths: sums are of rounded lines.
    expect([...total]).toEqual([0, 0, 0]);
    const few = parsePolicy({ sources: { 'inspection-opinion': { cap: 100_000 } } });
    expect([...scoreAll(evidence, day, few).total]).toEqual([0, 50_000_000, 0]);
  });

  it('holds for a million cadres of whom nothing is known', () => {
    const someone = cadre('S');
    const people = Array.from({ length: 1_000_000 }, () => someone);
    const scores = scoreAll({ cadres: cadreColumns(people, []), sources: {} }, day, defaultPolicy);
    expect(scores.rankedCount).toBe(1_000_000);
    expect(new Set(scores.band)).toEqual(new Set([bandCodes.indexOf('insufficient')]));
    expect([scores.position[999_999], scores.rank[999_999]]).toEqual([1_000_000, 1]);
  });
});
