import { describe, expect, it } from 'vitest';
import type { StandingRecord } from '../../data/queries/records.query.js';
import type { Field, Kind } from '../../data/shapes.js';
import {
  contentOf,
  fieldsOf,
  findingsAt,
  missingIn,
  proposedNumber,
  startOf,
} from './record-draft.js';

const field = (name: string, optional = false): Field =>
  ({ name, type: 'text', labels: { en: name, 'zh-CN': name }, optional }) as Field;
const kind = {
  key: 'audit-finding',
  identity: ['ref'],
  fields: [field('ref'), field('severity'), field('category', true), field('rectified_on', true)],
} as unknown as Kind;
const record = {
  withdrawnReason: null,
  fields: { ref: 'A-1', severity: '2', category: 'funds', rectified_on: null },
} as unknown as StandingRecord;

describe('the draft of a form', () => {
  it('of a new record holds what is given and a number, and sends what is filled in', () => {
    const wish = { kind: kind.key, given: { severity: '3' }, fixed: ['severity'] };
    const fields = fieldsOf(kind, wish);
    expect(fields.map(({ needed, settled }) => [needed, settled])).toEqual([
      [true, false],
      [true, true],
      [false, false],
      [false, false],
    ]);
    const values = startOf(kind, wish, 'H-1');
    expect(values).toEqual({ ref: 'H-1', severity: '3', category: '', rectified_on: '' });
    expect(contentOf(fields, values, undefined)).toEqual({ ref: 'H-1', severity: '3' });
  });

  it('that closes a follow-up needs every field that does, and says once which is missing', () => {
    const fields = fieldsOf(kind, { kind: kind.key, record, only: ['rectified_on', 'category'] });
    const values = { rectified_on: '2026-01-01', category: ' ' };
    const [missing, ...others] = missingIn(fields, values, []);
    expect(missing).toMatchObject({ code: 'required', column: 'category' });
    expect(others).toEqual([]);
    expect(missingIn(fields, values, missing ? [missing] : [])).toEqual([]);
    expect(missingIn(fields, { ...values, category: 'funds' }, [])).toEqual([]);
  });

  it('of a standing one keeps what it is known by, and sends what differs, cleared fields as null', () => {
    const wish = { kind: kind.key, record };
    const fields = fieldsOf(kind, wish);
    expect(fields.filter(({ settled }) => settled).map(({ name }) => name)).toEqual(['ref']);
    const values = { ...startOf(kind, wish, 'H-1'), severity: ' 4 ', category: '' };
    expect(contentOf(fields, values, record)).toEqual({ severity: '4', category: null });
  });

  it('of a withdrawn one sends all that is to come back', () => {
    const withdrawn = { ...record, withdrawnReason: 'entered twice' };
    const fields = fieldsOf(kind, { kind: kind.key, record: withdrawn });
    const values = { ...startOf(kind, { kind: kind.key, record: withdrawn }, ''), category: '' };
    expect(contentOf(fields, values, withdrawn)).toEqual({ severity: '2' });
  });

  it('takes a usual value by what it is called', () => {
    const labels = { en: 'Audit', 'zh-CN': '审计' };
    const department = { ...field('department'), known: [{ value: 'audit', labels }] };
    const fields = fieldsOf({ ...kind, fields: [department] }, { kind: kind.key });
    const sent = (typed: string) => contentOf(fields, { department: typed }, undefined).department;
    expect(['审计', 'Audit', 'audit', 'customs'].map(sent)).toEqual([
      ...['audit', 'audit', 'audit', 'customs'],
    ]);
  });

  it('that closes a follow-up asks for its fields alone, and proposes the day', () => {
    const wish = {
      ...{ kind: kind.key, record, only: ['rectified_on'], also: ['category'] },
      given: { rectified_on: '2026-11-22', category: 'other' },
    };
    const fields = fieldsOf(kind, wish);
    expect(fields.map(({ name, needed }) => [name, needed])).toEqual([
      ['rectified_on', true],
      ['category', false],
    ]);
    const values = startOf(kind, wish, 'H-1');
    expect(contentOf(fields, values, record)).toEqual({ rectified_on: '2026-11-22' });
  });

  it('shows at no field what is said of fields that are not shown', () => {
    const said = ['severity', 'ref', null].map((column) => ({
      ...{ code: 'x', message: { en: '', 'zh-CN': '' }, value: null, column },
    }));
    const shown = fieldsOf(kind, { kind: kind.key, only: ['severity'] });
    expect(findingsAt(said, 'severity', shown)).toHaveLength(1);
    expect(findingsAt(said, null, shown).map(({ column }) => column)).toEqual(['ref', null]);
  });
});

it('a proposed number says the day and has no letter that looks like a digit', () => {
  expect(proposedNumber('2026-11-22')).toMatch(/^H20261122-[A-HJKMNP-Z2-9]{4}$/);
});
