import { describe, expect, it } from 'vitest';
import { tellFollowUps } from '../../../testing/tell-follow-ups.js';
import { jointReviewReply } from './joint-review-reply.source.js';

function tell(asOf: string, cells: object = {}): string[] {
  const request = {
    case_no: 'C-1',
    department: 'audit',
    requested_on: '2024-02-01',
    due_on: '2024-02-29',
  };
  return tellFollowUps({ source: jointReviewReply, asOf, records: [{ ...request, ...cells }] });
}

describe('joint-review', () => {
  it('is asked from the request on, until its due day', () => {
    expect(tell('2024-01-31')).toEqual([]);
    expect(tell('2024-02-01')).toEqual(['joint-review C-1 2024-02-29 open office']);
    expect(tell('2024-03-01')).toEqual(['joint-review C-1 2024-02-29 overdue 1 office']);
  });

  it('is closed by the reply, whatever it says', () => {
    const replied = { replied_on: '2024-03-05', opinion: 'defer' };
    expect(tell('2024-03-04', replied)).toEqual(['joint-review C-1 2024-02-29 overdue 4 office']);
    expect(tell('2024-03-05', replied)).toEqual([
      'joint-review C-1 2024-02-29 closed 2024-03-05 office',
    ]);
  });
});
