import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probity } from '../../support/cli.js';
import { startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
let folder: string;

/** Writes lines into a file and returns its path. */
function file(name: string, ...lines: string[]): string {
  const text = `${lines.join('\n')}\n`;
  writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  return join(folder, name);
}

const cli = (...args: string[]) => probity(server.url, args);

/** The answer of a command that must succeed, as JSON. */
async function answer<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await cli(...args, '--json');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'probity-cli-'));
  server = await startServer({ env: { PROBITY_UPLOAD_LIMIT_MB: '1' } });
  await answer(
    'import',
    'units',
    file('units.csv', 'unit_code,name,parent_code', 'U1,省厅,', 'U2,财政局,U1'),
  );
  const people = [
    'staff_no,name,unit_code',
    'S1,王某某,U1',
    '110101199003072316,李四,U2',
    'S3,=cmd(),U2',
  ];
  await answer('import', 'cadres', file('cadres.csv', ...people));
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const debriefings = 'staff_no,year,held_on,score,grade';

describe('probity import', () => {
  it('unpacks a packed file on the way and says what became of its rows', async () => {
    const packed = file(
      'good.csv.gz',
      debriefings,
      'S1,2025,2026-01-15,55.5,incompetent',
      '110101199003072316,2025,2026-01-15,90,excellent',
    );
    const { code, stdout, stderr } = await cli('import', 'debriefing-score', packed);
    expect(stdout).toMatch(
      /^Import \d+ \(debriefing-score\): 2 rows: 2 accepted, 0 already here, 0 /,
    );
    expect(stderr).toContain('received');
    expect(code).toBe(0);
  });

  it('says what it changed, and that there was nothing in a file', async () => {
    const changed = file(
      'changed.csv',
      debriefings,
      '110101199003072316,2025,2026-01-15,91,excellent',
    );
    expect((await cli('import', 'debriefing-score', changed)).stdout).toContain(
      '1 rows: 1 accepted (0 new, 1 changed or withdrawn), 0 already here, 0 ',
    );
    const bare = await cli('import', 'debriefing-score', file('none.csv', debriefings));
    expect(bare.stderr).toContain('There was nothing in the file below its header.');
    expect(bare.code).toBe(0);
  });

  it('ends with 3 where rows are quarantined, and shows the causes', async () => {
    const mixed = file(
      'mixed.csv',
      debriefings,
      'S3,2024,2025-01-10,80,competent',
      'S3,2025,=2026-02-30,80,competent',
    );
    const { code, stdout, stderr } = await cli('import', 'debriefing-score', mixed, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'committed',
      rows: 2,
      accepted: 1,
      quarantined: 1,
    });
    expect(stderr).toMatch(/3 +held_on +bad-date +=2026-02-30/);
    expect(stderr).toMatch(/Every cause: http:\S+\/errors\.csv\n$/);
    expect(code).toBe(3);
    const again = await cli('import', 'debriefing-score', mixed);
    expect(again.stdout).toMatch(/0 accepted, 2 already here \(1 of them wait in quarantine\), 0 /);
    expect(again.code).toBe(3);
  });

  it('names every column that is missing', async () => {
    const bare = file('bare.csv', 'ref,text', 'X,Y');
    const { code, stderr } = await cli('import', 'inspection-opinion', bare);
    for (const name of ['staff_no', 'given_on', 'respondent', 'circle', 'rating']) {
      expect(stderr).toContain(`The column "${name}" (`);
    }
    expect(code).toBe(1);
  });

  it('ends with 1 where the whole file fails, and shows why', async () => {
    const doubled = file('doubled.csv', 'staff_no,staff_no,name', 'S1,S1,x');
    const { code, stdout, stderr } = await cli('import', 'cadres', doubled, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ status: 'failed', rows: 0 });
    expect(stderr).toMatch(/duplicate-header/);
    expect(code).toBe(1);
  });

  it('keeps nothing of a file with a bad row where --atomic is given', async () => {
    const mixed = file(
      'atomic.csv',
      debriefings,
      'S3,2020,2021-01-10,80,competent',
      'S3,2021,never,80,competent',
    );
    const { code, stdout } = await cli('import', 'debriefing-score', mixed, '--atomic', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ status: 'failed', mode: 'atomic', accepted: 0 });
    expect(code).toBe(1);
  });

  it('reads a file by a mapping profile, each content of it one of its own', async () => {
    const theirs = file('theirs.csv', 'Nr,Name', 'S4,New');
    const mapping = file(
      '北厅 list.mapping.json',
      JSON.stringify({ source: 'cadres', columns: { staff_no: 'Nr', name: 'Name' } }),
    );
    const state = await answer<{ mapping: string; accepted: number; system: string }>(
      'import',
      'cadres',
      theirs,
      '--mapping',
      mapping,
      '--system',
      'north',
    );
    expect(state).toMatchObject({ accepted: 1, system: 'north' });
    expect(state.mapping).toMatch(/^北厅-list-[0-9a-f]{8}$/);
  });

  it('ends with 1 where the file is larger than the server takes', async () => {
    const large = join(folder, 'large.csv');
    writeFileSync(large, Buffer.alloc(3_000_000, 'x'));
    const { code, stderr } = await cli('import', 'cadres', large);
    expect(stderr).toMatch(/larger than 1 MB.*\(413\)/);
    expect(code).toBe(1);
  });

  it('ends with 1 where there is no such kind of record', async () => {
    const { code, stderr } = await cli('import', 'grades', file('grades.csv', 'a', '1'));
    expect(stderr).toMatch(/"grades"/);
    expect(code).toBe(1);
  });
});

