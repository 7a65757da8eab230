import type { KeyObject } from 'node:crypto';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { type Checkpoint, signCheckpoint } from './checkpoint.js';
import { CheckpointFile } from './checkpoint-file.js';
import { checkpointKey } from './checkpoint-key.js';

const EVERY_MS = 60_000;

/** Any number, the same in every process: whoever holds it appends to the checkpoint file. */
export const CHECKPOINT_LOCK = 7_106_250;

/** Signs the end of the audit log each minute, into a file that the database's user cannot write. */
@Injectable()
export class Checkpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly file: CheckpointFile;
  readonly key: KeyObject;
  readonly #logger = new Logger('Checkpoints');
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.file = new CheckpointFile(config.checkpointFolder);
    this.key = checkpointKey(config.dataFolder);
  }

  /** Signs the present end of the chain, unless the newest checkpoint is of it already. Returns the newest. */
  async take(): Promise<Checkpoint | undefined> {
    return this.database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [CHECKPOINT_LOCK]);
      const { rows } = await client.query<{ seq: number; hash: string }>(
        `SELECT seq, encode(hash, 'hex') AS hash FROM audit_head`,
      );
      const [head] = rows;
      const last = await this.file.last();
      if (!head || head.seq === 0 || (last?.seq === head.seq && last.hash === head.hash))
        return last;
      const checkpoint = signCheckpoint(head, new Date().toISOString(), this.key);
      await this.file.append(checkpoint);
      return checkpoint;
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.take();
    this.#timer = setInterval(() => void this.#takeOrComplain(), EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#takeOrComplain();
  }

  async #takeOrComplain(): Promise<void> {
    try {
      await this.take();
    } catch (error) {
      this.#logger.error({ err: error }, 'no checkpoint of the audit log could be taken');
    }
  }
}
