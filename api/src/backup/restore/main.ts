import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../../platform/config.js';
import { startEmbeddedServer } from '../../platform/database/embedded-server.js';
import { Refused } from './refused.js';
import { abandon, type Restored, restore } from './restore.js';

const say = (line: string) => process.stderr.write(`${line}\n`);

const options = {
  replace: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  abandon: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

async function confirmed(warning: string): Promise<boolean> {
  say(warning);
  if (!process.stdin.isTTY) {
    throw new Refused('Nobody is there to confirm it: add --yes. Nothing was changed.');
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question('Type "replace" to go on: ');
  prompt.close();
  return answer.trim() === 'replace';
}

function told(found: Restored): string {
  const { log, kept } = found;
  return [
    `Restored ${found.file}, made at ${found.madeAt} (SHA-256 ${found.sha256}).`,
    `${found.rowCount} rows in ${found.tableCount} tables are what was backed up, to the byte.`,
    `The audit log is whole: ${log.entries} entries, ${log.checkpoints} checkpoints signed by key ${log.keyId}.`,
    ...(found.importCount > 0
      ? [`${found.importCount} imports were under way and failed: send their files again.`]
      : []),
    ...(found.migrationCount > 0
      ? [`The schema was brought up to date by ${found.migrationCount} changes.`]
      : []),
    ...kept.map((folder) => `What was there before: ${folder}`),
    'Nobody is signed in. Start Probity with "npm start".',
  ].join('\n');
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file, ...more] = positionals;
  if ((file === undefined) !== values.abandon || more.length > 0) {
    throw new Refused('Give one file, or --abandon.');
  }
  const config = readConfig(process.env);
  const embedded = config.databaseUrl ? undefined : await startEmbeddedServer(config.dataFolder);
  const url = config.databaseUrl ?? embedded?.url ?? '';
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      say('Cut short. Give the same command again, or undo it: npx probity restore --abandon');
      void (embedded?.stop() ?? Promise.resolve()).finally(() => process.exit(1));
    });
  }
  try {
    if (file === undefined) {
      await abandon(url, config);
      say('The database and the data folder are what they were before the restore.');
      return;
    }
    const found = await restore(url, config, resolve(file), {
      replace: values.replace,
      progress: say,
      confirm: async (warning) => values.yes || confirmed(warning),
    });
    process.stdout.write(`${values.json ? JSON.stringify(found, null, 2) : told(found)}\n`);
  } finally {
    await embedded?.stop();
  }
}

run().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  say(error instanceof ConfigError ? `Bad settings:\n${text}` : text);
  process.exitCode = 1;
});
