import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import {
  type Candidacy,
  importBureaus,
  importCase,
  importClearRecords,
} from '../../support/records/clear-appointment.js';
import { csvOf, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Row {
  readonly caseNo: string;
  readonly breach: string;
  readonly blockedBy: string[];
  readonly sealed: boolean;
}

interface Seal {
  readonly sha256: string;
  readonly document: string;
  readonly knownAt: string;
  readonly knownUntil: string;
  readonly breach: string;
  readonly reproduced: boolean | null;
}

const DECIDED = '2026-06-15';
const clear: Candidacy = { caseNo: 'C-1', staffNo: 'S1' };
const bare: Candidacy = { caseNo: 'C-2', staffNo: 'S2' };
const against: Candidacy = { caseNo: 'C-3', staffNo: 'S3' };
const rejected: Candidacy = { caseNo: 'C-4', staffNo: 'S4' };

let server: TestServer;

const sent = (kind: string, ...lines: string[]) => importAll(server, kind, csvOf(...lines));
const sanction = (ref: string, staffNo: string, from: string, until: string) =>
  sent(
    'sanctions',
    'ref,staff_no,kind,decided_on,effect_until',
    `${ref},${staffNo},warning,${from},${until}`,
  );
const seal = (caseNo: string) => server.json<Seal>(`/api/appointments/${caseNo}/seal`);
const breaches = async (query = '') =>
  (await server.json<{ rows: Row[] }>(`/api/appointments/breaches?${query}`)).rows;

/** The seal once `holds` of it: sealing follows a commit by itself. */
async function sealed(caseNo: string, holds: (seal: Seal) => boolean = () => true): Promise<Seal> {
  await expect
    .poll(async () => {
      const answer = await server.fetch(`/api/appointments/${caseNo}/seal`);
      return answer.ok && holds((await answer.json()) as Seal);
    })
    .toBe(true);
  return seal(caseNo);
}

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_TIME_ZONE: 'UTC' } });
  await importBureaus(server);
  for (const one of [clear, bare, against, rejected]) await importCase(server, one);
  await importClearRecords(server, clear);
  await importClearRecords(server, against);
  await sanction('SA-1', 'S3', '2026-06-01', '2026-12-01');
  for (const one of [clear, bare, against]) await importCase(server, one, `${DECIDED},appointed`);
  await importCase(server, rejected, `${DECIDED},rejected`);
});
afterAll(() => server.stop());

describe('an appointment', () => {
  it('against a blocked gate is a breach, undocumented where all was missing', async () => {
    for (const { caseNo } of [clear, bare, against, rejected]) await sealed(caseNo);
    expect(await breaches()).toEqual([
      expect.objectContaining({ caseNo: 'C-2', breach: 'undocumented', sealed: true }),
      expect.objectContaining({
        ...{ caseNo: 'C-3', breach: 'breach', sealed: true },
        blockedBy: ['sanction'],
      }),
    ]);
    expect(await seal('C-4')).toMatchObject({ breach: 'none' });
  });

  it('is none of the list before its day, nor for whoever sees nobody of it', async () => {
    expect(await breaches('asOf=2026-06-14')).toEqual([]);
    expect((await breaches('unit=PB')).map(({ caseNo }) => caseNo)).toEqual(['C-3']);
    const inspector: SignedIn = await signedUp(server, {
      ...{ name: 'inspector', roles: ['inspector'], unitCode: 'PA' },
    });
    const { rows } = await inspector.json<{ rows: Row[] }>('/api/appointments/breaches');
    expect(rows.map(({ caseNo }) => caseNo)).toEqual(['C-2']);
    const of = async (caseNo: string) => {
      const answer = await inspector.fetch(`/api/appointments/${caseNo}/seal`);
      return `${answer.status} ${(await answer.text()).replaceAll(caseNo, 'X')}`;
    };
    expect(await of('C-3')).toBe(await of('C-9'));
    expect(await of('C-2')).toMatch(/^200/);
  });
});

