import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  isRoot,
  reachable,
  reachableFolder,
  SERVER_UID,
  serverBinaries,
  serverIdentity,
} from './embedded-binaries.js';

/** A PostgreSQL server that belongs to this installation. */
export interface EmbeddedServer {
  readonly url: string;
  /** Stops the server, unless another running process of the product still uses it. */
  stop(): Promise<void>;
}

const USER = 'probity';
const START_ATTEMPTS = 600;
const ATTEMPT_MS = 50;
const MOST_LAUNCHES = 3;

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What a running server wrote into its pid file; undefined where none runs. */
function running(cluster: string): { pid: number; port: number } | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && alive(pid) ? { pid, port } : undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function give(path: string): void {
  if (isRoot) chownSync(path, SERVER_UID, SERVER_UID);
}

function initialise(binaries: string, home: string, password: string): void {
  const cluster = join(home, 'cluster');
  // A cluster without its version file is one whose making was cut short.
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  give(cluster);
  const passwordFile = join(home, 'initial-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile);
  const made = spawnSync(
    join(binaries, 'bin', 'initdb'),
    ['-D', cluster, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`].concat([
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ]),
    { ...serverIdentity, cwd: '/', encoding: 'utf8' },
  );
  rmSync(passwordFile);
  if (made.status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(`the embedded database could not be made: ${made.stderr || made.error}`);
  }
}

function passwordOf(home: string): string {
  const file = join(home, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

const addressWith = (password: string) => (port: number) =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;

/** The address of the server that runs under `dataFolder`, for a process that joins it; undefined where none runs. */
export function runningServerUrl(dataFolder: string): string | undefined {
  if (!existsSync(join(dataFolder, 'postgres'))) return undefined;
  const home = realpathSync(join(dataFolder, 'postgres'));
  const server = running(join(home, 'cluster'));
  return server && addressWith(passwordOf(home))(server.port);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** PostgreSQL's own pages in memory, of which the machine has so many bytes: indexes of a million people's scores don't fit into less. They are taken as they are used. */
const sharedBuffersMb = (memoryBytes: number): number =>
  Math.max(256, Math.min(1024, Math.floor(memoryBytes / 2 ** 20 / 8)));

function launch(binaries: string, home: string, port: number): ChildProcess {
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=100',
    // Short statements over few rows: compiling them costs more than it saves.
    'jit=off',
    `shared_buffers=${sharedBuffersMb(totalmem())}MB`,
    'max_wal_size=2GB',
    // Indexes lie in memory or on a disk without a moving arm; the default makes long lists be read whole instead.
    'random_page_cost=1.1',
  ];
  return spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', join(home, 'cluster'), ...settings.flatMap((setting) => ['-c', setting])],
    // A process group of its own: Ctrl-C must reach only the product, which then stops the server in order.
    { ...serverIdentity, cwd: '/', detached: true, stdio: ['ignore', log, log] },
  );
}

/** The folder of the server's files, which its user can enter. */
function homeOf(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const home = join(dataFolder, 'postgres');
  if (!existsSync(home)) {
    // Below root's private home: the database lies where its user can go, and a link says where.
    if (reachable(dataFolder)) mkdirSync(home, { mode: 0o711 });
    else symlinkSync(reachableFolder(dataFolder), home);
  }
  return realpathSync(home);
}

/**
 * Starts the PostgreSQL server kept under `dataFolder`, or joins the one that already runs there
 * (left by a process that was killed, or started by another that still lives).
 * Throws where the server cannot be started; its log is then named in the message.
 */
export async function startEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  const home = homeOf(dataFolder);
  if (isRoot) chmodSync(home, 0o711);
  const cluster = join(home, 'cluster');
  const owner = join(home, 'owner.pid');
  const password = passwordOf(home);
  const address = addressWith(password);

  const ownerPid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0;
  const guest = ownerPid !== process.pid && ownerPid > 0 && alive(ownerPid) && !!running(cluster);
  if (!guest) writeFileSync(owner, String(process.pid));

  let launches = 0;
  let exited = false;
  const launchOnce = async (binaries: string) => {
    launches++;
    exited = false;
    const child = launch(binaries, home, await freePort());
    child.unref();
    child.once('exit', () => {
      exited = true;
    });
  };
  const binaries = running(cluster) ? undefined : serverBinaries(dataFolder);
  if (binaries) {
    initialise(binaries, home, password);
    await launchOnce(binaries);
  }
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const server = running(cluster);
    if (server && (await answers(address(server.port)))) {
      return {
        url: address(server.port),
        stop: async () => {
          if (guest || Number(readFileSync(owner, 'utf8')) !== process.pid) return;
          rmSync(owner, { force: true });
          await stopServer(server.pid);
        },
      };
    }
    if (binaries && exited) {
      // Somebody may have taken the port in the moment since it was found free.
      if (launches === MOST_LAUNCHES) break;
      await launchOnce(binaries);
    }
    await pause(ATTEMPT_MS);
  }
  throw new Error(`the embedded database did not start; see ${join(home, 'postgres.log')}`);
}

async function stopServer(pid: number): Promise<void> {
  if (!alive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let attempt = 0; attempt < START_ATTEMPTS && alive(pid); attempt++) await pause(ATTEMPT_MS);
}
