import { createHash } from 'node:crypto';
import { dateOf, dayOf } from '@probity/analytics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { body, type SignedIn, signedUp } from '../../support/access/sign-in.js';
import { probity } from '../../support/cli.js';
import { bureauUnits } from '../../support/records/bureau-units.js';
import { csvOf, fresh, importAll } from '../../support/records/importing.js';
import { startServer, type TestServer } from '../../support/server.js';

interface Mark {
  readonly staffNo: string;
  readonly ref: string;
  readonly earlier: { ref: string; staffNo: string; samePerson: boolean } | null;
  readonly reopened: { visitedOn: string; rectifiedAgainOn: string | null } | null;
}
interface Marks {
  readonly total: number;
  readonly recurringCount: number;
  readonly reopenedCount: number;
  readonly rows: readonly Mark[];
}
interface Check {
  readonly id: number;
  readonly seed: string;
  readonly threshold: string;
  readonly populationCount: number;
  readonly drawnCount: number;
  readonly toCheckCount: number;
  readonly checkedCount: number;
  readonly unitCode: string | null;
}
interface Drawn {
  readonly staffNo: string;
  readonly place: number | null;
  readonly hash: string | null;
  readonly drawn: boolean;
  readonly reasons: readonly string[];
  readonly checkResult: string | null;
}
interface Followed {
  readonly stale: boolean;
  readonly rows: readonly { staffNo: string; state: string; dueOn: string; ref: string }[];
}

const today = dayOf(new Date().toISOString().slice(0, 10));
const on = (days: number) => dateOf(today + days) ?? '';
const YEAR = Number(on(0).slice(0, 4)) - 1;
const COUNT = 24;
const people = Array.from({ length: COUNT }, (_, at) => `S${String(at + 1).padStart(2, '0')}`);

let server: TestServer;
let inspector: SignedIn;
let bureau: SignedIn;

const sent = (kind: string, ...lines: string[]) => importAll(server, kind, csvOf(...lines));
const marks = (by: SignedIn, query = '') => by.json<Marks>(`/api/finding-marks?${query}`);
const reports = (...rows: string[]) =>
  sent(
    'personal-matter-report',
    'ref,staff_no,period,kind,due_on,submitted_on,check_reason,check_result,checked_on',
    ...rows,
  );

beforeAll(async () => {
  server = await startServer({ env: { PROBITY_TIME_ZONE: 'UTC' } });
  await sent('units', ...bureauUnits);
  await sent(
    'cadres',
    'staff_no,name,unit_code,appointed_on',
    ...people.map((no, at) => `${no},Name ${no},${at < 20 ? 'PA' : 'PB'},2015-01-01`),
  );
  inspector = await signedUp(server, { name: 'wang', roles: ['inspector'] });
  bureau = await signedUp(server, { name: 'li', roles: ['inspector'], unitCode: 'PA' });
});
afterAll(() => server.stop());

