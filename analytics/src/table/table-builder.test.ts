import { describe, expect, it } from 'vitest';
import { textAt } from '../evidence/texts.js';
import { dayOf, NO_DAY } from '../fields/day.js';
import { NO_CODE, NO_INTEGER } from '../fields/field.js';
import { auditFinding } from '../sources/audit-finding/audit-finding.source.js';
import { debriefingScore } from '../sources/debriefing-score/debriefing-score.source.js';
import { inspectionOpinion } from '../sources/inspection-opinion/inspection-opinion.source.js';
import { personalMatterReport } from '../sources/personal-matter-report/personal-matter-report.source.js';
import { arrowSchema } from './arrow-schema.js';
import { recordRef, TableBuilder } from './table-builder.js';

describe('TableBuilder', () => {
  it('clusters by cadre and puts each one’s rows by ref and system, by code point', () => {
    const builder = new TableBuilder(auditFinding);
    const cells = { audit_no: 'A', phase: 'in_term', found_on: '2024-01-01' };
    const given: [number, string, string, number][] = [
      [2, '\u{1F600}', 'upload', 1],
      [2, '\uFF21', 'upload', 2],
      [0, 'F', 'z', 3],
      [0, 'F', 'a', 4],
      [2, 'F', 'upload', 0],
    ];
    for (const [cadre, ref, system, severity] of given) {
      builder.append(cadre, ref, system, { ...cells, severity });
    }
    const { from, rows, refs } = builder.build(4);
    expect([...from]).toEqual([0, 2, 2, 5, 5]);
    expect([...(rows.severity as Int32Array)]).toEqual([4, 3, 0, 2, 1]);
    expect([0, 1, 2, 3, 4].map((row) => textAt(refs, row))).toEqual([
      'F',
      'F',
      'F',
      '\uFF21',
      '\u{1F600}',
    ]);
  });

  it('numbers equal texts within one cadre', () => {
    const builder = new TableBuilder(auditFinding);
    ['B', 'A', 'B'].forEach((audit_no, at) => {
      const cells = { audit_no, phase: 'in_term', found_on: 0, severity: 1 };
      builder.append(0, `F${at}`, 'upload', cells);
      builder.append(1, `F${at}`, 'upload', { ...cells, audit_no: 'A' });
    });
    expect([...(builder.build(2).rows.audit_no as Uint16Array)]).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('reads years out of texts, and nothing out of others', () => {
    const builder = new TableBuilder(personalMatterReport);
    const periods = ['2024', '2024年', '2024年度', '2024H1', 'x', ' 2023 '];
    periods.forEach((period, at) => {
      builder.append(0, String(at), 'upload', { period, kind: 'annual', due_on: 0 });
    });
    expect([...(builder.build(1).rows.period as Uint16Array)]).toEqual([
      2024, 2024, 2024, 0, 0, 2023,
    ]);
  });

  it('takes typed values and their texts alike, and keeps empty cells', () => {
    const builder = new TableBuilder(inspectionOpinion);
    const cells = { given_on: '2024-02-29', respondent: 'peer', circle: 'life', rating: '-2' };
    builder.append(0, 'O1', 'upload', { ...cells, ballot_count: '7', channel: 'signed' });
    builder.append(0, 'O2', 'upload', { ...cells, given_on: dayOf('2024-02-29'), rating: -2 });
    const { rows } = builder.build(1);
    expect([...(rows.given_on as Int32Array)]).toEqual([dayOf('2024-02-29'), dayOf('2024-02-29')]);
    expect([...(rows.rating as Int32Array)]).toEqual([-2, -2]);
    expect([...(rows.ballot_count as Int32Array)]).toEqual([7, NO_INTEGER]);
    expect([...(rows.channel as Uint8Array)]).toEqual([2, NO_CODE]);
    expect([...(rows.verified_on as Int32Array)]).toEqual([NO_DAY, NO_DAY]);
    expect(rows.text).toBeUndefined();
  });

  it('grows beyond its first room', () => {
    const builder = new TableBuilder(debriefingScore);
    for (let year = 9000; year > 4000; year--) {
      builder.append(0, `S/${year}`, 'upload', {
        year,
        held_on: 0,
        score: 61.5,
        grade: 'competent',
      });
    }
    const { rows } = builder.build(1);
    expect((rows.year as Int32Array).length).toBe(5000);
    expect(rows.year?.[0]).toBe(4001);
    expect(new Set(rows.score)).toEqual(new Set([61.5]));
  });

  it('lies in shared memory where asked for', () => {
    const builder = new TableBuilder(auditFinding, true);
    builder.append(0, 'F', 'upload', { audit_no: 'A', phase: 'in_term', found_on: 0, severity: 1 });
    const { from, rows, refs } = builder.build(1);
    const views = [from, ...Object.values(rows), refs.offsets, refs.bytes];
    expect(views.every(({ buffer }) => buffer instanceof SharedArrayBuffer)).toBe(true);
    expect(textAt(refs, 0)).toBe('F');
  });

  it.each([
    { phase: 'midway' },
    { severity: 1.5 },
    { severity: 'grave' },
    { severity: 2 ** 31 },
    { severity: 5 },
    { severity: 260 },
    { severity: null },
    { found_on: '2024-02-30' },
  ])('refuses %j', (bad) => {
    const cells = { audit_no: 'A', phase: 'in_term', found_on: 0, severity: 1, ...bad };
    expect(() => new TableBuilder(auditFinding).append(0, 'F', 'upload', cells)).toThrow(
      RangeError,
    );
  });

  it('refuses a row of nobody', () => {
    const builder = new TableBuilder(debriefingScore);
    builder.append(3, 'S/2024', 'upload', { year: 2024, held_on: 0, score: 1, grade: 'competent' });
    expect(() => builder.build(3)).toThrow(/cadre 3/);
  });
});

describe('recordRef', () => {
  it('is the ref, else what tells the record apart', () => {
    expect(recordRef(auditFinding, { ref: 'F-1', staff_no: 'S1' })).toBe('F-1');
    expect(recordRef(debriefingScore, { staff_no: 'S1', year: 2024 })).toBe('S1/2024');
    const report = { staff_no: 'S1', period: '2024', kind: 'annual', topic: '', ref: null };
    expect(recordRef(personalMatterReport, report)).toBe('S1/2024/annual');
  });
});

describe('arrowSchema', () => {
  it('follows from the fields', () => {
    const fields = arrowSchema(debriefingScore.fields).fields.map(
      ({ name, type }) => `${name}: ${type}`,
    );
    expect(fields).toEqual([
      'year: Int16',
      'held_on: Date32<DAY>',
      'score: Float64',
      'grade: Uint8',
      'internal_score: Float64',
      'public_score: Float64',
      'vote_count: Int32',
      'decision: Uint8',
      'decided_on: Date32<DAY>',
      'ref: Utf8',
    ]);
  });
});
