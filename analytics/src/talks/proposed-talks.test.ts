import { describe, expect, it } from 'vitest';
import { cadre, evidenceOf } from '../../testing/evidence-of.js';
import { dateOf, dayOf } from '../fields/day.js';
import { parsePolicy } from '../policy/policy.js';
import { auditFinding } from '../sources/audit-finding/audit-finding.source.js';
import { debriefingScore } from '../sources/debriefing-score/debriefing-score.source.js';
import { personalMatterReport } from '../sources/personal-matter-report/personal-matter-report.source.js';
import type { Cells } from '../table/cell.js';
import { proposedTalks } from './proposed-talks.js';

const sources = {
  finding: auditFinding,
  report: personalMatterReport,
  debriefing: debriefingScore,
};
type Given = readonly [keyof typeof sources, Cells, (string | undefined)?];

const finding = (ref: string, more: object = {}): Given => [
  'finding',
  { ref, audit_no: 'A', phase: 'in_term', found_on: '2026-01-10', severity: 2, ...more },
];
const report = (more: object): Given => [
  'report',
  { period: '2025', kind: 'annual', due_on: '2026-01-31', submitted_on: '2026-01-20', ...more },
];
const debriefing = (grade: string, more: object = {}, system?: string): Given => [
  'debriefing',
  { year: 2025, held_on: '2026-02-01', score: 65, grade, ...more },
  system,
];

/** Lines `rule kind ref since`. */
function tell(
  asOf: string,
  given: readonly Given[],
  { policy = {}, talkedAbout = [] }: { policy?: object; talkedAbout?: readonly string[] } = {},
): string[] {
  const records = given.map(([kind, cells, system]) => ({
    source: sources[kind],
    cadre: 0,
    cells,
    ...(system ? { system } : {}),
  }));
  const evidence = evidenceOf([cadre('S001')], records);
  return proposedTalks(evidence, 0, dayOf(asOf), parsePolicy(policy), new Set(talkedAbout)).map(
    ({ rule, kind, ref, metOn }) => `${rule} ${kind} ${ref} ${dateOf(metOn)}`,
  );
}

describe('the first overdue rectification', () => {
  const due = { rectify_by: '2026-03-31' };

  it('proposes a reminder from the day after it was due until it is rectified', () => {
    expect(tell('2026-03-31', [finding('F-1', due)])).toEqual([]);
    expect(tell('2026-04-01', [finding('F-1', due)])).toEqual([
      'first-overdue-rectification reminding F-1 2026-04-01',
    ]);
    const late = finding('F-1', { ...due, rectified_on: '2026-04-05' });
    expect(tell('2026-04-04', [late])).toHaveLength(1);
    expect(tell('2026-04-05', [late])).toEqual([]);
  });

  it('is only ever one, the first that was late, even where that is made good by now', () => {
    const second = finding('F-2', { rectify_by: '2026-04-30' });
    expect(tell('2026-06-01', [second, finding('F-1', due)])).toEqual([
      'first-overdue-rectification reminding F-1 2026-04-01',
    ]);
    const madeGood = finding('F-1', { ...due, rectified_on: '2026-04-05' });
    expect(tell('2026-06-01', [second, madeGood])).toEqual([]);
    const inTime = finding('F-1', { ...due, rectified_on: '2026-03-31' });
    expect(tell('2026-06-01', [second, inTime])).toEqual([
      'first-overdue-rectification reminding F-2 2026-05-01',
    ]);
  });

  it('passes over what is inherited, what found nothing, and what is long ago', () => {
    const inherited = { followUps: { countFrom: { 'rectify-finding': '2026-04-01' } } };
    expect(tell('2026-06-01', [finding('F-1', due)], { policy: inherited })).toEqual([]);
    expect(tell('2026-06-01', [finding('F-1', { ...due, severity: 0 })])).toEqual([]);
    expect(tell('2027-03-31', [finding('F-1', due)])).toHaveLength(1);
    expect(tell('2027-04-01', [finding('F-1', due)])).toEqual([]);
  });
});

describe('reports and debriefings', () => {
  it('propose by the result of the check, from the day of the check', () => {
    const omitted = report({ check_result: 'omitted', checked_on: '2026-05-01' });
    expect(tell('2026-04-30', [omitted])).toEqual([]);
    expect(tell('2026-05-01', [omitted])).toEqual([
      'omitted-matter reminding S001/2025/annual 2026-05-01',
    ]);
    expect(tell('2026-05-01', [report({ check_result: 'concealed' })])).toEqual([
      'concealed-matter admonition S001/2025/annual 2026-01-31',
    ]);
    expect(tell('2026-05-01', [report({ check_result: 'consistent' })])).toEqual([]);
  });

  it('propose by the grade, once where two systems tell of one year', () => {
    expect(tell('2026-02-01', [debriefing('competent')])).toEqual([]);
    expect(tell('2026-01-31', [debriefing('incompetent')])).toEqual([]);
    expect(tell('2026-02-01', [debriefing('incompetent')])).toEqual([
      'incompetent post_adjustment S001/2025 2026-02-01',
    ]);
    const again = debriefing('basically_competent', { held_on: '2026-02-03' }, 'other');
    expect(tell('2026-02-05', [debriefing('basically_competent'), again])).toEqual([
      'basically-competent helping S001/2025 2026-02-03',
    ]);
  });
});

it('proposes nothing for somebody who has left', () => {
  const evidence = evidenceOf(
    [cadre('S001', { leftOn: dayOf('2026-03-01') })],
    [{ source: debriefingScore, cadre: 0, cells: debriefing('incompetent')[1] }],
  );
  const on = (date: string) =>
    proposedTalks(evidence, 0, dayOf(date), parsePolicy({}), new Set()).length;
  expect([on('2026-02-28'), on('2026-03-01')]).toEqual([1, 0]);
});

it('proposes what the policy says, nothing where it says none, nor where a talk was held about it', () => {
  const given = [debriefing('incompetent')];
  const otherwise = { talks: { rules: { incompetent: 'admonition' } } };
  expect(tell('2026-02-01', given, { policy: otherwise })[0]).toContain('incompetent admonition');
  expect(
    tell('2026-02-01', given, { policy: { talks: { rules: { incompetent: 'none' } } } }),
  ).toEqual([]);
  expect(tell('2026-02-01', given, { talkedAbout: ['S001/2025'] })).toEqual([]);
  expect(() => parsePolicy({ talks: { rules: { incompetent: 'dismissal' } } })).toThrow(
    /incompetent/,
  );
});
