import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLines, importWorkedProvince } from '../../support/records/worked-province.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Version {
  readonly source: string;
  readonly ref: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
  readonly importId: number;
  readonly withdrawnReason: string | null;
  readonly fields: Record<string, unknown>;
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importWorkedProvince(server);
});
afterAll(() => server.stop());

const records = (query = '') =>
  server.json<{ total: number; rows: Version[] }>(`/api/cadres/S001/records${query}`);

describe('the records of a person', () => {
  it('come over all sources, latest first', async () => {
    const { total, rows } = await records();
    expect(total).toBe(4);
    expect(rows.map(({ source, ref }) => [source, ref])).toEqual([
      ['inspection-opinion', 'OP-1'],
      ['debriefing-score', 'S001/2023'],
      ['personal-matter-report', 'S001/2023/annual'],
      ['audit-finding', 'AF-1'],
    ]);
  });

  it('have their fields typed, amounts exact', async () => {
    const [debriefing] = (await records('?source=debriefing-score')).rows;
    expect(debriefing?.fields).toMatchObject({ year: 2023, held_on: '2024-02-20', score: 60 });
    const [finding] = (await records('?source=audit-finding')).rows;
    expect(finding?.fields).toMatchObject({ amount: '123456789012.34', rectified_on: null });
  });

  it('come in parts', async () => {
    const { total, rows } = await records('?offset=1&limit=2');
    expect([total, rows.length, rows[0]?.source]).toEqual([4, 2, 'debriefing-score']);
  });

  it('of a register can be had by its name', async () => {
    const { rows } = await records('?source=cadres');
    expect(rows).toMatchObject([{ ref: 'S001', fields: { name: '王建国', head: true } }]);
  });

  it('of an unknown kind, or of one about units, are refused', async () => {
    for (const source of ['nothing', 'units']) {
      const response = await server.fetch(`/api/cadres/S001/records?source=${source}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ parameter: 'source' });
    }
  });

  it('keep what was corrected and what was withdrawn', async () => {
    const corrected = await importLines(server, 'audit-finding', [
      'ref,staff_no,audit_no,phase,found_on,severity',
      'AF-1,S001,A1,end_of_term,2024-01-10,2',
    ]);
    await importLines(
      server,
      'audit-finding',
      ['ref,staff_no,reason', 'AF-1,S001,wrong person'],
      'mode=withdraw',
    );
    const { total, rows } = await records('?source=audit-finding');
    expect(total).toBe(3);
    expect(rows.map(({ version, withdrawnReason }) => [version, withdrawnReason])).toEqual([
      [3, 'wrong person'],
      [2, null],
      [1, null],
    ]);
    expect(rows[1]).toMatchObject({ importId: corrected.id, fields: { severity: 2 } });
    expect(rows.map((row) => row.supersededAt)).toEqual([
      null,
      rows[0]?.recordedAt,
      rows[1]?.recordedAt,
    ]);
  });
});
