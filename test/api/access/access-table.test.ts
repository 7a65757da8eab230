import type { INestApplication } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../../api/dist/application.js';
import { declaredRoutes } from '../../../api/dist/platform/access/declared-access.js';
import { readConfig } from '../../../api/dist/platform/config.js';
import { accessTable, type Right } from '../../support/access/access-table.js';
import { body } from '../../support/access/sign-in.js';
import { startDatabase, type TestDatabase } from '../../support/database.js';
import {
  caseOf,
  FOREIGN,
  importTwoBureaus,
  nobody,
  OWN,
  ours,
  theirs,
} from '../../support/records/two-bureaus.js';
import { startServer, type TestServer } from '../../support/server.js';

const table = accessTable();
const roles = table.callers.filter((caller) => caller !== 'anyone');

let database: TestDatabase;
let server: TestServer;
let app: INestApplication;
const tokens = new Map<string, string>();
/** What others made, which nobody else may have. */
let foreignImport = 0;
let foreignSchedule = 0;

beforeAll(async () => {
  database = await startDatabase();
  server = await startServer({ env: { DATABASE_URL: database.url } });
  await importTwoBureaus(server);
  const config = readConfig({ PROBITY_DATA_DIR: server.dataFolder, PROBITY_DEMO: 'off' });
  app = await createApplication(config, database.url);
  for (const role of roles) {
    const made = await server.json<{ token: string }>(
      '/api/tokens',
      // No unit limits what these two read.
      body('POST', ['data-officer', 'auditor'].includes(role) ? { role } : { role, unit: OWN }),
    );
    tokens.set(role, made.token);
  }
  const { rows } = await server.json<{ rows: { id: number }[] }>('/api/imports');
  foreignImport = rows[0]?.id ?? 0;
  const schedule = { name: 'CANARY', what: 'rankings', cron: '0 2 * * *' };
  foreignSchedule = (await server.json<{ id: number }>('/api/exports', body('POST', schedule))).id;
});
afterAll(async () => {
  await app?.close();
  await server?.stop();
  await database?.stop();
});

/** The address of a route about somebody, some unit, some number. */
function addressOf(path: string, about: { staffNo: string; unit: string; id: number }): string {
  const filled = path
    .replace(':staffNo', about.staffNo)
    .replace(':person', about.staffNo)
    .replace(':caseNo', caseOf(about.staffNo))
    .replace(':code', about.unit)
    .replace(':kind', 'audit-finding')
    .replace(':name', 'no-such-name')
    .replace(':page', 'ranking')
    .replace(':file', 'units.csv')
    .replace(':version', '1')
    .replace(/:(id|runId)/, String(about.id))
    .replace(':ref', 'R-1');
  const byUnit = /^\/(rankings|follow-ups|units\/summaries|appointments$)/.test(path);
  const search = path === '/cadres' ? `?q=${about.staffNo}` : '';
  return `/api${filled}${byUnit ? `?unit=${about.unit}` : search}`;
}

/** Sends a request as somebody; a change has a body that is refused after the caller was let in. */
function send(method: string, address: string, caller: string, content = '{}') {
  const token = tokens.get(caller);
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const init: RequestInit = { method, headers };
  if (method !== 'GET' && method !== 'DELETE') {
    headers['content-type'] = 'application/json';
    init.body = content;
  }
  return fetch(server.url + address, init);
}

const own = { staffNo: ours.staffNo, unit: OWN, id: 999_999 };
const foreign = { staffNo: theirs.staffNo, unit: FOREIGN, id: 999_999 };
const missing = { staffNo: nobody, unit: 'MISSING', id: 999_999 };

const cases = table.rows.flatMap(({ route, rights }) =>
  table.callers.map((caller) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, path, caller, right: rights.get(caller) as Right };
  }),
);
const aboutUnits = cases.filter(({ right }) => ['unit', 'sums', 'owed'].includes(right));

