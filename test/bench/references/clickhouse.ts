import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { duckdbTables, nameOf } from '../duckdb-population.ts';
import { records } from '../population.ts';

/** ClickHouse in this process; some 550 MB, so that it is no dependency. */
const PACKAGE = 'chdb@3.4.0';

interface Session {
  query(sql: string, format?: string): string;
  cleanup(): void;
}

/** ClickHouse out of npm, installed under the folder of the bench's data the first time. Throws where that fails. */
function installed(folder: string): { readonly Session: new (path: string) => Session } {
  const home = join(folder, 'clickhouse');
  const manifest = join(home, 'package.json');
  if (!existsSync(join(home, 'node_modules', 'chdb'))) {
    process.stderr.write(`${PACKAGE} is installed under ${home}\n`);
    mkdirSync(home, { recursive: true });
    writeFileSync(manifest, '{ "private": true }');
    const { status } = spawnSync('npm', ['install', '--prefix', home, '--no-progress', PACKAGE], {
      cwd: home,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`npm could not install ${PACKAGE}`);
  }
  return createRequire(manifest)('chdb');
}

const PIECE_LENGTH = 1 << 20;

/** The records as one file of tab-separated lines for each table. */
async function writeTables(folder: string, cadreCount: number): Promise<void> {
  const columns = new Map(
    Object.entries(duckdbTables).map(([source, text]) => [
      source,
      text.split(', ').map((column) => column.split(' ')[0] ?? ''),
    ]),
  );
  const files = new Map(
    [...columns.keys()].map((source) => [source, createWriteStream(join(folder, nameOf(source)))]),
  );
  const texts = new Map<string, string>();
  for (const { cadre, source, ref, cells } of records(cadreCount)) {
    const own = (columns.get(source) ?? []).map((name) => cells[name] ?? '\\N');
    const text = `${texts.get(source) ?? ''}${[cadre, ref, ...own].join('\t')}\n`;
    const full = text.length >= PIECE_LENGTH;
    if (full) files.get(source)?.write(text);
    texts.set(source, full ? '' : text);
  }
  for (const [source, file] of files) {
    file.end(texts.get(source));
    await finished(file);
  }
}

/** The population in ClickHouse's own tables, in the order of cadres, choices as dictionaries. */
export class ClickHouse {
  readonly #session: Session;

  private constructor(session: Session) {
    this.#session = session;
  }

  /** `folder` keeps the package, `scratch` is for what goes with this run. */
  static async open(folder: string, scratch: string, cadreCount: number): Promise<ClickHouse> {
    const { Session: SessionOf } = installed(folder);
    const home = join(scratch, 'clickhouse');
    mkdirSync(home);
    await writeTables(home, cadreCount);
    const session = new SessionOf(join(home, 'database'));
    for (const [source, text] of Object.entries(duckdbTables)) {
      const types = text
        .replaceAll('VARCHAR', 'LowCardinality(Nullable(String))')
        .replaceAll('INTEGER', 'Nullable(Int32)')
        .replaceAll('DOUBLE', 'Nullable(Float64)');
      const structure = `cadre Int32, ref String, ${types}`;
      const table = nameOf(source);
      session.query(`CREATE TABLE ${table} (${structure}) ENGINE = MergeTree ORDER BY cadre`);
      const file = join(home, table);
      session.query(`INSERT INTO ${table} SELECT * FROM file('${file}', 'TSV', '${structure}')`);
      session.query(`OPTIMIZE TABLE ${table} FINAL`);
      rmSync(file);
    }
    return new ClickHouse(session);
  }

  /** Carries a SELECT out, its answer into a table of memory. */
  carryOut(select: string): void {
    this.#session.query('DROP TABLE IF EXISTS answer');
    this.#session.query(`CREATE TABLE answer ENGINE = Memory AS ${select}`);
  }

  /** The columns of the answer. */
  answer(): number[][] {
    const text = this.#session.query('SELECT * FROM answer', 'JSONCompactColumns');
    return JSON.parse(text) as number[][];
  }

  end(): void {
    this.#session.cleanup();
  }
}
