import type { KeyObject } from 'node:crypto';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Gauge } from 'prom-client';
import { AsProduct } from '../../access/current-scope.js';
import { CONFIG, type Config } from '../../config.js';
import { Database, type Queryable } from '../../database/database.js';
import { metrics } from '../../http/metrics.controller.js';
import { type Checkpoint, signCheckpoint } from './checkpoint.js';
import { CheckpointFile } from './checkpoint-file.js';
import { checkpointKey } from './checkpoint-key.js';
import { verifyLog } from './verify-log.js';

const EVERY_MS = 60_000;

/** Any number, the same in every process: whoever holds it appends to the checkpoint file. */
export const CHECKPOINT_LOCK = 7_106_271;

const badEntry = new Gauge({
  name: 'probity_audit_bad_entry',
  help: 'An entry of the audit log that was tampered with, as the look each minute found it; 0: none.',
  registers: [metrics],
});

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
  @AsProduct()
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
      if (last) await this.#look(client, last, checkpoint);
      await this.file.append(checkpoint);
      return checkpoint;
    });
  }

  /** Raises the alarm where what came since the last checkpoint does not follow from it; the older part is for a full verification. */
  async #look(client: Queryable, last: Checkpoint, checkpoint: Checkpoint): Promise<void> {
    const after = { seq: last.seq, hash: Buffer.from(last.hash, 'hex') };
    const part = { after, upTo: checkpoint.seq };
    const { firstBad } = await verifyLog(client, [checkpoint], this.key, part);
    if (!firstBad) return;
    badEntry.set(firstBad.seq);
    this.#logger.error(firstBad, 'the audit log was tampered with');
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