describe('the reads', () => {
  it('score, and publish what the ranking then shows', async () => {
    const run = await answer<{ status: string; cadreCount: number }>(
      'score',
      '--as-of',
      '2026-06-30',
    );
    expect(run).toMatchObject({ status: 'published', asOf: '2026-06-30' });
    const ranking = await answer<{ total: number; rows: object[] }>(
      'ranking',
      '--as-of',
      '2026-06-30',
      '--limit',
      '1',
    );
    expect(ranking.rows).toMatchObject([
      { position: 1, staffNo: 'S1', score: 13.45, band: 'watch' },
    ]);
    const { stdout } = await cli(
      'ranking',
      '--as-of',
      '2026-06-30',
      '--unit',
      'U1',
      '--band',
      'watch',
    );
    expect(stdout).toMatch(/^# +rank +staff no.*\n1 +1 +S1 +王某某 +U1 .* 13\.450 +watch/);
    expect(stdout).toContain('a priority for review, not a finding');
  });

  it('show one person down to the records', async () => {
    const { stdout } = await cli('cadre', 'S1', '--as-of', '2026-06-30');
    expect(stdout).toMatch(/^S1: 13\.450, watch, as of 2026-06-30/);
    expect(stdout).toMatch(/debriefing-score +1 +13\.450\n/);
    expect(stdout).toMatch(/debriefing-score +S1\/2025 +2026-01-15 +13\.450 +Incompetent/);
    expect(stdout).not.toContain('subtotal');
    const all = await cli('cadre', 'S1', '--as-of', '2026-06-30', '--all');
    expect(all.stdout).toMatch(/S1\/2025.*Incompetent.*\n(.*\n)*debriefing-score.*subtotal\n/);
    const { code, stderr } = await cli('cadre', 'nobody');
    expect(stderr).toMatch(/nobody.*\(404\)/);
    expect(code).toBe(1);
  });

  it('show what is owed', async () => {
    const list = await answer<{ rows: object[] }>(
      'follow-ups',
      '--as-of',
      '2026-06-30',
      '--state',
      'overdue',
    );
    expect(list.rows).toMatchObject([
      { kind: 'decide-failed-debriefing', staffNo: 'S1', dueOn: '2026-02-14' },
    ]);
    const { stdout } = await cli('follow-ups', '--as-of', '2026-06-30');
    expect(stdout).toMatch(
      /\n2026-02-14 +overdue +136 +decide-failed-debriefing +S1 .*\n1 of 1 that/,
    );
    const closed = await cli('follow-ups', '--as-of', '2026-06-30', '--closed');
    expect(closed.stdout).toMatch(/\n0 of 0\n$/);
  });

  it('write lists as CSV, to stdout or into a file, with 18 digits kept and formulas disarmed', async () => {
    const { stdout } = await cli('ranking', '--csv', '--as-of', '2026-06-30');
    const rows = parse(stdout, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ staffNo, name, score }) => [staffNo, name, score])).toEqual([
      ['S1', '王某某', '13.450'],
      ['110101199003072316', '李四', '0.000'],
      ['S3', "'=cmd()", '0.000'],
      ['S4', 'New', '0.000'],
    ]);
    const target = join(folder, 'ranking.csv');
    const exported = await cli(
      'export',
      'rankings',
      '--as-of',
      '2026-06-30',
      '--no-bom',
      '--out',
      target,
    );
    expect(exported).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(`\uFEFF${readFileSync(target, 'utf8')}`).toBe(stdout);
    for (const what of ['unit-summaries', 'follow-ups']) {
      expect((await cli('export', what)).stdout).toMatch(/^\uFEFF\w+,[^\n]*\r\n/);
    }
  });

  it('end with 1 and name the parameter that cannot be used', async () => {
    const { code, stderr } = await cli('ranking', '--band', 'purple');
    expect(stderr).toMatch(/^band: /);
    expect(code).toBe(1);
  });
});

