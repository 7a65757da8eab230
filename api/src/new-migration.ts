import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { withEmptyProduct } from './empty-product.js';
import { installationFolder } from './platform/config.js';

/** One statement as TypeORM logs it. */
interface Statement {
  readonly query: string;
}

/** What the entities describe and the migrations don't make yet, and its way back. */
async function missing(): Promise<{ up: Statement[]; down: Statement[] }> {
  return withEmptyProduct(async (app) => {
    const { upQueries, downQueries } = await app.get(DataSource).driver.createSchemaBuilder().log();
    return { up: upQueries, down: downQueries.toReversed() };
  });
}

/** A table reads better with a column on each line. */
const laidOut = (query: string) =>
  query.startsWith('CREATE TABLE') ? query.replace(/, (?=")/g, ',\n    ') : query;

const listOf = (statements: readonly Statement[]) =>
  statements.map(({ query }) => `  \`${laidOut(query).replace(/[\\`$]/g, '\\$&')}\`,\n`).join('');

/** The class is named after the file, and TypeORM sorts by the stamp at its end. */
function textOf(name: string, stamp: number, up: Statement[], down: Statement[]): string {
  const pascal = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const words = name.replaceAll('-', ' ');
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ${words[0]?.toUpperCase()}${words.slice(1)}. */
export class ${pascal}${stamp} implements MigrationInterface {
  readonly name = '${pascal}${stamp}';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of made) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undone) await runner.query(statement);
  }
}

const made = [
${listOf(up)}];

const undone = [
${listOf(down)}];
`;
}

const [name] = process.argv.slice(2);
if (!name || !/^[a-z]+(-[a-z]+)*$/.test(name)) {
  process.stderr.write('npm run migration -- NAME, a few words in kebab-case\n');
  process.exit(2);
}
const { up, down } = await missing();
if (up.length === 0) {
  process.stderr.write('The migrations make all that the entities describe: nothing to write.\n');
  process.exit(1);
}
const stamp = Date.now();
const file = join(installationFolder, 'migrations', 'src', `${stamp}-${name}.ts`);
writeFileSync(file, textOf(name, stamp, up, down));
process.stdout.write(`${file}\nAdd it at the end of migrations/src/index.ts.\n`);
process.exit(0);
