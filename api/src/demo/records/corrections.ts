import type { Draw } from '../province/draw.js';
import type { DemoFile, Row } from '../province/rows.js';
import { withdrawalOf } from '../province/withdrawal.js';

const changed: Readonly<Record<string, (draw: Draw, row: Row) => Row>> = {
  'inspection-opinion': (draw, row) => ({ ...row, rating: draw.pick(['-1', '0', '1']) }),
  'debriefing-score': (draw, row) => ({ ...row, vote_count: String(draw.whole(28, 160)) }),
  'audit-finding': (_, row) => ({ ...row, responsibility: 'leadership' }),
  'personal-matter-report': (_, row) => ({ ...row, check_result: 'consistent' }),
};
const CORRECTED = 1 / 150;
const WITHDRAWN = 1 / 4000;

/** Second versions of some records, as the office that recorded them sends them later. */
export function corrections(draw: Draw, files: readonly DemoFile[]): DemoFile[] {
  return later(files, (file) =>
    file.rows
      .filter(() => draw.chance(CORRECTED))
      .map((row) => changed[file.kind]?.(draw, row) ?? row),
  );
}

/** Records that were about the wrong person or year, and are taken back. */
export function withdrawals(draw: Draw, files: readonly DemoFile[]): DemoFile[] {
  return later(files, (file) => file.rows.filter(() => draw.chance(WITHDRAWN))).map((file) =>
    withdrawalOf(file, file.rows, '登记对象有误，原报送单位撤回'),
  );
}

function later(files: readonly DemoFile[], rowsOf: (file: DemoFile) => readonly Row[]): DemoFile[] {
  return files
    .filter(({ kind }) => kind in changed)
    .map((file) => ({ ...file, rows: rowsOf(file) }))
    .filter(({ rows }) => rows.length > 0);
}
