/**
 * The cells of CSV text (RFC 4180), row by row, at most so many rows. A byte order mark is passed
 * over. Meant for the API's own files, whose quoting is sound.
 */
function rowsOf(text: string, most: number): string[][] {
  const rows: string[][] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|$)/gy;
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  let row: string[] = [];
  while (rows.length < most) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match || (at === text.length && row.length === 0)) break;
    const [, raw = '', end] = match;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}

/** The rows of CSV text under its header, each by the header's names; at most so many. */
export function recordsOf(text: string, most: number): Record<string, string | undefined>[] {
  const [header = [], ...rows] = rowsOf(text, most + 1);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}
