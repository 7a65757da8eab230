import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../../support/database.js';
import {
  contents,
  correct,
  enter,
  finding,
  refusal,
  type Saved,
  told,
} from '../../../support/records/forms.js';
import { importAll } from '../../../support/records/importing.js';
import { importTwoBureaus, ours, theirs } from '../../../support/records/two-bureaus.js';
import { startServer, type TestServer } from '../../../support/server.js';

let database: TestDatabase;
let server: TestServer;
let inspector: SignedIn;
let officer: SignedIn;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importTwoBureaus(server);
  inspector = await signedUp(server, { name: 'insp', roles: ['inspector'], unitCode: 'OWN' });
  officer = await signedUp(server, {
    ...{ name: 'officer', roles: ['data-officer'], staffNo: theirs.staffNo },
    kinds: ['audit-finding', 'joint-review-reply'],
  });
});
afterAll(async () => {
  await server?.stop();
  await database?.stop();
});

describe('people who are out of scope', () => {
  it('are told like people who do not exist, whatever is entered about them', async () => {
    const about = async (staffNo: string, caseNo: string) => {
      const entries = [
        ['audit-finding', { ...finding, ref: 'N-7', staff_no: staffNo }],
        ['cadres', { staff_no: staffNo, name: 'X' }],
        [
          'headcount-review',
          { ...contents.find(({ kind }) => kind === 'headcount-review')!.content, case_no: caseNo },
        ],
        [
          'inspection-opinion',
          {
            ...contents.find(({ kind }) => kind === 'inspection-opinion')!.content,
            case_no: caseNo,
          },
        ],
      ] as const;
      const answers = [];
      for (const [kind, fields] of entries) {
        const init = body('POST', { fields });
        answers.push(told(await refusal(inspector, `/api/records/${kind}`, init), staffNo, caseNo));
      }
      return answers;
    };
    const foreign = await about(theirs.staffNo, 'CANARY-CASE');
    expect(foreign).toEqual(await about('NOBODY-1', 'MISSED-CASE'));
    for (const answer of foreign) expect(answer).toContain('unknown-reference');
  });

  it('keep their records, cases and numbers', async () => {
    await enter(inspector, 'audit-finding', { ...finding, ref: 'N-6' });
    const own = await inspector.json<{ rows: { id: string }[] }>(
      `/api/cadres/${ours.staffNo}/records`,
    );
    expect(own.rows.length).toBeGreaterThan(3);
    const { rows } = await database.client.query<{ id: string }>(
      `SELECT cadre_id || '.' || id AS id FROM audit_finding WHERE ref = 'CANARY-AF'`,
    );
    const id = rows[0]?.id;
    for (const [path, init] of [
      [`audit-finding/${id}`, {}],
      [`audit-finding/${id}`, body('PUT', { version: 1, fields: { severity: '0' } })],
      [`audit-finding/${id}/withdraw`, body('POST', { version: 1, reason: 'x' })],
      [`audit-finding/${id}/undo`, body('POST', { version: 1 })],
    ] as const) {
      const foreign = await refusal(inspector, `/api/records/${path}`, init);
      const missing = await refusal(
        inspector,
        `/api/records/${path.replace(`${id}`, '1.9')}`,
        init,
      );
      expect([path, foreign.status]).toEqual([path, 404]);
      expect(told(foreign, `${id}`)).toBe(told(missing, '1.9'));
    }
    // Their case by another system's name would take its reviews along.
    const stolen = { ...contents.find(({ kind }) => kind === 'appointment-case')!.content };
    const taken = await refusal(
      inspector,
      '/api/records/appointment-case',
      body('POST', { fields: { ...stolen, case_no: 'CANARY-CASE' } }),
    );
    expect(taken.problem.findings).toMatchObject([{ code: 'already-there', column: 'case_no' }]);
    const numbers = { staff_no: ours.staffNo, system: 'hr', identifier: theirs.staffNo };
    const alias = await refusal(
      inspector,
      '/api/records/cadre-aliases',
      body('POST', { fields: numbers }),
    );
    expect(alias.status).toBe(403);
  });

  it('cannot be meant by another office’s number either', async () => {
    await importAll(
      server,
      'cadre-aliases',
      `staff_no,system,identifier\n${theirs.staffNo},hr,${ours.staffNo}\n`,
    );
    const entry = { fields: { ...finding, ref: 'N-8' }, system: 'hr' };
    const { problem } = await refusal(inspector, '/api/records/audit-finding', body('POST', entry));
    expect(problem.findings).toMatchObject([{ code: 'unknown-reference', column: 'staff_no' }]);
  });
});