describe('the sealed dossier', () => {
  it('is canonical JSON with its hash, and tells no opinion and nobody who gave one', async () => {
    const { document, sha256 } = await seal('C-1');
    expect(createHash('sha256').update(document).digest('hex')).toBe(sha256);
    const content = JSON.parse(document) as Record<string, unknown>;
    expect(content).toMatchObject({
      case: { ...clear, name: 'Clear Chen', decidedOn: DECIDED, decision: 'appointed' },
      gate: { asOf: DECIDED, result: 'clear', reasons: [] },
      policy: { noticeDays: 5 },
      breach: 'none',
    });
    expect(content.opinions).toContainEqual({
      ...{ respondent: 'peer', circle: 'life', count: 1 },
    });
    expect(document).not.toMatch(/C-1-O\d|inspection-opinion|"rating"/);
    expect(document).not.toMatch(/ : |: "|, "/);
  });

  it('is reproduced from the records, byte for byte, whatever comes later', async () => {
    const before = await seal('C-3');
    expect(before.reproduced).toBe(true);
    // Dated after the decision: another record, and nothing for the gate of that day.
    await sanction('SA-2', 'S3', '2026-06-16', '2027-06-16');
    const changes = { appointments: { noticeDays: 60 } };
    await server.json('/api/policies', body('POST', { changes, note: 'longer notices' }));
    expect(await seal('C-3')).toMatchObject({ sha256: before.sha256, reproduced: true });
  });

  it('takes in what becomes known while the day of the decision, or of its recording, lasts', async () => {
    const before = await seal('C-1');
    expect(before.knownUntil > before.knownAt).toBe(true);
    expect(before.knownUntil).toMatch(/T23:59:59\.999999Z$/);
    await sanction('SA-3', 'S1', '2026-06-10', '2026-09-10');
    const after = await sealed('C-1', ({ sha256 }) => sha256 !== before.sha256);
    expect(after).toMatchObject({ breach: 'breach', reproduced: true });
  });

  it('is there for decided cases alone', async () => {
    await importCase(server, { caseNo: 'C-5', staffNo: 'S1' });
    expect((await server.fetch('/api/appointments/C-5/seal')).status).toBe(404);
  });
});

describe('the board', () => {
  it('tells of each case how far it is, what is due next and what blocks it', async () => {
    const board = await server.json<{
      total: number;
      stages: Record<string, number>;
      breachCount: number;
      blockedCount: number;
      rows: (Row & { stage: string; next: object | null; samePost: string[] })[];
    }>('/api/appointments?asOf=2026-06-30');
    expect(board).toMatchObject({ total: 5, breachCount: 3, blockedCount: 1 });
    expect(board.stages).toMatchObject({ headcount: 1, decided: 4, decision: 0 });
    expect(board.rows.map(({ caseNo }) => caseNo).slice(-2)).toEqual(['C-5', 'C-4']);
    expect(board.rows[3]).toMatchObject({
      ...{ stage: 'headcount', result: 'blocked', breach: 'none', sealed: false },
      next: { kind: 'headcount-review', dueOn: '2026-04-16', daysLeft: -75 },
      samePost: [],
    });
  });

  it('shows what was decided later as open', async () => {
    const { rows } = await server.json<{ rows: { decision: null; stage: string }[] }>(
      '/api/appointments?asOf=2026-06-10',
    );
    expect(rows.map(({ decision }) => decision)).toEqual(Array(5).fill(null));
    expect(rows.map(({ stage }) => stage)).not.toContain('decided');
  });

  it('names other open cases for the same post', async () => {
    await sent(
      'appointment-case',
      'case_no,staff_no,unit_code,post,post_code,rank,opened_on',
      'C-6,S2,PA,Head of division,C-5-POST,division,2026-04-02',
    );
    const { rows } = await server.json<{ rows: { caseNo: string; samePost: string[] }[] }>(
      '/api/appointments?stage=headcount',
    );
    const of = (caseNo: string) => rows.find((row) => row.caseNo === caseNo)?.samePost;
    expect([of('C-5'), of('C-6')]).toEqual([['C-6'], ['C-5']]);
  });

  it.each(['stage=late', 'blocked=maybe', 'asOf=x', 'limit=0'])('refuses %s', async (query) => {
    const answer = await server.fetch(`/api/appointments?${query}`);
    expect(await answer.json()).toMatchObject({ status: 400, parameter: query.split('=')[0] });
  });
});
