import { execFile, spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { timed } from '../measure.ts';

const run = promisify(execFile);
const hasPsql = spawnSync('psql', ['--version']).status === 0;

/** How the reference of a COPY is called: by psql where it is installed, else the same over a socket. */
export const COPY_NAME = hasPsql ? String.raw`psql \copy` : 'COPY over a socket';

async function psql(url: string, commands: readonly string[]): Promise<string> {
  const { stdout } = await run(
    'psql',
    ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, ...commands.flatMap((each) => ['-c', each])],
    { maxBuffer: 1 << 24, env: { ...process.env, PGOPTIONS: '-c probity.guard=worker' } },
  );
  return stdout;
}

/** The seconds in which the rows of a query, or of a table by its name, are written to a file. */
export async function copyOut(
  url: string,
  query: string,
  file: string,
  csv = false,
): Promise<number> {
  const what = query.includes(' ') ? `(${query})` : query;
  const format = csv ? ' CSV HEADER' : '';
  rmSync(file, { force: true });
  if (hasPsql) {
    return (await timed(() => psql(url, [String.raw`\copy ${what} to '${file}'${format}`])))[0];
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [seconds] = await timed(async () => {
    const sink = createWriteStream(file);
    client.query(to(`COPY ${what} TO STDOUT${format}`)).pipe(sink);
    await finished(sink);
  });
  await client.end();
  return seconds;
}

/**
 * The seconds in which a file comes into a table, between `before` and `after`: statements of the
 * same session that aren't counted.
 */
export async function copyIn(
  url: string,
  table: string,
  file: string,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): Promise<number> {
  if (hasPsql) {
    const told = await psql(url, [
      ...before,
      ...[String.raw`\timing on`, String.raw`\copy ${table} from '${file}' CSV HEADER`],
      ...[String.raw`\timing off`, ...after],
    ]);
    const time = /Time: ([\d.]+) ms/.exec(told)?.[1];
    if (!time) throw new Error(`psql told no time: ${told}`);
    return Number(time) / 1000;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const each of before) await client.query(each);
  const [seconds] = await timed(() =>
    finished(
      createReadStream(file).pipe(client.query(from(`COPY ${table} FROM STDIN CSV HEADER`))),
    ),
  );
  for (const each of after) await client.query(each);
  await client.end();
  return seconds;
}
