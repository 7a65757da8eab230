import {
  bandCodes,
  dayOf,
  type Evidence,
  factsOf,
  followUpsOf,
  gate,
  gateKinds,
  NO_DAY,
  parsePolicy,
  proposedTalks,
  registers,
  scoreAll,
  sources,
  textAt,
} from '@probity/analytics';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPolicyChanges } from '../../../api/src/demo/province/demo-policy.js';
import { province } from '../../../api/src/demo/province/province.js';
import { csvOf, type DemoFile } from '../../../api/src/demo/province/rows.js';
import { rootName } from '../../../api/src/demo/province/units.js';
import { columnsOf } from '../../support/columns.js';

const madeOn = dayOf('2026-11-22');
const policy = parsePolicy(demoPolicyChanges(madeOn).changes);
const kinds = [...registers, ...sources];
let steps: DemoFile[][];
let files: DemoFile[];
let evidence: Evidence;

const firstVersions = () =>
  Object.fromEntries(
    kinds.map(({ key }) => [
      key,
      steps
        .slice(0, 4)
        .flat()
        .filter(({ kind }) => kind === key)
        .flatMap(({ system, rows }) => rows.map((row) => ({ system, row }))),
    ]),
  );

beforeAll(() => {
  steps = province(madeOn);
  files = steps.flat();
  evidence = columnsOf(firstVersions());
});

