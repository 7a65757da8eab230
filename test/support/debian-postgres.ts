import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './server.js';

/** A PostgreSQL server of the operating system, in a temporary folder. */
export interface ExternalPostgres {
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

/** Where Debian and Ubuntu keep the servers, a folder for each major version. */
const PACKAGES = '/usr/lib/postgresql';
/** `nobody`: PostgreSQL refuses to run as root. */
const UNPRIVILEGED = 65_534;
const USER = 'probity';
const START_ATTEMPTS = 200;
const ATTEMPT_MS = 50;

const identity = process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};

/** The oldest installed version from 15 on: the oldest that the product promises to run on. */
function binaries(): string {
  const versions = existsSync(PACKAGES)
    ? readdirSync(PACKAGES)
        .map(Number)
        .filter((version) => version >= 15)
    : [];
  const [oldest] = versions.sort((a, b) => a - b);
  if (oldest === undefined) {
    throw new Error(
      `there is no PostgreSQL server from version 15 on in ${PACKAGES}; install one: apt-get install postgresql`,
    );
  }
  return join(PACKAGES, String(oldest), 'bin');
}

function give(path: string): void {
  if (identity.uid !== undefined) chownSync(path, identity.uid, identity.uid);
}

function initialise(bin: string, folder: string, password: string): void {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile);
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'cluster'), '-U', USER, '-A', 'scram-sha-256'].concat([
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      // As Debian sets servers up: text must be ordered by code point whatever the locale.
      '--locale=C.UTF-8',
      '--no-sync',
    ]),
    { ...identity, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`);
}

async function version(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts a server of the operating system with an empty database. Throws where none is installed. */
export async function startDebianPostgres(): Promise<ExternalPostgres> {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'probity-postgres-'));
  chmodSync(folder, 0o711);
  give(folder);
  const password = randomBytes(16).toString('hex');
  initialise(bin, folder, password);
  const port = await freePort();
  const child = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      join(folder, 'cluster'),
      '-c',
      `port=${port}`,
      '-c',
      'listen_addresses=127.0.0.1',
    ].concat(['-c', 'unix_socket_directories=']),
    { ...identity, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk;
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
  for (let attempt = 0; attempt < START_ATTEMPTS && child.exitCode === null; attempt++) {
    const found = await version(url);
    if (found) return { url, version: found, stop };
    await new Promise((done) => setTimeout(done, ATTEMPT_MS));
  }
  await stop();
  throw new Error(`PostgreSQL did not start:\n${log}`);
}
