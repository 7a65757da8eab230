import { describe, expect, it } from 'vitest';
import { asked, openCase } from '../../testing/clear-case.js';
import { dateOf } from '../fields/day.js';
import { defaultPolicy } from '../policy/policy.js';
import { caseDeadlines } from './deadlines.js';
import { lacking } from './reason.js';
import { stageOf } from './stage.js';

const tell = (cases: Parameters<typeof caseDeadlines>[0], day = asked) =>
  caseDeadlines(cases, day, defaultPolicy).map((deadlines) =>
    deadlines.map(({ kind, dueOn, state }) => `${kind} ${dueOn - openCase.openedOn} ${state}`),
  );

describe('the deadlines of a case', () => {
  it('are those of its reviews, case by case', () => {
    const reply = { case_no: 'C-2', department: 'audit', requested_on: dateOf(asked - 5) };
    const cases = [
      { about: openCase, records: {} },
      {
        about: { ...openCase, caseNo: 'C-2' },
        records: {
          'joint-review-reply': [{ ...reply, due_on: dateOf(asked + 1) }],
          'headcount-review': [
            { case_no: 'C-2', reviewed_on: dateOf(asked - 40), improper_treatment: false },
          ],
        },
      },
    ];
    expect(tell(cases)).toEqual([
      ['headcount-review 15 overdue', 'file-review 30 overdue', 'inspection-notice 30 overdue'],
      [
        'headcount-review 15 closed',
        'file-review 30 overdue',
        'inspection-notice 30 overdue',
        'joint-review 61 due-soon',
      ],
    ]);
  });

  it('end with the review of the first year once somebody is appointed', () => {
    const about = { ...openCase, decidedOn: asked - 1, decision: 'appointed' } as const;
    expect(tell([{ about, records: {} }])[0]?.at(-1)).toBe('probation-review 424 open');
  });

  it('of a case that is not open yet are none', () => {
    expect(tell([{ about: openCase, records: {} }], openCase.openedOn - 1)).toEqual([[]]);
    expect(tell([])).toEqual([]);
  });
});

describe('the stage of a case', () => {
  const text = { en: 'x', 'zh-CN': 'x' };
  const missing = (...kinds: ('file' | 'opinions' | 'headcount')[]) =>
    kinds.map((kind) => lacking(kind, 'C-1', text, text));

  it('is the first step of which something is missing, then the decision', () => {
    expect(stageOf(false, missing('file', 'opinions'))).toBe('file');
    expect(stageOf(false, missing('opinions', 'headcount'))).toBe('headcount');
    expect(stageOf(false, [])).toBe('decision');
    expect(stageOf(true, missing('file'))).toBe('decided');
  });
});
