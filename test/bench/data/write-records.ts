import { type Cells, dateOf, type Source, sources } from '@probity/analytics';
import pg from 'pg';
import { records, staffNo } from '../population.ts';
import { type CopyTarget, copyTarget } from './copy-text.ts';
import { otherRecords } from './other-records.ts';

export const tableOf = (key: string) => key.replaceAll('-', '_');

/** What every row of a record table has before its own fields; cadres are numbered from 1. */
export const SYSTEM_COLUMNS = [
  'cadre_id',
  'record_key',
  'source_system',
  'version',
  'import_id',
  'recorded_at',
];
export const SYSTEM = 'bench';
export const NONE = String.raw`\N`;
/** When all of it was committed. */
export const RECORDED_AT = '2026-07-01T00:00:00Z';

const SEPARATOR = '\u001f';

/** Dates as text, each written once. */
const dates = new Map<number, string>();
function dateText(day: number): string {
  let text = dates.get(day);
  if (text === undefined) {
    text = dateOf(day) ?? '';
    dates.set(day, text);
  }
  return text;
}

interface ShownField {
  readonly name: string;
  readonly isDate: boolean;
}

/** A cell as COPY takes it; empty where there is none. */
function textOf(cells: Cells, { name, isDate }: ShownField): string {
  const cell = cells[name];
  if (cell === null || cell === undefined) return '';
  return isDate ? dateText(Number(cell)) : String(cell);
}

/** One record table on its way in. */
class RecordTarget {
  readonly #identity: readonly ShownField[];
  readonly #columns: readonly ShownField[];
  readonly #target: CopyTarget;

  private constructor(source: Source, columns: readonly string[], target: CopyTarget) {
    const shown = (name: string) => ({ name, isDate: source.fields[name]?.type === 'date' });
    this.#identity = source.identity.map(shown);
    this.#columns = columns.map(shown);
    this.#target = target;
  }

  static async open(url: string, source: Source): Promise<RecordTarget> {
    const columns = Object.keys(source.fields).filter((name) => name !== 'staff_no');
    const target = await copyTarget(url, tableOf(source.key), [...SYSTEM_COLUMNS, ...columns]);
    return new RecordTarget(source, columns, target);
  }

  write(cadre: number, cells: Cells): Promise<void> | undefined {
    const key = this.#identity
      .map((field) => (field.name === 'staff_no' ? staffNo(cadre) : textOf(cells, field)))
      .join(SEPARATOR);
    const row: (string | number)[] = [cadre + 1, key, SYSTEM, 1, 1, RECORDED_AT];
    for (const field of this.#columns) row.push(textOf(cells, field) || NONE);
    return this.#target.write(row);
  }

  end(): Promise<number> {
    return this.#target.end();
  }
}

/** Writes all records of a population, each source's over a connection of its own. Answers with their number by source. */
export async function writeRecords(
  url: string,
  cadreCount: number,
): Promise<ReadonlyMap<string, number>> {
  const targets = new Map<string, RecordTarget>();
  const into = async (key: string) => {
    const known = targets.get(key);
    if (known) return known;
    const source = sources.find((each) => each.key === key);
    if (!source) throw new Error(`no source is called ${key}`);
    const target = await RecordTarget.open(url, source);
    targets.set(key, target);
    return target;
  };
  for (const { cadre, source, ref, cells } of records(cadreCount)) {
    const target = targets.get(source) ?? (await into(source));
    const full = target.write(cadre, 'ref' in cells ? cells : withRef(source, ref, cells));
    if (full) await full;
  }
  for (const { cadre, source, cells } of otherRecords(cadreCount)) {
    const full = (targets.get(source) ?? (await into(source))).write(cadre, cells);
    if (full) await full;
  }
  const counts = new Map<string, number>();
  for (const [key, target] of targets) counts.set(key, await target.end());
  return counts;
}

/** Reports are told apart by their period and kind alone. */
function withRef(source: string, ref: string, cells: Cells): Cells {
  return source === 'personal-matter-report' ? cells : { ...cells, ref };
}

/** Takes the indexes of these tables away and gives what puts them back: building them once is cheaper than with each row. */
export async function withoutIndexes(
  client: pg.ClientBase,
  tables: readonly string[],
): Promise<readonly string[]> {
  const { rows: constraints } = await client.query<{ made: string; dropped: string }>(
    `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS made,
       format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS dropped
     FROM pg_constraint WHERE contype = 'p' AND conrelid::regclass::text = ANY($1)`,
    [tables],
  );
  for (const { dropped } of constraints) await client.query(dropped);
  const { rows: indexes } = await client.query<{ made: string; dropped: string }>(
    `SELECT pg_get_indexdef(indexrelid) AS made, format('DROP INDEX %s', indexrelid::regclass) AS dropped
     FROM pg_index WHERE indrelid::regclass::text = ANY($1)`,
    [tables],
  );
  for (const { dropped } of indexes) await client.query(dropped);
  return [...indexes, ...constraints].map(({ made }) => made);
}