describe('findings', () => {
  beforeAll(async () => {
    // S21 of another bureau held post D1 before S01, and S02 holds another one.
    await sent(
      'postings',
      'staff_no,unit_code,post,post_code,from_on,to_on',
      'S21,PB,Director,D1,2018-01-01,2022-01-01',
      'S01,PA,Director,D1,2022-01-01,',
      'S02,PA,Director,D2,2022-01-01,',
    );
    await sent(
      'audit-finding',
      'ref,staff_no,audit_no,phase,found_on,severity,category,rectified_on,return_visited_on,return_visit_result,re_rectified_on',
      'F-21,S21,A-1,in_term,2021-03-01,2,procurement,2021-05-01,,,',
      'F-01,S01,A-2,in_term,2023-03-01,2,procurement,2023-05-01,,,',
      'F-01b,S01,A-2,in_term,2023-03-02,2,procurement,2023-05-01,,,',
      'F-01c,S01,A-3,in_term,2024-03-01,1,procurement,2024-05-01,,,',
      'F-01d,S01,A-3,in_term,2024-03-01,0,procurement,,,,',
      'F-01e,S01,A-3,in_term,2024-03-01,2,,,,,',
      'F-02,S02,A-2,in_term,2023-03-01,2,procurement,2023-05-01,2023-08-01,not_rectified,2023-09-01',
      'F-03,S03,A-2,in_term,2023-03-01,2,procurement,2023-05-01,2023-08-01,verified,',
    );
  });

  it('recur in another audit of the same person or of the next in the post, and are reopened by a failed visit', async () => {
    const all = await marks(inspector);
    expect([all.total, all.recurringCount, all.reopenedCount]).toEqual([4, 3, 1]);
    const told = all.rows.map(
      ({ ref, earlier, reopened }) => `${ref} ${earlier?.ref} ${reopened?.rectifiedAgainOn}`,
    );
    expect(told).toEqual([
      'F-01c F-01b undefined',
      'F-01b F-21 undefined',
      'F-01 F-21 undefined',
      'F-02 undefined 2023-09-01',
    ]);
    expect(all.rows[2]?.earlier).toMatchObject({ staffNo: 'S21', samePerson: false });
    expect((await marks(inspector, 'mark=reopened')).rows.map(({ ref }) => ref)).toEqual(['F-02']);
    expect((await marks(inspector, 'asOf=2023-07-31')).total).toBe(2);
    expect((await marks(inspector, 'staffNo=S02')).total).toBe(1);
    expect((await marks(inspector, 'unit=PB')).total).toBe(0);
  });

  it('are not marked by what the caller may not see', async () => {
    const { rows } = await marks(bureau);
    expect(rows.map(({ ref, earlier }) => `${ref} ${earlier?.ref}`)).toEqual([
      'F-01c F-01b',
      'F-02 undefined',
    ]);
  });

  it('say so beside the reason of their points, which stay what they were', async () => {
    const score = await inspector.json<{
      sources: { source: string; contributions: { ref: string; marks?: string[] }[] }[];
    }>('/api/cadres/S01/score');
    const lines = score.sources.find(({ source }) => source === 'audit-finding')?.contributions;
    const of = (ref: string) => lines?.find((line) => line.ref === ref);
    expect(of('F-01')?.marks).toEqual([
      'Found again: the same category was found on 2021-03-01 (F-21, Name S21, in the same post before)',
    ]);
    expect(of('F-01d')).not.toHaveProperty('marks');
  });
});