describe('an inspector of one unit', () => {
  const register = async () => {
    const { rows } = await database.client.query(
      `SELECT source_system, version, name, unit_code, managed_by, birth_year FROM cadres
       WHERE staff_no = $1 AND superseded_at IS NULL ORDER BY id`,
      [ours.staffNo],
    );
    return rows;
  };
  const row = async () => {
    const { rows } = await database.client.query<{ id: string }>(
      `SELECT cadre_id || '.' || id AS id FROM cadres WHERE staff_no = $1 AND superseded_at IS NULL`,
      [ours.staffNo],
    );
    return rows[0]?.id;
  };

  it('writes no second row of the register over what an office says of somebody', async () => {
    const before = await register();
    for (const system of ['form', 'upload']) {
      const { status, problem } = await refusal(
        inspector,
        '/api/records/cadres',
        body('POST', {
          system,
          fields: { staff_no: ours.staffNo, name: 'X', left_on: '2020-01-01' },
        }),
      );
      expect([status, problem.findings[0]?.code]).toEqual([409, 'already-there']);
      expect(problem.standing).toBe(await row());
    }
    expect(await register()).toEqual(before);
  });

  it('gives nobody away to units that it does not see', async () => {
    const before = await register();
    const posting = {
      staff_no: ours.staffNo,
      unit_code: 'FOREIGN',
      post: 'x',
      from_on: '2026-01-01',
    };
    const attempts: [string, RequestInit][] = [
      ['postings', body('POST', { fields: posting })],
      [`cadres/${await row()}`, body('PUT', { version: 1, fields: { unit_code: 'FOREIGN' } })],
      [`cadres/${await row()}`, body('PUT', { version: 1, fields: { managed_by: 'TOP' } })],
      [`cadres/${await row()}/withdraw`, body('POST', { version: 1, reason: 'x' })],
    ];
    for (const [path, init] of attempts) {
      const { status, problem } = await refusal(inspector, `/api/records/${path}`, init);
      expect([path, status, problem.findings.map(({ code }) => code)]).toEqual([
        ...[path, 422],
        ['leaves-scope'],
      ]);
    }
    expect(await register()).toEqual(before);
    expect((await inspector.fetch(`/api/cadres/${ours.staffNo}`)).status).toBe(200);
    // What keeps them there is taken, and so it is from a data officer, about whom the unit says nothing.
    await enter(inspector, 'postings', { ...posting, unit_code: 'OWN' });
    await enter(server, 'postings', { ...posting, unit_code: 'FOREIGN', from_on: '2026-02-01' });
    expect((await inspector.fetch(`/api/cadres/${ours.staffNo}`)).status).toBe(404);
    const { rows } = await database.client.query<{ id: string; version: number }>(
      `SELECT cadre_id || '.' || id AS id, version FROM postings WHERE unit_code = 'FOREIGN' AND superseded_at IS NULL`,
    );
    const { id, version } = rows[0] ?? {};
    await server.json(
      `/api/records/postings/${id}/withdraw`,
      body('POST', { version, reason: 'by mistake' }),
    );
    expect((await inspector.fetch(`/api/cadres/${ours.staffNo}`)).status).toBe(200);
  });
});

describe('a data officer', () => {
  it('enters the own kinds about anybody but the own person, and reads back what was sent', async () => {
    const entered = await enter(officer, 'audit-finding', { ...finding, ref: 'N-9' });
    const corrected = await correct(officer, 'audit-finding', entered, { severity: '1' });
    expect(corrected.record.version).toBe(2);
    const list = await officer.json<{ rows: { ref: string }[] }>('/api/records');
    expect(list.rows.map(({ ref }) => ref)).toEqual(['N-9']);
    const own = { ...finding, ref: 'N-10', staff_no: theirs.staffNo };
    const refused = await refusal(
      officer,
      '/api/records/audit-finding',
      body('POST', { fields: own }),
    );
    expect(refused.problem.findings).toMatchObject([{ code: 'own-record' }]);
    const other = await officer.fetch(
      '/api/records/debriefing-score',
      body('POST', { fields: {} }),
    );
    expect(other.status).toBe(403);
  });

  it('does not see what others sent, nor what they made of it', async () => {
    const entered = await enter(inspector, 'audit-finding', { ...finding, ref: 'N-11' });
    const path = `/api/records/audit-finding/${entered.record.id}`;
    expect((await officer.fetch(path)).status).toBe(404);
    const sent = await enter(officer, 'audit-finding', { ...finding, ref: 'N-12' });
    await correct(inspector, 'audit-finding', sent, { severity: '4' });
    expect((await officer.fetch(`/api/records/audit-finding/${sent.record.id}`)).status).toBe(404);
  });

  it('is not told whom a case is about', async () => {
    const { content } = contents.find(({ kind }) => kind === 'joint-review-reply')!;
    const sent = await enter(officer, 'joint-review-reply', { ...content, department: 'audit' });
    const path = `/api/records/joint-review-reply/${sent.record.id}`;
    for (const record of [sent.record, await officer.json<Saved['record']>(path)]) {
      expect(JSON.stringify(record)).not.toContain(ours.staffNo);
    }
  });
});
