import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { causes, countsOf, importFile, report } from '../../support/records/imports.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importFile(server, 'units', ['unit_code,name', 'U1,One']);
  await importFile(server, 'cadres', ['staff_no,name,unit_code', 'S1,张三,U1', 'S2,李四,U1']);
});
afterAll(() => server.stop());

const header = 'ref,staff_no,given_on,respondent,circle,rating';
const opinions = (rows: readonly string[], query = '') =>
  importFile(server, 'inspection-opinion', [header, ...rows], { query });

describe('the same record again', () => {
  it('is a duplicate with the same content, and a new version with another', async () => {
    expect(countsOf(await opinions(['A1,S1,2024-01-01,peer,work,-1']))).toEqual([1, 1, 0, 0, 0, 0]);
    const again = ['A1,S1,2024/1/1,同级,工作圈,-1', 'A2,S1,2024-02-01,peer,work,0'];
    expect(countsOf(await opinions(again))).toEqual([2, 1, 1, 0, 0, 0]);
    const changed = await opinions([
      'A1,S1,2024-01-01,peer,work,-2',
      'A3,S1,2024-02-02,peer,work,0',
    ]);
    expect(countsOf(changed)).toEqual([2, 2, 0, 0, 0, 0]);
    expect(changed).toMatchObject({ changed: 1 });
  });

  it('undoes nothing when an old file is sent again, unless it is sent to revert', async () => {
    const old = ['B1,S1,2024-01-01,peer,life,1'];
    await opinions(old);
    await opinions(['B1,S1,2024-01-01,peer,life,2']);
    const again = await opinions(old);
    expect(countsOf(again)).toEqual([1, 0, 1, 0, 0, 1]);
    expect((await report(server, again.id, 'warnings.csv'))[0]).toMatch(
      /^,,newer-version,.*of 1 rows stands.*mode=revert/,
    );
    expect(countsOf(await opinions(old, 'mode=revert'))).toEqual([1, 1, 0, 0, 0, 0]);
    expect(countsOf(await opinions(['B1,S1,2024-01-01,peer,life,1', '']))).toEqual([
      1, 0, 1, 0, 0, 0,
    ]);
  });

  it('is another record under another system, which is worth a look', async () => {
    const row = ['C1,S1,2024-03-01,peer,work,-1'];
    await opinions(row);
    const other = await opinions(row, 'system=audit%20office');
    expect(countsOf(other)).toEqual([1, 1, 0, 0, 0, 1]);
    expect((await report(server, other.id, 'warnings.csv'))[0]).toMatch(
      /^2,,same-content,.*upload C1/,
    );
  });

  it('keeps what an absent column would say, and clears what an empty cell says', async () => {
    const full = `${header},channel`;
    const send = (lines: string[]) => importFile(server, 'inspection-opinion', lines);
    await send([full, 'D1,S1,2024-01-05,peer,work,-1,signed']);
    expect(countsOf(await send([header, 'D1,S1,2024-01-05,peer,work,-1']))).toEqual([
      1, 0, 1, 0, 0, 0,
    ]);
    expect(countsOf(await send([full, 'D1,S1,2024-01-05,peer,work,-1,']))).toEqual([
      1, 1, 0, 0, 0, 0,
    ]);
    expect(countsOf(await send([full, 'D1,S1,2024-01-05,peer,work,-1,signed', '']))).toEqual([
      1, 1, 0, 0, 0, 0,
    ]);
  });

  it('counts a repeat within one file once, and quarantines every row of a conflict', async () => {
    const state = await opinions([
      'E1,S1,2024-04-01,peer,work,-1',
      'E2,S1,2024-04-02,peer,work,-1',
      'E1,S1,2024-04-01,peer,work,1',
      'E2,S1,2024.4.2,peer,work,-1',
      'E1,S1,2024-04-01,peer,work,-1',
    ]);
    expect(countsOf(state)).toEqual([5, 1, 1, 3, 0, 0]);
    expect(await causes(server, state.id)).toEqual(['2,,conflict', '4,,conflict', '6,,conflict']);
    const rejected = await report(server, state.id, 'rejected');
    expect(rejected.map((line) => line.split(',conflict')[0])).toEqual([
      'E1,S1,2024-04-01,peer,work,-1,2',
      'E1,S1,2024-04-01,peer,work,1,4',
      'E1,S1,2024-04-01,peer,work,-1,6',
    ]);
    const waiting = await opinions(['E1,S1,2024-04-01,peer,work,1']);
    expect(countsOf(waiting)).toEqual([1, 0, 1, 0, 0, 1]);
  });

  it('treats an empty part of an identity as equal to an absent one', async () => {
    const send = (lines: string[]) => importFile(server, 'personal-matter-report', lines);
    await send(['staff_no,period,kind,due_on', 'S1,2023,annual,2024-01-31']);
    const state = await send([
      'staff_no,period,kind,topic,due_on,ref',
      'S1,2023,annual,,2024-01-31,',
    ]);
    expect(countsOf(state)).toEqual([1, 0, 1, 0, 0, 0]);
  });
});

