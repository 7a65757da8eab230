import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { causes, countsOf, importFile, report } from '../../support/records/imports.js';
import { startServer, type TestServer, token } from '../../support/server.js';
import { zipOf } from '../../support/zip.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const opinionHeader = 'ref,staff_no,given_on,respondent,circle,rating';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importFile(server, 'units', ['unit_code,name', 'U1,One']);
  await importFile(server, 'cadres', ['staff_no,name', 'S001,张三']);
});
afterAll(() => server.stop());

/** The most memory that the server ever held, in MB; undefined where the system doesn't tell. */
function peakMemory(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

async function failure(kind: string, body: string | Buffer, type = 'text/csv') {
  const state = await importFile(server, kind, body as BodyInit, { type });
  expect([state.status, ...countsOf(state)]).toEqual(['failed', 0, 0, 0, 0, 0, 0]);
  return causes(server, state.id);
}

describe('a file that cannot be read as a whole fails with its cause', () => {
  it('a duplicate header', async () => {
    expect(await failure('units', 'unit_code,name,Unit_Code\nU2,Two,U3\n')).toEqual([
      '1,Unit_Code,duplicate-header',
    ]);
  });

  it('a missing column', async () => {
    expect(await failure('units', 'unit_code\nU2\n')).toEqual(['1,name,missing-column']);
    expect(await failure('sanctions', 'ref,staff\nX,Y\n')).toEqual(
      ['staff_no', 'kind', 'decided_on', 'effect_until'].map((name) => `1,${name},missing-column`),
    );
  });

  it('nothing in it', async () => {
    expect(await failure('units', '')).toEqual([',,empty-file']);
    expect(await failure('units', '\r\n \r\n')).toEqual([',,empty-file']);
  });

  it('but not one with a header alone, of which it is said', async () => {
    const state = await importFile(server, 'units', ['unit_code,name']);
    expect([state.status, ...countsOf(state)]).toEqual(['committed', 0, 0, 0, 0, 0, 1]);
    expect((await report(server, state.id, 'warnings.csv'))[0]).toMatch(
      /^1,,no-rows,"?There is nothing/,
    );
  });

  it('text in no known encoding', async () => {
    const latin = Buffer.from('unit_code,name\nU2,Gen\xe8ve, \xff\n', 'latin1');
    expect(await failure('units', latin)).toEqual([',,bad-encoding']);
    const damaged = Buffer.from('unit_code,name\nU2,纪委监委办公室\n');
    damaged[damaged.length - 3] = 0x20;
    expect(await failure('units', damaged)).toEqual([',,bad-encoding']);
  });

  it('a quote that is never closed, in 50 MB', async () => {
    const row = Buffer.from('U9,A unit of which there are very many here\n');
    const body = Buffer.concat([
      Buffer.from('unit_code,name\nU2,"Two\n'),
      Buffer.alloc(50 * 1024 * 1024, row),
    ]);
    expect(await failure('units', body)).toEqual(['2,,unclosed-quote']);
  });

  it('a workbook that would unpack to much more, and one that is none', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await failure('units', bomb, XLSX)).toEqual([',,zip-bomb']);
    expect(await failure('units', zipOf('readme.txt', Buffer.from('hello')), XLSX)).toEqual([
      ',,damaged-file',
    ]);
    expect(await failure('units', 'unit_code,name\nU2,Two\n', XLSX)).toEqual([',,wrong-format']);
  });
});

describe('a preview', () => {
  const preview = async (body: string, query = '') => {
    const headers = { 'content-type': 'text/csv' };
    const path = `/api/imports/sanctions/preview${query}`;
    return server.json<{
      failure: { code: string; message: { en: string } } | null;
      rows: unknown[];
    }>(path, { method: 'POST', headers, body });
  };
  const row = (staffNo: string, kind = 'warning') =>
    `R1,${staffNo},${kind},2024-01-01,2025-01-01\n`;
  const header = 'ref,staff_no,kind,decided_on,effect_until\n';

  it('finds a quote out of place below its first rows, where the whole file is there', async () => {
    const broken = header + row('S001').repeat(40) + row('S001', '"warning');
    const { failure, rows } = await preview(broken);
    expect(failure).toMatchObject({ code: 'unclosed-quote' });
    expect(failure?.message.en).toContain('cell 3 of the record of line 42');
    expect(rows).toHaveLength(10);
    expect(await preview(broken, '?partial=true')).toMatchObject({ failure: null });
  });
});

