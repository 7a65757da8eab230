import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type CliResult, probity } from '../cli.js';
import type { TestServer } from '../server.js';

/** A passphrase to lock backups with; deriving a key from it takes a second of a processor. */
export const passphrase = 'correct horse battery staple';

const identity = await generateX25519Identity();

/** Whom most tests' backups are for. */
export const recipient = await identityToRecipient(identity);

/** What opens them, as the product's own functions take it. */
export const keys = { passphrase: undefined, identities: [identity] };

/** The same as the file that the product's programs are told of. */
export const identityFile = join(mkdtempSync(join(tmpdir(), 'probity-identity-')), 'identity');
writeFileSync(identityFile, `# created: today\n${identity}\n`, { mode: 0o600 });

/** The settings of a server that can make backups, when asked. */
export const backupEnv = { PROBITY_BACKUP_RECIPIENT: recipient, PROBITY_BACKUP_AT: 'off' };

/** The settings of one that locks them with the passphrase. */
export const passphraseEnv = { PROBITY_BACKUP_PASSPHRASE: passphrase, PROBITY_BACKUP_AT: 'off' };

/** A backup as the command line tells of it. */
export interface WrittenBackup {
  readonly id: number;
  readonly status: string;
  readonly rowCount: number;
  readonly byteCount: number;
  readonly sha256: string;
  readonly path: string;
}

/** What `probity restore --json` tells. */
export interface Restored {
  readonly sha256: string;
  readonly tableCount: number;
  readonly rowCount: number;
  readonly importCount: number;
  readonly migrationCount: number;
  readonly log: { readonly ok: boolean; readonly entries: number; readonly checkpoints: number };
  readonly kept: readonly string[];
}

/** Has a backup written and returns it; throws where it wasn't. */
export async function backUp(server: TestServer, ...args: string[]): Promise<WrittenBackup> {
  const { code, stdout, stderr } = await probity(server.url, ['backup', '--json', ...args]);
  if (code !== 0) throw new Error(`no backup was written (${code}): ${stderr}`);
  return JSON.parse(stdout) as WrittenBackup;
}

/** Runs `probity restore` on a data folder (and a database of its own, where `env` names one). */
export const runRestore = (
  dataFolder: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<CliResult> =>
  probity('', ['restore', ...args], {
    PROBITY_DATA_DIR: dataFolder,
    PROBITY_BACKUP_IDENTITY_FILE: identityFile,
    DATABASE_URL: '',
    ...env,
  });

/** Restores a file and returns what was found; throws where it was not restored. */
export async function restored(
  dataFolder: string,
  file: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Restored> {
  const { code, stdout, stderr } = await runRestore(dataFolder, [file, '--json', ...args], env);
  if (code !== 0) throw new Error(`not restored (${code}): ${stderr}`);
  return JSON.parse(stdout) as Restored;
}

/** What can be seen of the small province from outside: to be taken before a backup, and compared with what comes of it. */
export async function seen(server: TestServer, day: string): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const path of [
    `/api/rankings?asOf=${day}&limit=1000`,
    `/api/follow-ups?asOf=${day}&limit=1000`,
    '/api/imports?limit=1000',
    '/api/policies',
    '/api/exports',
  ]) {
    answers[path] = await server.json(path);
  }
  return answers;
}

/** A folder below a server's own, which goes with it. */
export const below = (server: TestServer, name: string) => join(server.dataFolder, name);
