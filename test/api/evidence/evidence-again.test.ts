import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { causes, countsOf, finished, importFile, report } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importFile(server, 'units', ['unit_code,name', 'U1,One']);
  await importFile(server, 'cadres', ['staff_no,name', 'S1,张三']);
});
afterAll(() => server.stop());

const header = 'ref,staff_no,given_on,respondent,circle,rating';
const opinions = (rows: readonly string[], query = '') =>
  importFile(server, 'inspection-opinion', [header, ...rows], { query });

/** The lines of an import's rows that are in a state of quarantine. */
async function linesOf(importId: number, state: string): Promise<number[]> {
  const { rows } = await server.json<{ rows: { importId: number; line: number }[] }>(
    `/api/quarantine?limit=1000&state=${state}`,
  );
  return rows.filter((row) => row.importId === importId).map(({ line }) => line);
}

describe('rows that wait in quarantine, sent again', () => {
  const bad = ['A1,S1,2024-01-01,peer,work,9', 'A2,S9,2099-01-01,peer,work,1'];

  it('are duplicates that are said to wait, whether the file is the same or another', async () => {
    const first = await opinions(bad);
    expect([...countsOf(first), first.waiting]).toEqual([2, 0, 0, 2, 0, 1, 0]);
    expect(first.warningsNotImported).toBe(1);
    for (const rows of [bad, [...bad, '']]) {
      const again = await opinions(rows);
      expect([...countsOf(again), again.waiting]).toEqual([2, 0, 2, 0, 0, 2, 2]);
      expect(again.warningsNotImported).toBe(2);
      const notes = await report(server, again.id, 'warnings.csv');
      expect(notes).toHaveLength(2);
      for (const note of notes) {
        expect(note).toMatch(/already-waiting,.*import \d+ refused it\."?,,false$/);
      }
    }
  });

  it('refuse an atomic import for the causes that they wait for', async () => {
    const fresh = await opinions(['B1,S1,2024-01-01,peer,work,9', 'B2,S8,2024-01-01,peer,work,1']);
    expect(countsOf(fresh)).toEqual([2, 0, 0, 2, 0, 0]);
    const atomic = await opinions(
      ['B1,S1,2024-01-01,peer,work,9', 'B2,S8,2024-01-01,peer,work,1', ''],
      'mode=atomic',
    );
    expect([atomic.status, ...countsOf(atomic)]).toEqual(['failed', 0, 0, 0, 0, 0, 0]);
    expect(await causes(server, atomic.id)).toEqual([
      '2,rating,out-of-range',
      '3,staff_no,unknown-reference',
    ]);
    expect(atomic.cause).toMatchObject({ code: 'out-of-range', line: 2, column: 'rating' });
    const never = await opinions(['B3,S8,2024-01-01,peer,work,1'], 'mode=atomic');
    expect(await causes(server, never.id)).toEqual(['2,staff_no,unknown-reference']);
  });

  it('are not settled by an atomic import that has only one side of a conflict', async () => {
    const sides = ['C1,S1,2024-01-01,peer,work,1', 'C1,S1,2024-01-01,peer,work,2'];
    await opinions(sides);
    const atomic = await opinions(sides.slice(0, 1), 'mode=atomic');
    expect(atomic.status).toBe('failed');
    expect(await causes(server, atomic.id)).toEqual(['2,,conflict']);
  });
});

describe('rows that wait in quarantine, mended', () => {
  it('are overtaken, whatever they were refused for, and the counts of their import stay', async () => {
    const first = await opinions([
      'D1,S1,2024-02-30,peer,work,1',
      'D2,S7,2024-02-01,peer,work,1',
      'D3,S1,2024-02-30,peer,work,1',
      'D4,S1,2024-02-01,peer,work',
    ]);
    expect(await linesOf(first.id, 'waiting')).toEqual([2, 3, 4, 5]);
    const mended = await opinions(['D1,S1,2024-02-29,peer,work,1']);
    expect(countsOf(mended)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await linesOf(first.id, 'overtaken')).toEqual([2]);
    expect(await linesOf(first.id, 'waiting')).toEqual([3, 4, 5]);
    expect(countsOf(await finished(server, first.id))).toEqual(countsOf(first));
  });

  it('are overtaken where the record is found as it should be', async () => {
    const good = 'E1,S1,2024-03-01,peer,work,1';
    await opinions([good]);
    const bad = await opinions(['E1,S1,2024-03-01,peer,work,9']);
    expect(await linesOf(bad.id, 'waiting')).toEqual([2]);
    expect(countsOf(await opinions([good, '']))).toEqual([1, 0, 1, 0, 0, 0]);
    expect(await linesOf(bad.id, 'waiting')).toEqual([]);
  });

  it('stay where the identity was not read, is of another system, or is to be withdrawn', async () => {
    const bad = await opinions([',S1,2024-04-01,peer,work,1', 'F1,S1,2024-04-01,peer,work,9']);
    const withdrawal = await importFile(
      server,
      'inspection-opinion',
      ['ref,staff_no,reason', 'F1,S1,wrong person'],
      { query: 'mode=withdraw' },
    );
    expect(countsOf(withdrawal)).toEqual([1, 0, 0, 1, 0, 0]);
    await opinions(['F1,S1,2024-04-01,peer,work,1'], 'system=court');
    expect(await linesOf(bad.id, 'waiting')).toEqual([2, 3]);
    await opinions(['F1,S1,2024-04-01,peer,work,1']);
    expect(await linesOf(bad.id, 'waiting')).toEqual([2]);
    expect(await linesOf(withdrawal.id, 'waiting')).toEqual([2]);
  });
});

it('tells why an import failed, in the language asked for', async () => {
  const failed = await importFile(server, 'units', ['unit_code', 'U2']);
  expect(failed.cause).toMatchObject({ code: 'missing-column', line: 1, column: 'name' });
  const response = await server.fetch(`/api/imports/${failed.id}`, {
    headers: { 'accept-language': 'zh-CN' },
  });
  expect(await response.json()).toMatchObject({
    cause: { message: expect.stringContaining('缺少') },
  });
});
