import { describe, expect, it } from 'vitest';
import { deadlineClauses, gateClauses } from './clause-paths.js';
import { comparePolicies } from './compare.js';
import { defaultPolicy, PolicyError, parsePolicy, policyJsonSchema } from './policy.js';

function refused(document: unknown): string[] {
  try {
    parsePolicy(document);
  } catch (error) {
    if (error instanceof PolicyError) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
}

const opinions = (part: object) => ({ sources: { 'inspection-opinion': part } });

describe('parsePolicy', () => {
  it('fills in defaults and keeps what it was given', () => {
    const policy = parsePolicy(opinions({ cap: 12.5 }));
    expect(comparePolicies(defaultPolicy, policy)).toEqual([
      { path: ['sources', 'inspection-opinion', 'cap'], before: 20, after: 12.5 },
    ]);
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });

  it.each([
    [
      'a half-life of zero',
      opinions({ halfLifeDays: 0 }),
      'sources.inspection-opinion.halfLifeDays',
    ],
    [
      'a negative half-life',
      opinions({ halfLifeDays: -1 }),
      'sources.inspection-opinion.halfLifeDays',
    ],
    ['a negative cap', opinions({ cap: -1 }), 'sources.inspection-opinion.cap'],
    ['a number as text', opinions({ cap: '20' }), 'sources.inspection-opinion.cap'],
    ['no number at all', opinions({ cap: Number.NaN }), 'sources.inspection-opinion.cap'],
    ['half a day', { followUps: { dueSoonDays: 1.5 } }, 'followUps.dueSoonDays'],
    ['bands out of order', { bands: { high: 10 } }, 'bands'],
    ['equal bands', { bands: { watch: 18 } }, 'bands'],
    ['an unknown name', { bandz: {} }, ''],
    [
      'a kind that is not there',
      { followUps: { expectedFrom: { nap: '2024-01-01' } } },
      'followUps.expectedFrom',
    ],
    [
      'a day that is not there',
      { followUps: { countFrom: { 'hold-audit': '2024-02-30' } } },
      'followUps.countFrom.hold-audit',
    ],
    [
      '29 February as a day of every year',
      { sources: { 'debriefing-score': { followUps: { holdBy: { month: 2, day: 29 } } } } },
      'sources.debriefing-score.followUps.holdBy',
    ],
    ['no document', null, ''],
  ])('refuses %s and names it', (_, document, path) => {
    expect(refused(document)).toEqual([path]);
  });

  it('names every bad number at once', () => {
    expect(
      refused({ ...opinions({ cap: -1, halfLifeDays: 0 }), coverage: { minimum: 2 } }),
    ).toHaveLength(3);
  });
});

describe('policyJsonSchema', () => {
  it('labels every number in both languages, with its unit', () => {
    const unlabelled: string[] = [];
    const visit = (schema: unknown, path: string) => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, labels, unit, type } = schema as Record<string, unknown>;
      const named = labels as { en?: string; 'zh-CN'?: string } | undefined;
      if (!named?.en || !named['zh-CN'] || (type === 'number' && !unit)) unlabelled.push(path);
      for (const [name, part] of Object.entries(properties ?? {})) visit(part, `${path}.${name}`);
    };
    visit(policyJsonSchema(), 'policy');
    expect(unlabelled).toEqual([]);
  });
});

describe('clauses', () => {
  it('are named for deadlines and thresholds alone, none verified as delivered', () => {
    const { clauses } = defaultPolicy;
    const paths = Object.keys(clauses);
    for (const path of [...Object.values(deadlineClauses), ...Object.values(gateClauses)]) {
      if (path !== null) expect(paths).toContain(path);
    }
    expect(Object.values(clauses).filter((clause) => clause?.verified)).toEqual([]);
    expect(paths.some((path) => /cap|halfLife|Weights/.test(path))).toBe(false);
  });

  it('keep what was delivered where a document speaks of others', () => {
    const path = 'hearing.answerDays';
    const { clauses } = parsePolicy({ clauses: { [path]: null, 'appointments.noticeDays': null } });
    expect(clauses['appointments.noticeDays']).toBeNull();
    expect(clauses['appointments.admonitionDays']).toEqual(
      defaultPolicy.clauses['appointments.admonitionDays'],
    );
  });
});

describe('comparePolicies', () => {
  it('names lists and dates that differ, and nothing else', () => {
    const changed = parsePolicy({
      sources: { 'personal-matter-report': { followUps: { annualRanks: ['division'] } } },
      followUps: { expectedFrom: { 'hold-audit': '2024-01-01', train: null } },
    });
    expect(comparePolicies(defaultPolicy, changed)).toEqual([
      {
        path: ['sources', 'personal-matter-report', 'followUps', 'annualRanks'],
        before: [],
        after: ['division'],
      },
      { path: ['followUps', 'expectedFrom', 'hold-audit'], before: undefined, after: '2024-01-01' },
    ]);
  });
});