describe('a row that cannot be read is refused alone', () => {
  it('says line, column, code, what would be right, and the value', async () => {
    const state = await importFile(server, 'inspection-opinion', [
      '编号,工号,提出日期,反映人类别,圈层,评价',
      'A1,S001,2024-02-30,peer,work,3',
      'A2,S001,2024-02-29,同级,"工作\n圈",-1',
      'A3,S001,2024-02-29,peer,work',
      'A4,S\x001,2024-02-29,peer,work,1',
      'A5,S001,2024年2月9日,peer,work,1',
    ]);
    expect(countsOf(state)).toEqual([5, 1, 0, 4, 0, 0]);
    const lines = await report(server, state.id, 'errors.csv');
    expect(lines[0]).toBe(
      '2,提出日期,bad-date,"This is not a date of the calendar. Write it as YYYY-MM-DD, such as 2024-02-29.",2024-02-30',
    );
    expect(await causes(server, state.id)).toEqual([
      '2,提出日期,bad-date',
      '2,评价,out-of-range',
      '3,圈层,bad-value',
      '5,,ragged-row',
      '6,工号,bad-character',
    ]);
    const rejected = await report(server, state.id, 'rejected');
    expect(rejected[0]).toMatch(/^A1,S001,2024-02-30,peer,work,3,2,bad-date; out-of-range,/);
  });

  it('a negative amount', async () => {
    const state = await importFile(server, 'audit-finding', [
      'ref,staff_no,audit_no,phase,found_on,severity,amount',
      'F1,S001,AU1,in_term,2024-01-01,2,-0.01',
      'F2,S001,AU1,in_term,2024-01-01,2,0.00',
      'F3,S001,AU1,in_term,2024-01-01,2,"1,000"',
    ]);
    expect(await causes(server, state.id)).toEqual([
      '2,amount,out-of-range',
      '4,amount,bad-number',
    ]);
  });

  it('a unit that is its own ancestor, wherever its row stands', async () => {
    const state = await importFile(server, 'units', [
      'unit_code,name,parent_code',
      'D,Below C,C',
      'A,Above B,C',
      'B,Below A,A',
      'C,Below B,B',
      'E,Alone,',
    ]);
    expect(countsOf(state)).toEqual([5, 1, 0, 4, 0, 0]);
    expect(await causes(server, state.id)).toEqual([
      '2,parent_code,unknown-reference',
      '3,parent_code,unit-cycle',
      '4,parent_code,unit-cycle',
      '5,parent_code,unit-cycle',
    ]);
    const later = await importFile(server, 'units', ['unit_code,name,parent_code', 'U1,One,U1']);
    expect(await causes(server, later.id)).toEqual(['2,parent_code,unit-cycle']);
  });

  it('a number that differs from a known one by a look-alike letter', async () => {
    const state = await importFile(server, 'inspection-opinion', [
      opinionHeader,
      'L1,ЅOO1,2024-01-01,peer,work,0',
      'L2,Ｓ００１,2024-01-01,peer,work,0',
    ]);
    const lines = await report(server, state.id, 'errors.csv');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain('It looks like S001, which is known');
  });

  it('a number that a spreadsheet has rounded is taken, with a warning', async () => {
    const state = await importFile(server, 'cadres', ['staff_no,name', '3.30102E+17,3.30102E+17']);
    expect(countsOf(state)).toEqual([1, 1, 0, 0, 0, 1]);
    expect((await report(server, state.id, 'warnings.csv'))[0]).toMatch(
      /^2,staff_no,spreadsheet-number,.*,3.30102E\+17,true$/,
    );
  });

  it('a mark at the start, 18 digits and quotes are no trouble', async () => {
    const body = '\uFEFFstaff_no,name\r\n110101199001011234,"张ら""三"""\r\n';
    expect(countsOf(await importFile(server, 'cadres', body))).toEqual([1, 1, 0, 0, 0, 0]);
    const known = await importFile(server, 'inspection-opinion', [
      opinionHeader,
      'M1,110101199001011234,2024-01-01,peer,work,0',
      'M2,110101199001011235,2024-01-01,peer,work,0',
    ]);
    expect(countsOf(known)).toEqual([2, 1, 0, 1, 0, 0]);
  });
});

