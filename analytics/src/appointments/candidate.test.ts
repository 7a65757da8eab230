import { describe, expect, it } from 'vitest';
import { asked, clearFacts, openCase } from '../../testing/clear-case.js';
import { NO_DAY } from '../fields/day.js';
import { defaultPolicy } from '../policy/policy.js';
import type { Facts } from './facts/facts.js';
import { gate } from './gate.js';

function reasons(facts: Partial<Facts>): string[] {
  const answer = gate(openCase, { ...clearFacts, ...facts }, asked, defaultPolicy);
  return answer.reasons.map(({ kind, ref, missing }) =>
    missing ? `${kind} ${ref} missing` : `${kind} ${ref}`,
  );
}

describe('debriefing', () => {
  const held = (year: number, heldOn: number, grade: string) => {
    return { ref: `S1/${year}`, year, heldOn, grade };
  };

  it('is blocked by a latest one below competent', () => {
    expect(reasons({ debriefings: [held(2023, asked, 'basically_competent')] })).toEqual([
      'debriefing S1/2023',
    ]);
    expect(reasons({ debriefings: [held(2023, asked + 1, 'incompetent')] })).toEqual([]);
    expect(reasons({ debriefings: [] })).toEqual([]);
  });

  it('goes by the latest year, and of one year by the one held later', () => {
    const failed = held(2022, asked - 10, 'incompetent');
    expect(reasons({ debriefings: [failed, held(2023, asked - 150, 'competent')] })).toEqual([]);
    expect(reasons({ debriefings: [held(2022, asked - 11, 'excellent'), failed] })).toEqual([
      'debriefing S1/2022',
    ]);
  });
});

describe('open-finding', () => {
  const finding = {
    ref: 'F-1',
    foundOn: asked,
    severity: 3,
    rectifiedOn: NO_DAY,
    returnVisitedOn: NO_DAY,
    returnVisitResult: null,
    reRectifiedOn: NO_DAY,
  };

  it('is one of severity 3 or more, found by the day and not rectified by it', () => {
    expect(reasons({ findings: [finding] })).toEqual(['open-finding F-1']);
    expect(reasons({ findings: [{ ...finding, severity: 2 }] })).toEqual([]);
    expect(reasons({ findings: [{ ...finding, foundOn: asked + 1 }] })).toEqual([]);
    expect(reasons({ findings: [{ ...finding, rectifiedOn: asked }] })).toEqual([]);
    expect(reasons({ findings: [{ ...finding, rectifiedOn: asked + 1 }] })).toHaveLength(1);
  });

  it('is open again after a failed visit, until it is rectified again', () => {
    const visited = {
      ...finding,
      foundOn: asked - 90,
      rectifiedOn: asked - 30,
      returnVisitedOn: asked,
      returnVisitResult: 'not_rectified',
    };
    expect(reasons({ findings: [visited] })).toEqual(['open-finding F-1']);
    expect(reasons({ findings: [{ ...visited, returnVisitedOn: asked + 1 }] })).toEqual([]);
    expect(reasons({ findings: [{ ...visited, reRectifiedOn: asked }] })).toEqual([]);
    expect(reasons({ findings: [{ ...visited, returnVisitResult: 'verified' }] })).toEqual([]);
  });
});

describe('personal-matter', () => {
  const [checked] = clearFacts.reports;
  const report = {
    ref: 'P-2',
    dueOn: asked - 1,
    submittedOn: NO_DAY,
    checkResult: null,
    checkedOn: NO_DAY,
  };
  const withReport = (change: object) =>
    reasons({ reports: [checked as typeof report, { ...report, ...change }] });

  it('is blocked by a report from the day after it was due until it comes', () => {
    expect(withReport({})).toEqual(['personal-matter P-2']);
    expect(withReport({ dueOn: asked })).toEqual([]);
    expect(withReport({ submittedOn: asked })).toEqual([]);
    expect(withReport({ submittedOn: asked + 1 })).toEqual(['personal-matter P-2']);
  });

  it.each([
    ['omitted', 365],
    ['concealed', 1825],
  ])('is blocked by matters %s in the last %d days', (checkResult, days) => {
    const found = { submittedOn: asked - 3000, dueOn: asked - 3000, checkResult };
    expect(withReport({ ...found, checkedOn: asked - days + 1 })).toEqual(['personal-matter P-2']);
    expect(withReport({ ...found, checkedOn: asked - days })).toEqual([]);
    expect(withReport({ ...found, checkedOn: asked })).toEqual(['personal-matter P-2']);
    expect(withReport({ ...found, checkedOn: asked + 1 })).toEqual([]);
    const undated = { submittedOn: asked - 3000, checkResult, dueOn: asked - days + 1 };
    expect(withReport(undated)).toEqual(['personal-matter P-2']);
    expect(withReport({ ...undated, dueOn: asked - days })).toEqual([]);
  });
});

describe('report-unverified', () => {
  const [checked] = clearFacts.reports;
  const line = ['report-unverified C-1 missing'];
  const withCheck = (change: object) =>
    reasons({ reports: [{ ...(checked as Facts['reports'][number]), ...change }] });

  it('needs a check in the last 365 days', () => {
    expect(withCheck({ checkedOn: asked - 364 })).toEqual([]);
    expect(withCheck({ checkedOn: asked - 365 })).toEqual(line);
    expect(withCheck({ checkedOn: asked + 1 })).toEqual(line);
    expect(reasons({ reports: [] })).toEqual(line);
  });

  it('is not cleared by a report that is still to come', () => {
    expect(withCheck({ dueOn: asked })).toEqual([]);
    expect(withCheck({ dueOn: asked + 1 })).toEqual(line);
  });

  it('is not cleared by a report that was not checked', () => {
    expect(withCheck({ checkResult: 'not_checked' })).toEqual(line);
    expect(withCheck({ checkResult: null })).toEqual(line);
  });
});

describe('admonition and sanction', () => {
  const talk = { ref: 'T-1', kind: 'admonition', heldOn: asked };
  const sanction = { ref: 'X-1', decidedOn: asked - 400, effectUntil: asked };

  it('an admonition blocks for 183 days', () => {
    expect(reasons({ talks: [talk] })).toEqual(['admonition T-1']);
    expect(reasons({ talks: [{ ...talk, heldOn: asked - 182 }] })).toEqual(['admonition T-1']);
    expect(reasons({ talks: [{ ...talk, heldOn: asked - 183 }] })).toEqual([]);
    expect(reasons({ talks: [{ ...talk, heldOn: asked + 1 }] })).toEqual([]);
    expect(reasons({ talks: [{ ...talk, kind: 'reminding' }] })).toEqual([]);
  });

  it('a sanction blocks to the last day of its effect', () => {
    expect(reasons({ sanctions: [sanction] })).toEqual(['sanction X-1']);
    expect(reasons({ sanctions: [{ ...sanction, effectUntil: asked - 1 }] })).toEqual([]);
    expect(reasons({ sanctions: [{ ...sanction, decidedOn: asked + 1 }] })).toEqual([]);
  });
});