describe('a withdrawn record', () => {
  const withdraw = (rows: string[]) =>
    importFile(server, 'inspection-opinion', ['ref,staff_no,原因', ...rows], {
      query: 'mode=withdraw',
    });

  it('counts no more, and comes back only to revert', async () => {
    const row = 'F1,S1,2024-05-01,peer,work,-1';
    await opinions([row]);
    expect(countsOf(await withdraw(['F1,S1,错人']))).toEqual([1, 1, 0, 0, 0, 0]);
    expect(countsOf(await withdraw(['F1,S1,还是错人']))).toEqual([1, 0, 1, 0, 0, 0]);
    expect(countsOf(await opinions([row, '']))).toEqual([1, 0, 1, 0, 0, 0]);
    const changed = ['F1,S1,2024-05-01,peer,work,-2'];
    const refused = await opinions(changed);
    expect(countsOf(refused)).toEqual([1, 0, 0, 1, 0, 0]);
    expect((await report(server, refused.id, 'errors.csv'))[0]).toContain('withdrawn: 错人');
    expect(countsOf(await opinions(changed, 'mode=revert'))).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('must be known and must have a reason', async () => {
    const state = await withdraw(['F9,S1,nobody knows it', 'F1,S1,']);
    expect(await causes(server, state.id)).toEqual(['2,,unknown-record', '3,原因,required']);
    const without = await importFile(server, 'inspection-opinion', ['ref,staff_no', 'F1,S1'], {
      query: 'mode=withdraw',
    });
    expect([without.status, ...countsOf(without)]).toEqual(['failed', 0, 0, 0, 0, 0, 0]);
  });
});

describe('an atomic import', () => {
  it('takes all rows or none, and says every cause', async () => {
    const good = 'G1,S1,2024-06-01,peer,work,0';
    const failed = await opinions([good, 'G2,S9,2024-06-01,peer,work,3'], 'mode=atomic');
    expect([failed.status, ...countsOf(failed)]).toEqual(['failed', 0, 0, 0, 0, 0, 0]);
    expect(await causes(server, failed.id)).toEqual(['3,rating,out-of-range']);
    expect(countsOf(await opinions([good], 'mode=atomic'))).toEqual([1, 1, 0, 0, 0, 0]);
  });
});

describe('an Idempotency-Key', () => {
  it('gives the same import for the same body, and is refused for another', async () => {
    const post = (row: string) =>
      server.fetch('/api/imports/inspection-opinion', {
        method: 'POST',
        body: `${header}\n${row}\n`,
        headers: { 'content-type': 'text/csv', 'idempotency-key': 'monday' },
      });
    const first = await post('H1,S1,2024-07-01,peer,work,0');
    const second = await post('H1,S1,2024-07-01,peer,work,0');
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(await second.json()).toEqual(await first.json());
    const other = await post('H2,S1,2024-07-01,peer,work,0');
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ parameter: 'Idempotency-Key' });
  });
});
