import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  ENUM,
  INTEGER,
} from '@duckdb/node-api';
import { type BenchRecord, records } from './population.ts';

export const duckdbTables: Readonly<Record<string, string>> = {
  'inspection-opinion':
    'given_on INTEGER, respondent VARCHAR, circle VARCHAR, rating INTEGER, channel VARCHAR, ballot_count INTEGER, verified_on INTEGER, verification VARCHAR',
  'debriefing-score': 'year INTEGER, held_on INTEGER, score DOUBLE, grade VARCHAR',
  'audit-finding':
    'audit_no VARCHAR, phase VARCHAR, responsibility VARCHAR, found_on INTEGER, severity INTEGER, rectify_by INTEGER, rectified_on INTEGER, return_visited_on INTEGER, return_visit_result VARCHAR, re_rectified_on INTEGER',
  'personal-matter-report':
    'period VARCHAR, kind VARCHAR, due_on INTEGER, submitted_on INTEGER, check_result VARCHAR, checked_on INTEGER',
};

export const nameOf = (source: string) => source.replaceAll('-', '_');

/** How many rows DuckDB takes together. */
const ROWS_TOGETHER = 2048;
/** All texts of the population are among those of its first cadres; any other is an error. */
const CADRES_WITH_ALL_TEXTS = 2000;

/** The columns of a table, `ref` among them, with the types that their values come in: texts as numbers of their own. */
function columnsOf(source: string): (readonly [name: string, type: DuckDBType])[] {
  const texts = new Map<string, Set<string>>();
  for (const record of records(CADRES_WITH_ALL_TEXTS)) {
    if (record.source !== source) continue;
    for (const [name, cell] of Object.entries({ ...record.cells, ref: record.ref })) {
      if (typeof cell === 'string') texts.set(name, (texts.get(name) ?? new Set()).add(cell));
    }
  }
  return `ref VARCHAR, ${duckdbTables[source]}`.split(', ').map((column) => {
    const [name = '', type] = column.split(' ');
    if (type === 'VARCHAR') return [name, ENUM([...(texts.get(name) ?? [])])];
    return [name, type === 'DOUBLE' ? DOUBLE : INTEGER];
  });
}

/** A table on its way in, some rows at a time. */
class Filling {
  readonly #appender: DuckDBAppender;
  readonly #names: readonly string[];
  readonly #types: readonly DuckDBType[];
  readonly #columns: DuckDBValue[][];
  #count = 0;

  constructor(appender: DuckDBAppender, source: string) {
    this.#appender = appender;
    const columns = columnsOf(source);
    this.#names = ['cadre', ...columns.map(([name]) => name)];
    this.#types = [INTEGER, ...columns.map(([, type]) => type)];
    this.#columns = this.#types.map(() => []);
  }

  add({ cadre, ref, cells }: BenchRecord): void {
    const at = this.#count++;
    const columns = this.#columns;
    columns[0]![at] = cadre;
    columns[1]![at] = ref;
    for (let column = 2; column < columns.length; column++) {
      columns[column]![at] = cells[this.#names[column] ?? ''] ?? null;
    }
    if (this.#count === ROWS_TOGETHER) this.#flush();
  }

  end(): void {
    this.#flush();
    this.#appender.closeSync();
  }

  #flush(): void {
    const count = this.#count;
    const chunk = DuckDBDataChunk.create(this.#types, count);
    for (const [column, values] of this.#columns.entries()) {
      chunk.setColumnValues(column, count === values.length ? values : values.slice(0, count));
    }
    this.#appender.appendDataChunk(chunk);
    this.#count = 0;
  }
}

/** The same population in DuckDB's own tables, clustered by cadre, on two threads. Days are whole numbers, as in the product's columns. */
export async function duckdbOf(cadreCount: number): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const tables = new Map<string, Filling>();
  for (const [source, columns] of Object.entries(duckdbTables)) {
    await connection.run(`CREATE TABLE ${nameOf(source)} (cadre INTEGER, ref VARCHAR, ${columns})`);
    const appender = await connection.createAppender(nameOf(source));
    tables.set(source, new Filling(appender, source));
  }
  for (const record of records(cadreCount)) {
    const table = tables.get(record.source);
    if (!table) throw new Error(`no table for ${record.source}`);
    table.add(record);
  }
  for (const table of tables.values()) table.end();
  return connection;
}
