import { defaultPolicy, policyJsonSchema } from '@probity/analytics';
import { describe, expect, it } from 'vitest';
import { type EntrySchema, isChanged, policyGroupsOf } from './policy-entries.js';

const schema = policyJsonSchema() as EntrySchema;

describe('policyGroupsOf', () => {
  it('shows every number of the delivered policy, each with a label, none as changed', () => {
    const groups = policyGroupsOf(schema, defaultPolicy);
    const entries = groups.flatMap((group) => group.entries);
    expect(groups.map((group) => group.path)).toContain('sources.audit-finding');
    const numbers = JSON.stringify(defaultPolicy).match(/:\s*-?\d+(\.\d+)?/g) ?? [];
    expect(entries.filter(({ value }) => typeof value === 'number')).toHaveLength(numbers.length);
    const open = entries.filter(({ value, least, above }) => {
      return typeof value === 'number' && least === undefined && above === undefined;
    });
    expect(open.map(({ path }) => path)).toEqual([]);
    expect(entries.filter(isChanged)).toEqual([]);
    const clauses = entries.flatMap(({ clausePath }) => clausePath ?? []);
    expect(clauses.sort()).toEqual(Object.keys(defaultPolicy.clauses).sort());
    expect(entries.find(({ path }) => path === 'bands.high')).toMatchObject({
      labels: [{ en: 'High' }],
      unit: 'points',
      value: 30,
      least: 0,
    });
    const choices = entries.filter(({ choiceOf }) => choiceOf).map(({ path }) => path);
    expect(choices).toContain('appointments.requiredDepartments');
    expect(choices).toContain('talks.rules.omitted-matter');
  });

  it('marks what differs, and shows the dates that a policy sets', () => {
    const changed = {
      ...defaultPolicy,
      bands: { ...defaultPolicy.bands, high: 35 },
      followUps: { ...defaultPolicy.followUps, countFrom: { 'return-visit': '2026-01-01' } },
      retention: { ...defaultPolicy.retention, keepYears: { 'audit-finding': 10 } },
    };
    const entries = policyGroupsOf(schema, changed).flatMap((group) => group.entries);
    expect(entries.filter(isChanged).map(({ path, value }) => [path, value])).toEqual([
      ['bands.high', 35],
      ['followUps.countFrom.return-visit', '2026-01-01'],
      ['retention.keepYears.audit-finding', 10],
    ]);
    expect(entries.find(({ path }) => path === 'retention.keepYears.audit-finding')).toMatchObject({
      ...{ least: 1, most: 100, unit: 'years' },
    });
    expect(entries.find(({ path }) => path.startsWith('followUps.countFrom'))?.unit).toBe('date');
  });
});
