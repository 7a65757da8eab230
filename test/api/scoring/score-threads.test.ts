import { defaultPolicy, parsePolicy, scoreAll } from '@probity/analytics';
import { afterAll, describe, expect, it } from 'vitest';
import { ScoreThreads } from '../../../api/dist/scoring/threads/score-threads.js';
import { evidenceOf, LAST_DAY } from '../../bench/population.js';
import { startServer } from '../../support/server.js';

const evidence = evidenceOf(500);

describe('scoring in several threads', () => {
  const threads = new ScoreThreads({ threadCount: 3, aloneBelow: 1 });
  afterAll(() => threads.end());

  it('gives what one thread gives, to the bit', async () => {
    for (const day of [LAST_DAY, LAST_DAY - 700]) {
      const scores = await threads.scoreAll(evidence, day, defaultPolicy);
      expect(scores).toEqual(scoreAll(evidence, day, defaultPolicy));
    }
  });

  it('counts working days by the calendar in all of them', async () => {
    const policy = parsePolicy({ followUps: { countIn: { 'rectify-finding': 'workingDays' } } });
    const holidays = Array.from({ length: 300 }, (_, ago) => LAST_DAY - 2 * ago);
    const known = { ...evidence, calendar: { holidays, workingDays: [] } };
    const scores = await threads.scoreAll(known, LAST_DAY, policy);
    expect(scores).toEqual(scoreAll(known, LAST_DAY, policy));
    expect(scores.total).not.toEqual(scoreAll(evidence, LAST_DAY, policy).total);
  });

  it('puts everyone in order again when a few have other evidence', async () => {
    const changed = evidenceOf(500, 8);
    const everyone = Array.from({ length: 500 }, (_, cadre) => cadre);
    const scores = await threads.scoreAll(evidence, LAST_DAY, defaultPolicy);
    await threads.scoreSome(changed, everyone, defaultPolicy, scores);
    expect(scores).toEqual(scoreAll(changed, LAST_DAY, defaultPolicy));
  });

  it('fails when one of them runs out of memory, and has another one the next time', async () => {
    let heapMb = 4;
    const bounded = new ScoreThreads({
      ...{ threadCount: 2, aloneBelow: 1 },
      get heapMb() {
        return heapMb;
      },
    });
    await expect(bounded.scoreAll(evidence, LAST_DAY, defaultPolicy)).rejects.toThrow(/memory/);
    heapMb = 64;
    const scores = await bounded.scoreAll(evidence, LAST_DAY, defaultPolicy);
    expect(scores.rankedCount).toBe(500);
    await bounded.end();
  });
});

describe('a scoring thread that may hold too little', () => {
  it('fails the run and says which setting it needs, while everything else is answered', async () => {
    const server = await startServer({ env: { PROBITY_SCORING_HEAP_MB: '8' } });
    const { id } = await server.json<{ id: string }>('/api/scoring/runs', {
      method: 'POST',
      body: JSON.stringify({ asOf: '2026-06-30' }),
      headers: { 'content-type': 'application/json' },
    });
    await expect
      .poll(() => server.json(`/api/scoring/runs/${id}`))
      .toMatchObject({
        status: 'failed',
        error: expect.stringContaining('PROBITY_SCORING_HEAP_MB'),
      });
    expect((await server.fetch('/api/health/ready')).status).toBe(200);
    await server.stop();
  });
});