describe('the random check', () => {
  const draw = (by: SignedIn, wish: object) =>
    by.fetch('/api/random-checks', body('POST', { year: YEAR, ...wish }));
  const drawnOf = async (id: number, query = '') =>
    (await inspector.json<{ rows: Drawn[] }>(`/api/random-checks/${id}/people?limit=1000&${query}`))
      .rows;
  const toCheck = () => fresh<Followed>(server, '/api/follow-ups?kind=check-report&limit=1000');
  let check: Check;

  it('draws nobody where nobody reported', async () => {
    const answer = await draw(inspector, {});
    expect(answer.status).toBe(409);
    expect((await inspector.json<{ rows: unknown[] }>('/api/random-checks')).rows).toEqual([]);
  });

  it('draws the share that policy says, by lots that anybody can work out again', async () => {
    await reports(
      ...people.map((no) => `,${no},${YEAR},annual,${YEAR + 1}-01-31,${YEAR + 1}-01-20,,,`),
    );
    await sent(
      'appointment-case',
      'case_no,kind,staff_no,unit_code,post,rank,opened_on',
      `C-1,,S05,PA,Head,division,${on(-10)}`,
      `C-2,transfer,S06,PA,Head,division,${on(-10)}`,
    );
    for (const unit of ['PB', 'NO']) expect((await draw(bureau, { unit })).status).toBe(404);
    expect((await draw(bureau, { witness: 'two\nlines' })).status).toBe(400);
    const answer = await draw(bureau, { witness: '7-11-23' });
    expect(answer.status, await answer.clone().text()).toBe(201);
    check = (await answer.json()) as Check;
    expect(check).toMatchObject({ unitCode: 'PA', populationCount: 20, drawnCount: 2 });
    expect(check.seed).toMatch(/^[0-9a-f]{32}:7-11-23$/);

    const rows = await drawnOf(check.id);
    const lots = rows.filter(({ place }) => place !== null);
    const byHand = people
      .slice(0, 20)
      .map((no) => `${createHash('sha256').update(`${check.seed}\n${no}`).digest('hex')} ${no}`)
      .sort();
    expect(lots.map(({ hash, staffNo }) => `${hash} ${staffNo}`)).toEqual(byHand);
    expect(lots.filter(({ drawn }) => drawn).map(({ place }) => place)).toEqual([1, 2]);
    expect(lots[1]?.hash).toBe(check.threshold);
    const promoted = rows.filter(({ reasons }) => reasons.includes('promotion'));
    expect(promoted.map(({ staffNo }) => staffNo)).toEqual(['S05']);
  });

  it('is worked out again by a program', async () => {
    const whole = await probity(server.url, ['draw', 'verify', String(check.id), '--json']);
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    expect(JSON.parse(whole.stdout)).toMatchObject({ seenCount: 20, whole: true, wrong: [] });
    const listed = await probity(server.url, ['draw', 'list']);
    expect(listed.stdout).toMatch(new RegExp(`${YEAR} +PA .* 20 +2 `));
    const missing = await probity(server.url, ['draw', 'verify', '999']);
    expect([missing.code, missing.stdout]).toEqual([1, '']);
  });

  it('gives everybody one lot a year, and is seen by whom it is about in scope', async () => {
    expect((await draw(bureau, {})).status).toBe(409);
    const again = await draw(inspector, { unit: 'PA' });
    expect([again.status, ((await again.json()) as { detail: string }).detail]).toEqual([
      409,
      `Reports of ${YEAR} were drawn already: everybody here had a lot in draw ${check.id}, and nobody has two.`,
    ]);
    expect((await draw(inspector, { year: YEAR - 5 })).status).toBe(409);
    // The whole tree draws from those who had no lot yet.
    const other = (await (await draw(inspector, {})).json()) as Check;
    expect(other).toMatchObject({ unitCode: null, populationCount: 4, drawnCount: 1 });
    const lots = await drawnOf(other.id);
    expect(lots.map(({ staffNo }) => staffNo).sort()).toEqual(people.slice(20));
    // Who is up for promotion stays where their lot is.
    expect(lots.filter(({ reasons }) => reasons.includes('promotion'))).toEqual([]);
    const verified = await probity(server.url, ['draw', 'verify', String(other.id), '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({ seenCount: 4, whole: true, wrong: [] });
    for (const wish of [{}, { unit: 'PB' }]) {
      expect((await draw(inspector, wish)).status).toBe(409);
    }
    const seen = await bureau.json<{ rows: Check[] }>('/api/random-checks');
    expect(seen.rows.map(({ id }) => id)).toEqual([other.id, check.id]);
    const theirs = await bureau.json<{ rows: Drawn[] }>(`/api/random-checks/${other.id}/people`);
    expect(theirs.rows).toEqual([]);
    // A draw of another part doesn't touch them.
    await reports(`,S24,${YEAR - 1},annual,${YEAR}-01-31,${YEAR}-01-20,,,`);
    const foreign = await draw(inspector, { unit: 'PB', year: YEAR - 1 });
    const { id, drawnCount } = (await foreign.json()) as Check;
    expect(drawnCount).toBe(1);
    for (const path of [`${id}`, `${id}/people`]) {
      expect((await bureau.fetch(`/api/random-checks/${path}`)).status).toBe(404);
    }
  });

  it('makes a follow-up for each, until the result of the check is there', async () => {
    const drawn = await drawnOf(check.id, 'toCheck=true');
    const { rows } = await toCheck();
    const of = (staffNo: string) => rows.find((row) => row.staffNo === staffNo);
    for (const { staffNo } of drawn) {
      const ref = `${staffNo}/${YEAR}/annual`;
      expect(of(staffNo)).toMatchObject({ ref, dueOn: on(90), state: 'open' });
    }
    const first = drawn[0]?.staffNo ?? '';
    await reports(
      `,${first},${YEAR},annual,${YEAR + 1}-01-31,${YEAR + 1}-01-20,random,omitted,${on(0)}`,
    );
    const after = await toCheck();
    expect(after.rows.find((row) => row.staffNo === first)?.state).toBe('closed');
    expect(await drawnOf(check.id, 'checked=true')).toMatchObject([
      { staffNo: first, checkResult: 'omitted' },
    ]);
    expect(await bureau.json(`/api/random-checks/${check.id}`)).toMatchObject({
      ...{ toCheckCount: drawn.length, checkedCount: 1, wrongCount: 1 },
    });
  });

  it('takes in whoever comes up for promotion later', async () => {
    await sent(
      'appointment-case',
      'case_no,kind,staff_no,unit_code,post,rank,opened_on',
      `C-3,promotion,S07,PA,Head,division,${on(0)}`,
    );
    await expect
      .poll(async () => {
        const { rows } = await toCheck();
        return rows.some(({ staffNo }) => staffNo === 'S07');
      })
      .toBe(true);
  });
});
