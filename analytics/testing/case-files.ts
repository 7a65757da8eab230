import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Cells } from '../src/table/cell.js';

/** One record of a case with what it must give; points null where it must not show at all. */
export interface CaseRecord {
  readonly cells: Cells;
  readonly points: number | null;
  /** Part of the English reason; empty where the case does not mind. */
  readonly reason: string;
}

/** The records of one cadre as of a day, and what must come out, in millipoints. */
export interface Case {
  readonly name: string;
  readonly asOf: string;
  readonly records: readonly CaseRecord[];
  readonly adjustments: Readonly<Record<string, number>>;
  readonly subtotal: number;
}

const OWN_COLUMNS = ['case', 'as_of', 'line', 'points', 'reason'];

/** The cases of every `*.csv` in a folder. Columns: case, as_of, line (record, an adjustment, subtotal), points, reason, then fields. */
export function casesIn(folder: URL): Case[] {
  const path = fileURLToPath(folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .flatMap((name) => casesOf(readFileSync(`${path}/${name}`, 'utf8')));
}

function casesOf(csv: string): Case[] {
  const [header = [], ...rows] = csv.trim().split('\n').map(cellsOfLine);
  const lines = rows.map((row) =>
    Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])),
  );
  return [...Map.groupBy(lines, (line) => line.case as string)].map(([name, own]) =>
    caseOf(name, own),
  );
}

function caseOf(name: string, lines: readonly Record<string, string>[]): Case {
  const records = lines.filter(({ line }) => line === 'record');
  const others = lines.filter(({ line }) => line !== 'record');
  const sums = Object.fromEntries(others.map(({ line, points }) => [line, Number(points)]));
  const { subtotal, ...adjustments } = sums;
  if (subtotal === undefined) throw new Error(`case without a subtotal: ${name}`);
  return {
    name,
    asOf: lines[0]?.as_of as string,
    records: records.map((line) => ({
      cells: Object.fromEntries(Object.entries(line).filter(([key]) => !OWN_COLUMNS.includes(key))),
      points: line.points === '-' ? null : Number(line.points),
      reason: line.reason ?? '',
    })),
    adjustments: adjustments as Record<string, number>,
    subtotal,
  };
}

/** Splits a line at its commas, those in quotes apart. */
function cellsOfLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
