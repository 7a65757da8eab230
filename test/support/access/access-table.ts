import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../server.js';

/** What a role gets of a route, in the words of docs/access.md. */
export type Right = 'all' | 'unit' | 'sums' | 'owed' | 'own' | 'kinds' | 'link' | '·';

/** One row of the table: a route, and what each column's caller gets. */
export interface AccessRow {
  /** `GET /cadres/:staffNo`, without the global prefix. */
  readonly route: string;
  readonly rights: ReadonlyMap<string, Right>;
}

const rights = new Set<string>(['all', 'unit', 'sums', 'owed', 'own', 'kinds', 'link', '·']);

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The table of docs/access.md. Throws where a cell holds none of its words. */
export function accessTable(): { readonly callers: readonly string[]; readonly rows: AccessRow[] } {
  const lines = readFileSync(join(root, 'docs/access.md'), 'utf8').split('\n');
  const head = lines.findIndex((line) => line.startsWith('| route '));
  const [, ...callers] = cellsOf(lines[head] ?? '');
  const rows = lines.slice(head + 2).filter((line) => line.startsWith('|'));
  return {
    callers,
    rows: rows.map((line) => {
      const [route = '', ...cells] = cellsOf(line);
      const unknown = cells.find((cell) => !rights.has(cell));
      if (unknown !== undefined || cells.length !== callers.length) {
        throw new Error(`docs/access.md: ${route}: ${unknown ?? `${cells.length} cells`}`);
      }
      return {
        route: route.replaceAll('`', ''),
        rights: new Map(callers.map((caller, at) => [caller, cells[at] as Right])),
      };
    }),
  };
}
