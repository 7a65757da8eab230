import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { causes, countsOf, importFile, report } from '../../../support/records/imports.js';
import { startServer, type TestServer } from '../../../support/server.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NDJSON = 'application/x-ndjson';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await importFile(server, 'cadres', ['staff_no,name', '110101199001011234,张三', 'S1,甲']);
});
afterAll(() => server.stop());

const people = (prefix: string) =>
  `工号,姓名,是否主要负责人\r\n${prefix}1,赵一,是\r\n${prefix}2,钱二,否\r\n`;

describe('text', () => {
  it.each(['utf8', 'utf16le', 'utf16be', 'gb18030'])('in %s is recognised', async (encoding) => {
    const bytes = iconv.encode(people(encoding), encoding, {
      addBOM: encoding.startsWith('utf16'),
    });
    const state = await importFile(server, 'cadres', new Uint8Array(bytes));
    expect(countsOf(state)).toEqual([2, 2, 0, 0, 0, 0]);
    const same = await importFile(server, 'cadres', `\uFEFF${people(encoding)}`);
    expect(countsOf(same)).toEqual([2, 0, 2, 0, 0, 0]);
  });

  it('may have tabs for commas, as Excel saves it', async () => {
    const text = people('tab').replaceAll(',', '\t');
    const bytes = iconv.encode(text, 'utf16le', { addBOM: true });
    expect(countsOf(await importFile(server, 'cadres', new Uint8Array(bytes)))).toEqual([
      2, 2, 0, 0, 0, 0,
    ]);
  });
});

describe('a workbook', () => {
  it('is read by cells: dates, numbers, long numbers', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'opinions',
          rows: [
            ['ref', 'staff_no', 'given_on', 'respondent', 'circle', 'rating'],
            ['X1', 'S1', new Date(Date.UTC(2024, 1, 29)), '同级', 'work', -1],
            ['X2', '110101199001011234', '2024-03-01', 'peer', 'work', 0],
            ['X3', 110101199001011230, '2024-03-01', 'peer', 'work', 0],
          ],
        },
      ],
    });
    const state = await importFile(server, 'inspection-opinion', new Uint8Array(bytes), {
      type: XLSX,
    });
    expect(await causes(server, state.id)).toEqual(['4,staff_no,too-many-digits']);
    expect(countsOf(state)).toEqual([3, 2, 0, 1, 0, 0]);
    const same = await importFile(server, 'inspection-opinion', [
      'ref,staff_no,given_on,respondent,circle,rating',
      'X1,S1,2024-02-29,peer,work,-1',
    ]);
    expect(countsOf(same)).toEqual([1, 0, 1, 0, 0, 0]);
  });
});

describe('NDJSON', () => {
  const send = (rows: string[]) => importFile(server, 'inspection-opinion', rows, { type: NDJSON });

  it('keeps digits, tells an absent key from an empty one, and refuses a key that stands twice', async () => {
    const first = await send([
      '{"ref":"J1","staff_no":110101199001011234,"given_on":"2024-01-01","respondent":"peer","circle":"work","rating":-1,"channel":"signed"}',
      '{"ref":"J2","staff_no":"S1","staff_no":"S2","given_on":"2024-01-01"}',
      'no json',
      '{"ref":"J3","staff_no":"S1","given_on":"2024-01-01","respondent":"peer","circle":"work","rating":[1]}',
    ]);
    expect(countsOf(first)).toEqual([4, 1, 0, 3, 0, 0]);
    expect(await causes(server, first.id)).toEqual([
      '2,,bad-json',
      '3,,bad-json',
      '4,rating,bad-value',
    ]);
    const row = (more: string) =>
      `{"ref":"J1","staff_no":"110101199001011234","given_on":"2024-01-01","respondent":"peer","circle":"work","rating":-1${more}}`;
    expect(countsOf(await send([row('')]))).toEqual([1, 0, 1, 0, 0, 0]);
    expect(countsOf(await send([row(',"channel":null')]))).toEqual([1, 1, 0, 0, 0, 0]);
    expect(countsOf(await send([row(',"channel":"signed"'), row(',"channel":"signed"')]))).toEqual([
      2, 1, 1, 0, 0, 0,
    ]);
  });
});

describe('an Arrow stream', () => {
  it('is read by columns', async () => {
    const table = tableFromArrays({
      staff_no: ['AR1', 'AR2'],
      name: ['一', '二'],
      birth_year: [1970, null],
    });
    const type = 'application/vnd.apache.arrow.stream';
    const body = new Uint8Array(tableToIPC(table, 'stream'));
    expect(countsOf(await importFile(server, 'cadres', body, { type }))).toEqual([
      2, 2, 0, 0, 0, 0,
    ]);
    const broken = await importFile(server, 'cadres', body.slice(0, 200), { type });
    expect(broken.status).toBe('failed');
  });
});

