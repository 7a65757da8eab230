import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { migrations } from '@probity/migrations';
import { DataSource } from 'typeorm';
import type { Config } from '../../platform/config.js';
import { dataSourceOptions } from '../../platform/database/database.module.js';
import { ownerConnection } from '../../platform/database/guard/roles.js';
import { CHECKPOINTS, isKeyFile, KEYS } from '../snapshot/key-files.js';
import { loadTables, type Progress } from './load-tables.js';
import { checkLog, type LogCheck, noteRestore } from './log-check.js';
import { PlacedFiles } from './placed-files.js';
import { type CheckedBackup, checkBackup, keysOf } from './read-backup.js';
import { Refused } from './refused.js';
import { type Settled, settle } from './settle.js';
import { Target } from './target.js';

/** What a restore is asked to do, and whom it asks. */
export interface RestoreOptions {
  readonly replace: boolean;
  readonly progress: Progress;
  /** Asked before an installation is replaced; false: leave it. */
  readonly confirm: (warning: string) => Promise<boolean>;
}

/** What a restore found. */
export interface Restored extends Settled {
  readonly file: string;
  readonly sha256: string;
  readonly madeAt: string;
  readonly tableCount: number;
  readonly rowCount: number;
  readonly log: LogCheck;
  /** Changes of the schema since the backup was made. */
  readonly migrationCount: number;
  /** Folders with the keys and checkpoints that were there before. */
  readonly kept: readonly string[];
}

const CHECKPOINT_FILE = CHECKPOINTS.slice(CHECKPOINTS.indexOf('/') + 1);

const filesOf = (config: Config) => ({
  keys: new PlacedFiles(config.dataFolder, isKeyFile),
  checkpoints: new PlacedFiles(config.checkpointFolder, (name) => name === CHECKPOINT_FILE),
});

const nameOf = (migration: (typeof migrations)[number]) => new migration().name ?? migration.name;

async function migrateTo(url: string, names: ReadonlySet<string>): Promise<void> {
  const wanted = migrations.filter((migration) => names.has(nameOf(migration)));
  const dataSource = new DataSource({
    ...dataSourceOptions(ownerConnection(url)),
    migrations: wanted,
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/** Throws a Refused where the target is not one that may be restored into. */
async function demandTarget(target: Target, config: Config, options: RestoreOptions) {
  const state = await target.state();
  if (state === 'foreign') {
    throw new Refused(
      `The schema ${target.schema} of this database holds tables of something else. Restore into a new, empty database.`,
    );
  }
  if (state === 'half-restored') return;
  const { keys, checkpoints } = filesOf(config);
  const files = [...(await keys.present()), ...(await checkpoints.present())];
  if (state === 'empty' && files.length === 0) return;
  const lost =
    state === 'occupied'
      ? `This installation holds ${await target.contents()}.`
      : `The database is empty, but the data folder holds ${files.join(' and ')} of another installation.`;
  if (!options.replace) {
    throw new Refused(
      `${lost} Nothing was changed. Restore into an empty database and data folder, or give --replace to lose all of this.`,
    );
  }
  if (!(await options.confirm(`${lost} All of it will be replaced by the backup.`))) {
    throw new Refused('Nothing was changed.');
  }
}

async function carryOut(
  url: string,
  config: Config,
  target: Target,
  backup: CheckedBackup,
  progress: Progress,
): Promise<Restored> {
  const { keys, checkpoints } = filesOf(config);
  const { opening, closing, files } = backup;
  await keys.setAside();
  await checkpoints.setAside();
  progress('making the tables');
  await migrateTo(url, new Set(opening.migrations));
  const rowCount = await loadTables(target.client, backup, progress);
  const all = migrations.map(nameOf);
  await migrateTo(url, new Set(all));
  const settled = await settle(target.client, backup);
  await keys.place(
    new Map(
      [...files]
        .filter(([name]) => name.startsWith(KEYS))
        .map(([name, content]) => [name.slice(KEYS.length), content]),
    ),
  );
  await checkpoints.place(new Map([[CHECKPOINT_FILE, files.get(CHECKPOINTS) ?? Buffer.alloc(0)]]));
  progress('verifying the audit log');
  const log = await checkLog(target.client, config, backup);
  await noteRestore(target.client, backup);
  await target.finish();
  // Uploads that were on their way into what is gone now.
  await rm(config.spoolFolder, { recursive: true, force: true });
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const kept = [await keys.keep(stamp), await checkpoints.keep(stamp)];
  return {
    file: basename(backup.path),
    sha256: backup.sha256,
    madeAt: opening.madeAt,
    tableCount: closing.tables.length,
    rowCount,
    ...settled,
    log,
    migrationCount: all.length - opening.migrations.length,
    kept: kept.filter((folder) => folder !== undefined),
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function putBack(target: Target, config: Config): Promise<void> {
  const { keys, checkpoints } = filesOf(config);
  await keys.putBack();
  await checkpoints.putBack();
  await target.abandon();
}

/**
 * Brings a backup back: tables, keys and checkpoints; compares all of it with what was backed up and
 * verifies the audit log. Throws a Refused where it doesn't begin, and an Error where it fails: the
 * target is then what it was before.
 */
export async function restore(
  url: string,
  config: Config,
  path: string,
  options: RestoreOptions,
): Promise<Restored> {
  options.progress(`reading ${basename(path)} to its end`);
  const backup = await checkBackup(path, keysOf(config.backup));
  const known = new Set(migrations.map(nameOf));
  if (!backup.opening.migrations.every((name) => known.has(name))) {
    throw new Refused(
      `${basename(path)} was made by a newer version of Probity. Install that version or a later one, then restore.`,
    );
  }
  const target = await Target.open(url);
  try {
    await demandTarget(target, config, options);
    await target.begin(path, backup.sha256);
    return await carryOut(url, config, target, backup, options.progress).catch(
      async (error: unknown) => {
        options.progress('undoing what was done');
        const undone = await putBack(target, config).then(
          () => 'The database and the data folder are what they were before.',
          (failure: unknown) =>
            `Nor could it be undone: ${messageOf(failure)}. When that is mended: npx probity restore --abandon`,
        );
        throw new Error(`The backup was not restored: ${messageOf(error)}. ${undone}`, {
          cause: error,
        });
      },
    );
  } finally {
    await target.close();
  }
}

/** Undoes a restore that was cut short. Throws a Refused where there is none. */
export async function abandon(url: string, config: Config): Promise<void> {
  const target = await Target.open(url);
  try {
    if ((await target.state()) !== 'half-restored') {
      throw new Refused('There is no restore that was cut short.');
    }
    await putBack(target, config);
  } finally {
    await target.close();
  }
}
