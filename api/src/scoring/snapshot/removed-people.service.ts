import { resolve } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { Processes } from '../../platform/processes/processes.service.js';
import { latestIn, readManifest, removeAll } from './checked-files.js';
import type { SnapshotAbout } from './snapshot-request.js';

/**
 * Sees that no snapshot on this process's disk keeps what was removed for good, also where others make
 * the runs, so that this process's own columns are behind.
 */
@Injectable()
export class RemovedPeople implements OnModuleInit {
  readonly #folder: string;
  #seenTo = -1;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: ProductDatabase,
    private readonly processes: Processes,
  ) {
    this.#folder = resolve(config.dataFolder, 'columns');
  }

  onModuleInit(): void {
    this.processes.register(() => this.#look());
  }

  async #look(): Promise<void> {
    const { last } = await this.database.one<{ last: number }>(
      'SELECT coalesce(max(id), 0) AS last FROM removals',
    );
    if (last === this.#seenTo) return;
    const snapshot = await latestIn(this.#folder);
    const manifest =
      snapshot && (await readManifest<SnapshotAbout>(snapshot).catch(() => undefined));
    if (snapshot && (!manifest || (await this.#removedAfter(manifest.about.knownAt)))) {
      await removeAll(this.#folder);
    }
    this.#seenTo = last;
  }

  async #removedAfter(knownAt: string): Promise<boolean> {
    const { removed } = await this.database.one<{ removed: boolean }>(
      'SELECT EXISTS (SELECT FROM removed_records WHERE removed_at > $1) AS removed',
      [knownAt],
    );
    return removed;
  }
}
