import { describe, expect, it } from 'vitest';
import { asked, clearFacts, openCase } from '../../testing/clear-case.js';
import { NO_DAY } from '../fields/day.js';
import { defaultPolicy, parsePolicy } from '../policy/policy.js';
import { type Facts, noFacts } from './facts/facts.js';
import { breachOf, gate } from './gate.js';

/** The reasons as `kind ref about missing`, with these facts in place of the clear ones. */
function reasons(facts: Partial<Facts>, day = asked, policy = defaultPolicy): string[] {
  return gate(openCase, { ...clearFacts, ...facts }, day, policy).reasons.map(
    ({ kind, ref, about, missing }) =>
      [kind, ref, about, missing ? 'missing' : null].filter((part) => part !== null).join(' '),
  );
}

/** The only fact of a list, with some of it changed. */
function but<T>([one]: readonly T[], change: Partial<T>): T[] {
  return [{ ...(one as T), ...change }];
}

describe('the gate', () => {
  it('is clear where everything is there and nothing speaks against it', () => {
    expect(gate(openCase, clearFacts, asked, defaultPolicy)).toEqual({
      result: 'clear',
      reasons: [],
    });
  });

  it('names everything that is missing, in the order of the rules', () => {
    const { result, reasons: found } = gate(openCase, noFacts, asked, defaultPolicy);
    expect(result).toBe('blocked');
    expect(found.every(({ missing, ref }) => missing && ref === 'C-1')).toBe(true);
    expect(found.map(({ kind }) => kind)).toEqual([
      'headcount',
      ...Array(6).fill('file'),
      ...Array(6).fill('joint-review'),
      'notice',
      ...Array(8).fill('opinions'),
      'report-unverified',
    ]);
  });

  it('says in both languages what is wrong and what would clear it', () => {
    for (const { message, clearedBy } of gate(openCase, noFacts, asked, defaultPolicy).reasons) {
      for (const text of [message, clearedBy]) {
        expect(text.en).toMatch(/^[ -~−]+$/);
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('headcount', () => {
  const { headcountReviews } = clearFacts;

  it('counts filled − leaving + planned against what is established', () => {
    expect(reasons({ headcountReviews: but(headcountReviews, { plannedPosts: 2 }) })).toEqual([
      'headcount C-1',
    ]);
    expect(reasons({ headcountReviews: but(headcountReviews, { leavingPosts: 0 }) })).toEqual([
      'headcount C-1',
    ]);
  });

  it('is missing until the day of the review', () => {
    const review = (reviewedOn: number) => but(headcountReviews, { reviewedOn });
    expect(reasons({ headcountReviews: review(asked) })).toEqual([]);
    expect(reasons({ headcountReviews: review(asked + 1) })).toEqual(['headcount C-1 missing']);
  });

  it('goes by the latest of several reviews, as does improper treatment', () => {
    const older = but(headcountReviews, { filledPosts: 9, improperTreatment: true });
    const newer = but(headcountReviews, { reviewedOn: asked });
    expect(reasons({ headcountReviews: [...older, ...newer] })).toEqual([]);
    expect(reasons({ headcountReviews: older })).toEqual([
      'headcount C-1',
      'improper-treatment C-1',
    ]);
  });
});

describe('file', () => {
  const withItem = (change: object, item = 'age') => ({
    fileReviews: [
      ...clearFacts.fileReviews.filter((one) => one.item !== item),
      ...but(clearFacts.fileReviews, { item, ...change }),
    ],
  });

  it('is blocked by a doubt until it is resolved', () => {
    expect(reasons(withItem({ result: 'doubt' }))).toEqual(['file C-1 age']);
    expect(reasons(withItem({ result: 'doubt', resolvedOn: asked + 1 }))).toEqual(['file C-1 age']);
    expect(reasons(withItem({ result: 'doubt', resolvedOn: asked }))).toEqual([]);
  });

  it('is blocked by an unqualified item, "other" too', () => {
    expect(reasons(withItem({ result: 'unqualified', resolvedOn: asked }))).toEqual([
      'file C-1 age',
    ]);
    expect(reasons(withItem({ result: 'unqualified' }, 'other'))).toEqual(['file C-1 other']);
  });

  it('is blocked by an item that was not reviewed yet, by policy', () => {
    expect(reasons(withItem({ reviewedOn: asked + 1 }))).toEqual(['file C-1 age missing']);
    const policy = parsePolicy({ sources: { 'file-review': { requiredItems: ['other'] } } });
    expect(reasons(withItem({ reviewedOn: asked + 1 }), asked, policy)).toEqual([
      'file C-1 other missing',
    ]);
  });
});

describe('joint-review', () => {
  const withReply = (change: object, department = 'audit') => ({
    replies: [
      ...clearFacts.replies.filter((one) => one.department !== department),
      ...but(clearFacts.replies, { department, ...change }),
    ],
  });

  it('is blocked by a required department that was not asked or has not replied', () => {
    const line = ['joint-review C-1 audit missing'];
    expect(reasons(withReply({ requestedOn: asked + 1, repliedOn: asked + 1 }))).toEqual(line);
    expect(reasons(withReply({ repliedOn: asked + 1 }))).toEqual(line);
    expect(reasons(withReply({ repliedOn: asked }))).toEqual([]);
    expect(reasons(withReply({ repliedOn: asked, opinion: null }))).toEqual(line);
  });

  it('is blocked by an objection or a deferral, of any department that was asked', () => {
    expect(reasons(withReply({ opinion: 'objection' }))).toEqual(['joint-review C-1 audit']);
    expect(reasons(withReply({ opinion: 'defer' }))).toEqual(['joint-review C-1 audit']);
    expect(reasons(withReply({ opinion: 'objection' }, 'taxes'))).toEqual([
      'joint-review C-1 taxes',
    ]);
    expect(reasons(withReply({ opinion: 'objection', repliedOn: NO_DAY }, 'taxes'))).toEqual([]);
  });

  it('asks the departments that policy lists', () => {
    const policy = parsePolicy({ appointments: { requiredDepartments: ['taxes'] } });
    expect(reasons({}, asked, policy)).toEqual(['joint-review C-1 taxes missing']);
  });
});

describe('notice', () => {
  const notices = (change: object) => ({ notices: but(clearFacts.notices, change) });

  it('needs five public days so far', () => {
    const until = { endsOn: asked + 10 };
    expect(reasons(notices({ postedOn: asked - 5, ...until }))).toEqual([]);
    expect(reasons(notices({ postedOn: asked - 4, ...until }))).toEqual(['notice C-1']);
    expect(reasons(notices({ postedOn: asked + 1, ...until }))).toEqual(['notice C-1 missing']);
  });

  it('needs five days before its end, whenever that was', () => {
    expect(reasons(notices({ postedOn: asked - 30, endsOn: asked - 25 }))).toEqual([]);
    expect(reasons(notices({ postedOn: asked - 30, endsOn: asked - 26 }))).toEqual(['notice C-1']);
    expect(reasons(notices({ postedOn: asked - 30, endsOn: asked - 40 }))).toEqual(['notice C-1']);
  });

  it('is blocked by objections until they are settled', () => {
    expect(reasons(notices({ objectionCount: 1 }))).toEqual(['notice C-1']);
    expect(reasons(notices({ objectionCount: 1, objectionsSettledOn: asked + 1 }))).toEqual([
      'notice C-1',
    ]);
    expect(reasons(notices({ objectionCount: 2, objectionsSettledOn: asked }))).toEqual([]);
  });
});

describe('opinions', () => {
  it('names each group and each circle that was not heard by the day', () => {
    const [first, ...others] = clearFacts.opinions;
    const late = { ...(first as (typeof others)[number]), givenOn: asked + 1 };
    expect(reasons({ opinions: [late, ...others] })).toEqual([
      'opinions C-1 leading_group missing',
    ]);
    const oneCircle = clearFacts.opinions.map((one) => ({ ...one, circle: 'life' }));
    expect(reasons({ opinions: oneCircle })).toEqual([
      'opinions C-1 work missing',
      'opinions C-1 social missing',
    ]);
  });
});

describe('breachOf', () => {
  const decided = { ...openCase, decidedOn: asked, decision: 'appointed' } as const;

  it('is a breach where a record spoke against the appointment', () => {
    const debriefings = but(clearFacts.debriefings, { grade: 'incompetent' });
    expect(breachOf(decided, { ...clearFacts, debriefings }, defaultPolicy)).toBe('breach');
    expect(breachOf(decided, { ...noFacts, debriefings }, defaultPolicy)).toBe('breach');
  });

  it('is undocumented where everything that blocked it was missing', () => {
    expect(breachOf(decided, noFacts, defaultPolicy)).toBe('undocumented');
    expect(breachOf(decided, { ...clearFacts, notices: [] }, defaultPolicy)).toBe('undocumented');
  });

  it('is none where the gate was clear, or nobody was appointed', () => {
    expect(breachOf(decided, clearFacts, defaultPolicy)).toBe('none');
    expect(breachOf({ ...decided, decision: 'rejected' }, noFacts, defaultPolicy)).toBe('none');
    expect(breachOf(openCase, noFacts, defaultPolicy)).toBe('none');
  });

  it('goes by the day of the decision', () => {
    const notices = but(clearFacts.notices, { postedOn: asked - 4, endsOn: asked + 10 });
    expect(breachOf(decided, { ...clearFacts, notices }, defaultPolicy)).toBe('breach');
    const later = { ...decided, decidedOn: asked + 1 };
    expect(breachOf(later, { ...clearFacts, notices }, defaultPolicy)).toBe('none');
  });
});
