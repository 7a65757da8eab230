import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { kindNamed } from '../../../api/dist/evidence/kinds/kind-catalog.js';
import { openTable } from '../../../api/dist/evidence/parse/open-table.js';
import type { StagedPiece } from '../../../api/dist/evidence/staging/stage-lines.js';
import { stagedFile } from '../../../api/dist/evidence/staging/staged-file.js';
import { bindColumns } from '../../../api/dist/evidence/validate/columns.js';
import { plausibleSpan } from '../../../api/dist/evidence/validate/plausibility.js';
import { RowReader } from '../../../api/dist/evidence/validate/row-reader.js';

const folder = mkdtempSync(join(tmpdir(), 'staging-'));
const path = join(folder, 'opinions.csv');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = 'ref,staff_no,given_on,respondent,circle,rating,channel,text,unknown';
/** Rows that are as they are read, and every tenth one that is not: quoted, over lines, refused, ragged or odd. */
const odd = [
  ' 2024/1/2 ,peer,work,1,ballot,"over\r\nlines, ""quoted""",',
  '2024-13-01,peer,work,7,ballot,none,',
  '2999-01-01,peer,work,1,ballot,"\tback\\slash",x',
  '2024-01-02,peer',
];
const rows = Array.from({ length: 70_000 }, (_, at) => {
  const rest = at % 10 ? '2024-01-02,peer,work,-1,ballot,some text,' : odd[(at / 10) % odd.length];
  return `R${at},S${at},${rest}`;
});

/** What a file comes to with so many threads. */
async function staged(threadCount: number) {
  const kind = kindNamed('inspection-opinion');
  const reading = { kind, withdraw: false, span: plausibleSpan('2026-06-30') };
  const table = await openTable(path, 'csv');
  const reader = new RowReader(reading);
  reader.bind(bindColumns(kind, table.header));
  const choices = { threadCount, fewBytes: 0, grown: () => undefined };
  const pieces: StagedPiece[] = [];
  for await (const piece of stagedFile(table, reading, reader, choices)) pieces.push(piece);
  return {
    lines: pieces.map(({ lines }) => Buffer.from(lines).toString()).join(''),
    rowCount: pieces.reduce((sum, piece) => sum + piece.rowCount, 0),
    refusedCount: pieces.reduce((sum, piece) => sum + piece.refusedCount, 0),
    presentInAll: pieces.reduce((all, piece) => all & piece.presentInAll, -1n),
    presentInAny: pieces.reduce((any, piece) => any | piece.presentInAny, 0n),
    bytesRead: pieces.at(-1)?.bytesRead,
  };
}

it('a large file comes to the same rows, lines and causes, however many threads read it', async () => {
  writeFileSync(path, `\uFEFF${header}\n${rows.join('\n')}`);
  const alone = await staged(1);
  expect(alone).toMatchObject({ rowCount: rows.length, refusedCount: 3_500 });
  // Rows that span lines are counted by all of these.
  expect(alone.lines.split('\n').at(-2)).toMatch(new RegExp(`^${rows.length + 1 + 1_750}\t`));
  expect(await staged(3)).toEqual(alone);
});

it('a large file is refused with the line of its first quote that is out of place', async () => {
  writeFileSync(path, `${header}\n${rows.join('\n')}\nR,"S"x,2024-01-02\n"`);
  await expect(staged(2)).rejects.toMatchObject({
    finding: { code: 'unclosed-quote' },
    line: rows.length + 2 + 1_750,
  });
});