/** Sends a body of generated pieces and resolves with the status of the answer. */
function upload(bytes: number, headers: Record<string, string | number>): Promise<number> {
  const piece = Buffer.alloc(1 << 20, 'U1,One more unit\n');
  return new Promise((done, fail) => {
    const outgoing = request(
      `${server.url}/api/imports/units`,
      {
        method: 'POST',
        headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}`, ...headers },
      },
      (response) => {
        done(response.statusCode ?? 0);
        response.resume();
        outgoing.destroy();
      },
    );
    let sent = 0;
    const more = () => {
      while (sent < bytes && !outgoing.destroyed) {
        sent += piece.length;
        if (!outgoing.write(piece)) return void outgoing.once('drain', more);
      }
      if (!outgoing.destroyed) outgoing.end();
    };
    outgoing.on('error', fail);
    more();
  });
}

describe('an upload without room', () => {
  const twoGigabytes = 2 * 1024 ** 3;
  const spooled = () =>
    readdirSync(join(server.dataFolder, 'spool')).filter((name) => name !== 'folder-id');

  it('is refused at once where its length says so, and at the limit where nothing does', async () => {
    expect(await upload(twoGigabytes, { 'content-length': twoGigabytes })).toBe(413);
    expect(await upload(twoGigabytes, { 'transfer-encoding': 'chunked' })).toBe(413);
    expect(spooled()).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('is refused whole where the disk is full', async () => {
    const limit = (bytes: string) =>
      execFileSync('prlimit', [`--pid=${server.process.pid}`, `--fsize=${bytes}`]);
    const before = await server.json<{ total: number }>('/api/imports');
    limit('3000000:unlimited');
    try {
      expect(await upload(8 * 1024 * 1024, { 'transfer-encoding': 'chunked' })).toBe(507);
    } finally {
      limit('unlimited:unlimited');
    }
    expect(spooled()).toEqual([]);
    expect((await server.json<{ total: number }>('/api/imports')).total).toBe(before.total);
  });

  it('leaves the server up, with its memory bounded', async () => {
    expect(await server.json('/api/health/ready')).toEqual({ status: 'ok' });
    const peak = peakMemory();
    if (peak !== undefined) expect(peak).toBeLessThan(900);
  });
});

describe('a request that makes no sense', () => {
  it('gets a problem document that names what is wrong', async () => {
    const post = async (path: string, type = 'text/csv') => {
      const response = await server.fetch(`/api/imports/${path}`, {
        method: 'POST',
        body: 'unit_code,name\n',
        headers: { 'content-type': type },
      });
      const { parameter } = (await response.json()) as { parameter?: string };
      return [response.status, parameter];
    };
    expect((await post('planets'))[0]).toBe(404);
    expect(await post('units?mode=maybe')).toEqual([400, 'mode']);
    expect(await post('units?mapping=none')).toEqual([400, 'mapping']);
    expect(await post('units?system=%00')).toEqual([400, 'system']);
    expect(await post('units?mdoe=atomic')).toEqual([400, 'mdoe']);
    expect(await post('units/preview?mode=atomic')).toEqual([400, 'mode']);
    for (const type of [
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/json',
      'text/plain',
    ]) {
      expect(await post('units', type)).toEqual([415, 'Content-Type']);
      expect(await post('units/preview', type)).toEqual([415, 'Content-Type']);
    }
  });
});
