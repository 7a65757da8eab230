import { vi } from 'vitest';
import { body, makeAccount, type SignedIn, signedUp } from '../support/access/sign-in.js';
import { enter } from '../support/records/forms.js';
import { csvOf, importAll } from '../support/records/importing.js';
import { importFile } from '../support/records/imports.js';
import { importSmallProvince } from '../support/records/small-province.js';
import type { TestServer } from '../support/server.js';

/** What an attacker finds in the product: something of every kind, and ways in. */
export interface Standing {
  /** Every role over a part of the tree, so that every predicate of scope is in force. */
  readonly token: string;
  readonly session: SignedIn;
  /** The token of a link for one person's own eyes. */
  readonly link: string;
  readonly ids: Readonly<
    Record<
      'import' | 'quarantine' | 'user' | 'token' | 'schedule' | 'run' | 'proposal' | 'check',
      number
    >
  >;
  readonly reply: string;
  /** A finding that was entered by a form. */
  readonly record: string;
  /** The number of a talk that is proposed. */
  readonly talk: string;
}

/** The last whole year. */
const YEAR = new Date().getUTCFullYear() - 1;

const everyRole = ['inspector', 'leader', 'data-officer', 'administrator', 'approver', 'auditor'];

/** Fills a new product with one of everything. */
export async function fill(server: TestServer): Promise<Standing> {
  await importSmallProvince(server);
  await importAll(
    server,
    'appointment-case',
    csvOf('case_no,staff_no,unit_code,post,rank,opened_on', 'CASE-1,S001,PA,Head,R,2026-01-01'),
  );
  await importAll(
    server,
    'debriefing-score',
    csvOf('staff_no,year,held_on,score,grade', `S001,${YEAR},${YEAR + 1}-01-10,50,incompetent`),
  );
  await importAll(
    server,
    'personal-matter-report',
    csvOf(
      'ref,staff_no,period,kind,due_on,submitted_on',
      `R-1,S001,${YEAR},annual,${YEAR + 1}-01-31,${YEAR + 1}-01-20`,
    ),
  );
  const { token } = await server.json<{ token: string }>(
    '/api/tokens',
    body('POST', { roles: everyRole, unit: 'P', days: 1 }),
  );
  const as = (init: RequestInit = {}): RequestInit => ({
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${token}` },
  });
  const all: TestServer = {
    ...server,
    fetch: (path, init) => server.fetch(path, as(init)),
    json: (path, init) => server.json(path, as(init)),
  };
  const user = await makeAccount(server, { name: 'victim', roles: ['inspector'], unitCode: 'PA' });
  const spare = await server.json<{ id: number }>('/api/tokens', body('POST', { role: 'leader' }));
  const session = await signedUp(server, { name: 'somebody', roles: ['inspector'], unitCode: 'P' });
  const profile = { source: 'units', columns: { unit_code: 'Code' } };
  await all.json('/api/mappings/theirs', body('PUT', profile));
  const twice = csvOf('unit_code,name,parent_code', 'Q,One,P', 'Q,Other,P');
  const refused = await importFile(all, 'units', twice);
  const waiting = await all.json<{ rows: { id: number }[] }>('/api/quarantine');
  const schedule = await all.json<{ id: number }>(
    '/api/exports',
    body('POST', { name: 'nightly', what: 'rankings', unit: 'P', cron: '0 2 1 1 1' }),
  );
  const run = await all.json<{ id: number }>(`/api/exports/${schedule.id}/run`, { method: 'POST' });
  const reply = await all.json<{ ref: string }>(
    '/api/cadres/S001/replies',
    body('POST', { kind: 'contest', text: 'no', source: 'audit-finding', ref: 'AF-1' }),
  );
  const merge = { staffNo: 'S002', formerStaffNo: 'S004', reason: 'one person' };
  const proposal = await all.json<{ id: number }>('/api/merges', body('POST', merge));
  const { record } = await enter(all, 'audit-finding', {
    ...{ ref: 'F-1', staff_no: 'S002', audit_no: 'AU-9', phase: 'in_term' },
    ...{ found_on: '2026-06-01', severity: '2', rectify_by: '2099-01-01' },
  });
  await all.json('/api/saved-views/ranking/theirs', body('PUT', { query: 'band=low' }));
  const check = await all.json<{ id: number }>('/api/random-checks', body('POST', { year: YEAR }));
  // Proposing follows a commit by itself.
  const talk = await vi.waitFor(
    async () => {
      const { rows } = await all.json<{ rows: { number: string }[] }>('/api/talk-proposals');
      if (!rows[0]) throw new Error('no talk is proposed');
      return rows[0].number;
    },
    { timeout: 60_000 },
  );
  const issued = await all.json<{ path: string }>('/api/cadres/S001/links', { method: 'POST' });
  return {
    token,
    session,
    link: issued.path.split('#')[1] ?? '',
    ids: {
      import: refused.id,
      quarantine: waiting.rows[0]?.id ?? 0,
      user,
      token: spare.id,
      schedule: schedule.id,
      run: run.id,
      proposal: proposal.id,
      check: check.id,
    },
    ...{ reply: reply.ref, record: record.id, talk },
  };
}