describe('probity export schedule', () => {
  it('is made, run, looked up, fetched and removed', async () => {
    const made = await answer<{ id: number; nextDueAt: string[] }>(
      'export',
      'schedule',
      'rankings',
      '--name',
      'weekly',
      '--cron',
      '0 7 * * 1',
      '--zone',
      'UTC',
      '--filter',
      'band=watch',
    );
    expect(made).toMatchObject({ filters: { band: 'watch' }, timeZone: 'UTC' });
    const id = String(made.id);
    expect((await cli('export', 'list')).stdout).toMatch(
      /weekly +rankings +- +band=watch +0 7 \* \* 1 +UTC/,
    );
    const run = await answer<{ id: number; file: string }>('export', 'run', id);
    expect(run).toMatchObject({ status: 'written', rowCount: 1 });
    expect((await cli('export', 'history', id)).stdout).toContain(run.file);
    expect((await cli('export', 'file', String(run.id))).stdout).toMatch(
      /^\uFEFFposition,.*\r\n1,1,S1,/,
    );
    expect((await cli('export', 'remove', id)).code).toBe(0);
    expect(await answer('export', 'list')).toMatchObject({ total: 0 });
    const { code, stderr } = await cli('export', 'run', id);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/\(404\)/) });
  });
});

describe('probity policy', () => {
  it('shows, changes and compares versions', async () => {
    const made = await answer(
      'policy',
      'set',
      '--change',
      'sources.audit-finding.cap=31',
      '--note',
      'Audit weighs more',
    );
    expect(made).toMatchObject({ version: 2, note: 'Audit weighs more' });
    expect((await cli('policy', 'show')).stdout).toMatch(/sources\.audit-finding\.cap +31\n/);
    expect(await answer('policy', 'compare', '1', '2')).toEqual([
      { path: 'sources.audit-finding.cap', before: 30, after: 31 },
    ]);
    // Anybody but what stands in for an administrator writes a draft.
    const { token } = await server.json<{ token: string }>('/api/tokens', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ role: 'administrator' }),
    });
    const change = ['policy', 'set', '--change', 'bands.high=31', '--note', 'x'];
    const draft = await probity(server.url, change, { PROBITY_TOKEN: token });
    expect([draft.code, draft.stdout]).toEqual([
      ...[0, expect.stringMatching(/^Draft 1 waits for an approver other than you/)],
    ]);
    const { code, stderr } = await cli('policy', 'set', '--change', 'colour=red', '--note', 'x');
    expect(stderr).toMatch(/colour/);
    expect(code).toBe(1);

    // What waits is listed with what it would change, and decided on or taken back.
    expect((await cli('proposal', 'list')).stdout).toMatch(/1 +policy .*bands\.high: 30 -> 31\n/);
    const word = ['--reason', 'not now'];
    const approved = await cli('proposal', 'approve', '1', ...word);
    expect(approved).toMatchObject({ code: 1, stderr: expect.stringMatching(/approver.*\(403\)/) });
    const decline = ['proposal', 'decline', '1', ...word];
    const taken = await probity(server.url, decline, { PROBITY_TOKEN: token });
    expect(taken.stdout).toBe('Proposal 1 is taken back; nothing changed.\n');
    expect((await cli('proposal', 'list')).stdout).toMatch(/^There is nothing/);
    expect(await answer('proposal', 'list', '--state', 'lapsed')).toMatchObject({ total: 1 });
    const unknown = await cli('proposal', 'approve', 'abc', ...word);
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringMatching(/^id: /) });
  });
});