describe('a mapping profile', () => {
  it('names columns, turns values, adds constants, reads their dates', async () => {
    const put = await server.fetch('/api/mappings/police', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        source: 'inspection-opinion',
        columns: { ref: 'Log no', given_on: 'Filed', respondent: 'By' },
        values: { respondent: { citizen: 'service_object', '': 'unknown' } },
        constants: { circle: 'work', rating: '-1' },
        dateFormat: 'D/M/YYYY',
      }),
    });
    expect(put.status).toBe(200);
    const state = await importFile(
      server,
      'inspection-opinion',
      [
        'Log no,staff_no,Filed,By',
        'P1,S1,5/2/2024,citizen',
        'P2,S1,30/2/2024,citizen',
        'P3,S1,6/2/2024,',
      ],
      { query: 'mapping=police' },
    );
    expect(countsOf(state)).toEqual([3, 2, 0, 1, 0, 0]);
    expect(await causes(server, state.id)).toEqual(['3,Filed,bad-date']);
    const same = await importFile(server, 'inspection-opinion', [
      'ref,staff_no,given_on,respondent,circle,rating',
      'P1,S1,2024-02-05,service_object,work,-1',
    ]);
    expect(countsOf(same)).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('is refused where it names what does not exist', async () => {
    const response = await server.fetch('/api/mappings/wrong', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ source: 'units', columns: { colour: 'Colour' } }),
    });
    expect([response.status, ((await response.json()) as { parameter: string }).parameter]).toEqual(
      [400, 'columns.colour'],
    );
  });
});

describe('before a file is sent', () => {
  it('a template has every column, in either language', async () => {
    const template = async (query: string) =>
      (await server.fetch(`/api/templates/units.csv${query}`)).text();
    expect(await template('')).toBe('unit_code,name,parent_code\r\n');
    expect(await template('?language=zh-CN')).toBe('单位代码,名称,上级单位代码\r\n');
  });

  it('a preview says how it would be read, and keeps nothing', async () => {
    const preview = await server.json<{
      encoding: string;
      columns: { field: string | null; ground: string | null }[];
      rows: { line: number; values: Record<string, string>; errors: { code: string }[] }[];
      likelyKinds: string[];
      nearestKinds: object[];
    }>('/api/imports/units/preview', {
      method: 'POST',
      body: new Uint8Array(iconv.encode('机构代码,单位名称,颜色\nU1,甲,红\n,乙,蓝\n', 'gb18030')),
      headers: { 'content-type': 'text/csv' },
    });
    expect(preview.encoding).toBe('gb18030');
    expect(preview.columns.map(({ field, ground }) => [field, ground])).toEqual([
      ['unit_code', 'alias'],
      ['name', 'alias'],
      [null, null],
    ]);
    expect(preview.rows[0]?.values).toMatchObject({ unit_code: 'U1', name: '甲' });
    expect(preview.rows[1]?.errors.map(({ code }) => code)).toEqual(['required']);
    expect(preview).toMatchObject({ likelyKinds: ['units'], nearestKinds: [] });
    expect(await report(server, 1, 'errors.csv')).toEqual([]);
  });

  it('a preview says of each row what is wrong with that row', async () => {
    const preview = (body: string, type: string) =>
      server.json<{
        failure: unknown;
        rows: { line: number; errors: { value: string }[]; warnings: unknown[] }[];
      }>('/api/imports/inspection-opinion/preview', {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
    const csv = [
      'ref,staff_no,given_on,respondent,circle,rating',
      'P1,S1,2024-01-01,peer,work,0',
      'P2,S1,2099-01-01,peer,work,0',
      'P3,S1,2024-01-01,peer,work,7',
    ];
    const { rows } = await preview(csv.join('\n'), 'text/csv');
    expect(rows.map((row) => [row.line, row.errors.length, row.warnings.length])).toEqual([
      [2, 0, 0],
      [3, 0, 1],
      [4, 1, 0],
    ]);
    const near = await preview('ref,given_on,respondent,circle,colour\nP1,,,,\n', 'text/csv');
    expect(near).toMatchObject({
      likelyKinds: [],
      missing: ['staff_no', 'rating'],
      nearestKinds: [{ kind: 'inspection-opinion', missing: ['staff_no', 'rating'] }, {}, {}],
    });
    const json = await preview('{"ref":"P1"}\n', 'application/x-ndjson');
    expect(json.failure).toBeNull();
    expect(json.rows[0]!.errors.length).toBeGreaterThan(0);
  });
});
