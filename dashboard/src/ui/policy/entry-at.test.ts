import { policyJsonSchema } from '@probity/analytics';
import { describe, expect, it } from 'vitest';
import { entryAt } from './entry-at.js';
import type { EntrySchema } from './policy-entries.js';

const schema = policyJsonSchema() as EntrySchema;
const english = (path: string) =>
  entryAt(schema, path).labels.map((label) => (typeof label === 'string' ? label : label.en));

describe('what a path of the policy names', () => {
  it('is a number with its groups and unit', () => {
    expect(english('bands.high')).toEqual([expect.any(String), 'High']);
    expect(entryAt(schema, 'bands.high')).toMatchObject({ unit: 'points' });
    const cap = entryAt(schema, 'sources.audit-finding.cap');
    expect(cap.labels).toHaveLength(2);
    expect(cap.unit).toBe('points');
  });

  it('is a choice by the field whose values it names', () => {
    expect(entryAt(schema, 'appointments.circles').choiceOf).toBe('inspection-opinion.circle');
  });

  it('is an entry of a map, by its kind', () => {
    expect(english('followUps.countFrom.return-visit').at(-1)).toBe('return-visit');
    expect(entryAt(schema, 'followUps.countFrom.return-visit').unit).toBe('date');
    expect(entryAt(schema, 'followUps.countIn.return-visit').unit).toBe('');
    expect(entryAt(schema, 'retention.keepYears.audit-finding').unit).toBe('years');
  });

  it('is a clause, or a part of it, by the number that rests on it', () => {
    expect(entryAt(schema, 'clauses.appointments.noticeDays').ofClause).toBe('');
    expect(entryAt(schema, 'clauses.appointments.noticeDays.document.en').ofClause).toBe(
      'document.en',
    );
    expect(english('clauses.appointments.noticeDays.article')).toEqual(
      english('appointments.noticeDays'),
    );
  });

  it('is itself where a later version knows it no more', () => {
    expect(english('sources.audit-finding.colour').at(-1)).toBe('colour');
    expect(english('nothing.of.this')).toEqual(['nothing.of.this']);
  });
});