describe('the demonstration province', () => {
  it('is the same each time it is made on one day', () => {
    expect(province(madeOn).flat().map(csvOf)).toEqual(files.map(csvOf));
  });

  it('says of itself that it is made up', () => {
    expect(rootName).toMatch(/示范.*Demonstration/);
    expect(files[0]?.rows.filter((row) => row.parent_code === '')).toHaveLength(1);
  });

  it('has appointments to be found: two blocked, one breach, one clear and in progress', () => {
    const cases = files.find(({ kind }) => kind === 'appointment-case')?.rows ?? [];
    const told = cases.map((row) => {
      const records = Object.fromEntries(
        gateKinds.map((key) => {
          const rows = files
            .filter(({ kind, mode }) => kind === key && mode === undefined)
            .flatMap((file) => file.rows)
            .filter((one) => (one.case_no ? one.case_no === row.case_no : true))
            .filter((one) => (one.staff_no ? one.staff_no === row.staff_no : true));
          return [key, rows];
        }),
      );
      const about = {
        caseNo: row.case_no ?? '',
        kind: row.kind as 'promotion',
        openedOn: dayOf(row.opened_on ?? ''),
        decidedOn: row.decided_on ? dayOf(row.decided_on) : NO_DAY,
        decision: row.decided_on ? 'appointed' : null,
      } as const;
      const day = row.decided_on ? about.decidedOn : madeOn;
      const { reasons } = gate(about, factsOf(records), day, policy);
      const blocking = [...new Set(reasons.map(({ kind }) => kind))];
      return [about.caseNo, about.decision ?? 'open', ...blocking].join(' ');
    });
    expect(told).toEqual([
      'RM-001 open',
      'RM-002 open joint-review',
      'RM-003 open headcount',
      'RM-004 appointed sanction',
      'RM-005 appointed',
      'RM-006 open file joint-review notice opinions',
      ...Array.from({ length: 20 }, (_, at) => `RM-${101 + at} appointed`),
    ]);
  });

  it('has records of every kind', () => {
    const versions = firstVersions();
    const missing = kinds.filter(({ key }) => (versions[key]?.length ?? 0) === 0);
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it('tells of findings that came again, and of one that was not put right, always of the same people', () => {
    const findings = (made: DemoFile[]) =>
      made
        .flatMap(({ kind, rows }) => (kind === 'audit-finding' ? rows : []))
        .filter(({ ref }) => ref?.startsWith('SJ-'))
        .map(({ ref, staff_no: staffNo, category }) => [ref, staffNo, category].join(' '));
    const told = findings(files);
    expect(told).toEqual(findings(province(dayOf('2027-02-28')).flat()));
    expect(told).toEqual([
      'SJ-LF-1 S00007 专项资金使用',
      'SJ-LF-2 S00007 专项资金使用',
      'SJ-JR-1 S00004 专项资金使用',
      'SJ-JR-2 S00020 专项资金使用',
      'SJ-HF-1 S00033 专项资金使用',
    ]);
    const coded = files
      .flatMap(({ rows }) => rows)
      .filter(({ from_on, post_code }) => from_on && post_code);
    expect(coded.map(({ staff_no: staffNo }) => staffNo)).toEqual(['S00004', 'S00020']);
  });

  it('has some sixty units, 3,000 cadres and about eighty thousand records', () => {
    const rowCount = (kind: string) => firstVersions()[kind]?.length ?? 0;
    expect(rowCount('units')).toBe(58);
    expect(rowCount('cadres')).toBe(3_000);
    const recordCount = sources.reduce((sum, { key }) => sum + rowCount(key), 0);
    expect(recordCount).toBeGreaterThan(70_000);
    expect(recordCount).toBeLessThan(90_000);
  });

  it('has no record twice in one file, and nothing of the future', () => {
    for (const { kind, rows } of files) {
      const { identity = [], fields = {} } = kinds.find(({ key }) => key === kind) ?? {};
      const keys = rows.map((row) => JSON.stringify(identity.map((name) => row[name])));
      expect(new Set(keys).size, kind).toBe(keys.length);
      const happened = Object.keys(fields).filter((name) => /(given|held|found|ed)_on$/.test(name));
      for (const row of rows) {
        for (const name of happened) {
          const cell = row[name] ?? '';
          if (cell !== '') expect(dayOf(cell), `${kind} ${name}`).toBeLessThanOrEqual(madeOn);
        }
      }
    }
  });

  it('is mostly sound: bands have believable shares', () => {
    const scores = scoreAll(evidence, madeOn, policy);
    const counts = new Map<string, number>();
    for (const cadre of scores.order.subarray(0, scores.rankedCount)) {
      const band = bandCodes[scores.band[cadre] ?? 0] ?? '';
      counts.set(band, (counts.get(band) ?? 0) + 1);
    }
    const share = (band: string) => (counts.get(band) ?? 0) / scores.rankedCount;
    const between = (band: string, least: number, most: number) => {
      expect(share(band), band).toBeGreaterThan(least);
      expect(share(band), band).toBeLessThan(most);
    };
    between('high', 0.01, 0.025);
    between('elevated', 0.05, 0.08);
    between('watch', 0.2, 0.3);
    between('insufficient', 0.06, 0.13);
    between('low', 0.5, 0.7);
  });

  it('has a handful of talks to propose by each rule', () => {
    const talkedAbout = Map.groupBy(
      firstVersions()['reminder-talk'] ?? [],
      ({ row }) => row.staff_no,
    );
    const counts = new Map<string, number>();
    for (let cadre = 0; cadre < evidence.cadres.count; cadre++) {
      const refs = talkedAbout
        .get(textAt(evidence.cadres.staffNo, cadre))
        ?.map(({ row }) => row.because_of ?? '');
      for (const { rule } of proposedTalks(evidence, cadre, madeOn, policy, new Set(refs))) {
        counts.set(rule, (counts.get(rule) ?? 0) + 1);
      }
    }
    expect([...counts.keys()].sort()).toEqual([
      'basically-competent',
      'concealed-matter',
      'first-overdue-rectification',
      'incompetent',
      'omitted-matter',
    ]);
    for (const [rule, count] of counts) {
      expect(count, rule).toBeGreaterThanOrEqual(2);
      expect(count, rule).toBeLessThanOrEqual(20);
    }
  });

  it('has something overdue of every kind, counted and not so much that it drowns', () => {
    const overdue = new Map<string, number>();
    for (const followUp of followUpsOf(evidence, 'all', madeOn, policy)) {
      if (followUp.state !== 'overdue' || followUp.inherited) continue;
      overdue.set(followUp.kind, (overdue.get(followUp.kind) ?? 0) + 1);
    }
    expect([...overdue.keys()].sort()).toEqual([
      'correct-after-talk',
      'decide-failed-debriefing',
      'heart-to-heart',
      'hold-audit',
      'hold-debriefing',
      'probation-review',
      're-rectify-finding',
      'rectify-finding',
      'return-visit',
      'submit-report',
      'train',
      'verify-opinion',
    ]);
    for (const [kind, count] of overdue) expect(count, kind).toBeLessThan(200);
  });
});