describe('the table of access', () => {
  it('has the routes of the product, each for the roles that it declares, and no other', () => {
    const declared = declaredRoutes(app).map(({ method, path, allowed }) => {
      const may = (caller: string) =>
        allowed === 'anyone' ||
        (caller !== 'anyone' && (allowed === 'signed-in' || allowed.includes(caller as never)));
      return [`${method} ${path}`, ...table.callers.filter(may)];
    });
    const written = table.rows.map(({ route, rights }) => [
      route,
      ...table.callers.filter((caller) => rights.get(caller) !== '·'),
    ]);
    const inOrder = (rows: string[][]) => rows.map((row) => row.join(' ')).sort();
    expect(inOrder(written)).toEqual(inOrder(declared));
  });

  it('holds for whoever is refused: 401 without a token, 403 with one of another role', async () => {
    const refused = cases.filter(({ right }) => right === '·');
    for (const { method, path, caller } of refused) {
      const answer = await send(method, addressOf(path, own), caller);
      const text = await answer.text();
      expect([`${method} ${path} as ${caller}`, answer.status]).toEqual([
        `${method} ${path} as ${caller}`,
        caller === 'anyone' ? 401 : 403,
      ]);
      expect(text.replaceAll(ours.staffNo, '')).not.toMatch(ours.mark);
    }
    expect(refused.length).toBeGreaterThan(300);
  });

  it('holds for whoever is let in: no answer of another kind than its word', async () => {
    const allowed = cases.filter(({ right }) => right !== '·' && right !== 'link');
    for (const { method, path, caller } of allowed) {
      // A token has no session; those have tests of their own.
      if (path.startsWith('/session') && path !== '/session') continue;
      if (path === '/session' && method !== 'GET') continue;
      const answer = await send(method, addressOf(path, own), caller);
      await answer.body?.cancel();
      expect([`${method} ${path} as ${caller}`, [401, 403].includes(answer.status)]).toEqual([
        `${method} ${path} as ${caller}`,
        false,
      ]);
    }
    expect(allowed.length).toBeGreaterThan(150);
  });
});

describe('people and units', () => {
  it('of the own subtree are shown to those whom the table names', async () => {
    const reads = aboutUnits.filter(
      ({ method, path, right }) =>
        method === 'GET' && right === 'unit' && /^\/(cadres|rankings|follow-ups)$/.test(path),
    );
    for (const { method, path, caller } of reads) {
      const answer = await send(method, addressOf(path, own), caller);
      expect([path, caller, await answer.text()]).toEqual([
        path,
        caller,
        expect.stringMatching(ours.mark),
      ]);
    }
    expect(reads).toHaveLength(6);
  });

  it('of a foreign subtree are told like ones that do not exist, whatever is asked', async () => {
    for (const { method, path, caller } of aboutUnits) {
      const of = async (about: typeof foreign) => {
        const valid = JSON.stringify({
          kind: 'reply',
          text: 'x',
          reason: 'x',
          outcome: 'rejected',
        });
        const answer = await send(method, addressOf(path, about), caller, valid);
        const text = await answer.text();
        const asked = [about.staffNo, about.unit, caseOf(about.staffNo)];
        const without = (given: string, mark: string) =>
          asked.reduce((left, one) => left.replaceAll(one, mark), given);
        expect(without(text, '')).not.toMatch(theirs.mark);
        // The run and the instants in an answer may move on between two requests.
        return `${answer.status} ${without(text, 'X')}`.replace(
          /"(runId|knownAt|instance)":("[^"]*"|\d+),?/g,
          '',
        );
      };
      expect([`${method} ${path} as ${caller}`, await of(foreign)]).toEqual([
        `${method} ${path} as ${caller}`,
        await of(missing),
      ]);
    }
    expect(aboutUnits.length).toBeGreaterThan(40);
  });

  it('of a foreign subtree do not come along where no unit is asked for', async () => {
    const lists = aboutUnits.filter(({ method, path }) => method === 'GET' && !path.includes(':'));
    for (const { path, caller } of lists) {
      for (const accept of [
        'application/json',
        'text/csv',
        'application/vnd.apache.arrow.stream',
      ]) {
        const answer = await fetch(`${server.url}/api${path}?${path === '/cadres' ? 'q=' : ''}`, {
          headers: { accept, authorization: `Bearer ${tokens.get(caller)}` },
        });
        const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
        expect([path, caller, accept, text.match(theirs.mark)]).toEqual([
          path,
          caller,
          accept,
          null,
        ]);
      }
    }
    expect(lists.length).toBeGreaterThan(15);
  });
});

describe('what somebody else made', () => {
  it('is not there for others: imports and schedules', async () => {
    const made = cases.filter(
      ({ path, right, method }) =>
        right === 'own' && /^\/(imports|exports)\/:id/.test(path) && method !== 'PUT',
    );
    for (const { method, path, caller } of made) {
      const id = path.startsWith('/imports') ? foreignImport : foreignSchedule;
      const answer = await send(method, addressOf(path, { ...own, id }), caller);
      await answer.body?.cancel();
      expect([`${method} ${path} as ${caller}`, answer.status]).toEqual([
        `${method} ${path} as ${caller}`,
        404,
      ]);
    }
    expect(made.length).toBeGreaterThan(8);
  });

  it('is not in their lists', async () => {
    const lists = [
      ['/api/imports', 'data-officer'],
      ['/api/exports', 'inspector'],
      ['/api/quarantine', 'data-officer'],
    ] as const;
    for (const [path, caller] of lists) {
      const answer = await send('GET', path, caller);
      expect([path, await answer.json()]).toEqual([path, expect.objectContaining({ rows: [] })]);
    }
  });
});
