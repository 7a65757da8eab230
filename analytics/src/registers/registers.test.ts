import { describe, expect, it } from 'vitest';
import { registers } from './index.js';
import { defineRegister } from './record-kind.js';

describe('registers', () => {
  it('come in the order in which they refer to one another', () => {
    expect(registers.map((register) => register.key)).toEqual([
      'units',
      'unit-quotas',
      'cadres',
      'cadre-aliases',
      'postings',
      'appointment-case',
      'sanctions',
      'outcomes',
      'calendar-days',
    ]);
  });

  it('never let one header mean two fields', () => {
    for (const { key, fields } of registers) {
      const owners = new Map<string, string>();
      for (const [name, field] of Object.entries(fields)) {
        for (const header of [
          name,
          field.labels.en,
          field.labels['zh-CN'],
          ...(field.aliases ?? []),
        ]) {
          const owner = owners.get(header.toLowerCase());
          expect(owner === undefined || owner === name, `${key}: ${header}`).toBe(true);
          owners.set(header.toLowerCase(), name);
        }
      }
    }
  });

  it('refuse an identity that names no field', () => {
    expect(() =>
      defineRegister({
        key: 'broken',
        labels: { en: '', 'zh-CN': '' },
        fields: {},
        identity: ['nowhere'],
      }),
    ).toThrow('no field nowhere');
  });
});
