import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { asProduct } from '../access/current-scope.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { ProductDatabase } from '../database/product-database.js';
import { rfc3339 } from '../instants.js';
import { LifeLine, WORK_CHANNEL } from './life-line.js';
import { lives } from './living.sql.js';
import { PROCESS_KIND, type ProcessKind } from './process-kind.js';

/** How often each process looks for work that nobody told it of, and for those that have died. */
const LOOK_EVERY_MS = 1000;

/** How often in a lease each process says that it is at work. */
const SIGNS_IN_A_LEASE = 4;

/**
 * For how much of a lease somebody whose lease has run out must be silent still: where everything stood
 * still, the database too, everybody's has run out until they say a word.
 */
const SILENT_SHARE = 0.5;

/** A process that lives, or did. */
export interface LivingProcess {
  readonly id: number;
  readonly kind: ProcessKind;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: string;
  /** When it last said that it is at work; it does so several times in each lease. */
  readonly seenAt: string;
}

/** The processes that work on this database, this one among them. */
@Injectable()
export class Processes implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger('Processes');
  readonly #lookers = new Set<() => Promise<void>>();
  /** What the lookers are at. */
  readonly #underWay = new Set<Promise<void>>();
  readonly #awaiting = new Set<() => void>();
  #line: LifeLine | undefined;
  #opening: Promise<LifeLine> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #signedAt = 0;
  /** Whose lease had run out at the last look, by number: what they had last said by then, and when that was noticed. */
  #silent = new Map<number, { readonly seenAt: string; readonly noticedAt: number }>();
  #closing = false;

  constructor(
    @Inject(PROCESS_KIND) readonly kind: ProcessKind,
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly product: ProductDatabase,
  ) {}

  /**
   * Has `look` called whenever there may be work, at the latest after a second, one call after another;
   * to be called while modules are initialised. What it throws is logged: it looks again soon.
   */
  register(look: () => Promise<void>): void {
    this.#lookers.add(whenFree(look, (error) => this.#complain(error)));
  }

  onApplicationBootstrap(): void {
    void this.#look();
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
    const line = await this.#opening?.catch(() => undefined);
    await (line ?? this.#line)?.close().catch(() => undefined);
  }

  /** This process's number. Another one after its connection broke: whoever had the one before is dead to the others. Throws while the database isn't there. */
  async here(): Promise<number> {
    if (this.#line) return this.#line.id;
    if (this.#closing) throw new Error('the process is about to end');
    this.#opening ??= LifeLine.open(
      this.database.reach.worker,
      { kind: this.kind, leaseSeconds: this.config.leaseSeconds },
      () => this.#wake(),
      () => this.#lost(),
    ).finally(() => {
      this.#opening = undefined;
    });
    this.#line = await this.#opening;
    return this.#line.id;
  }

  /** Those that live, the oldest first. */
  living(): Promise<LivingProcess[]> {
    return this.#those(lives('processes.id'));
  }

  /** Those that ended without saying so, until another process begins. */
  gone(): Promise<LivingProcess[]> {
    return this.#those(`NOT ${lives('processes.id')}`);
  }

  #those(condition: string): Promise<LivingProcess[]> {
    return this.product.query<LivingProcess>(
      `SELECT id, kind, host, pid, ${rfc3339('started_at')} AS "startedAt", ${rfc3339('seen_at')} AS "seenAt"
       FROM processes WHERE ${condition} ORDER BY id`,
    );
  }

  /** The numbers of the workers that live, the oldest first. */
  async workers(): Promise<number[]> {
    return (await this.living()).filter(({ kind }) => kind === 'worker').map(({ id }) => id);
  }

  /** Tells every process that there is something to do, or done. */
  async tell(): Promise<void> {
    await this.product.query('SELECT pg_notify($1, $2)', [WORK_CHANNEL, '']);
  }

  /** Waits until some process tells of something, or half a second. */
  told(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(over, LOOK_EVERY_MS / 2);
      const awaiting = this.#awaiting;
      awaiting.add(over);
      function over() {
        clearTimeout(timer);
        awaiting.delete(over);
        done();
      }
    });
  }

  #wake(): void {
    for (const over of [...this.#awaiting]) over();
    void this.#look();
  }

  async #look(): Promise<void> {
    if (this.#closing) return;
    try {
      await this.here();
      await this.#sign();
      await this.#endSilent();
    } catch (error) {
      return this.#complain(error);
    }
    if (this.#closing) return;
    for (const look of this.#lookers) {
      const looking = look().finally(() => this.#underWay.delete(looking));
      this.#underWay.add(looking);
    }
  }

  async #sign(): Promise<void> {
    const everyMs = (this.config.leaseSeconds * 1000) / SIGNS_IN_A_LEASE;
    if (performance.now() - this.#signedAt < everyMs) return;
    this.#signedAt = performance.now();
    await this.#line?.sign();
  }

  /** Ends those who have been silent for longer than their lease, so that others can go on with what they had. */
  async #endSilent(): Promise<void> {
    const line = this.#line;
    if (!line) return;
    const now = performance.now();
    const before = this.#silent;
    this.#silent = new Map();
    for (const one of await line.silent()) {
      const known = before.get(one.id);
      const noticedAt = known?.seenAt === one.seenAt ? known.noticedAt : now;
      this.#silent.set(one.id, { seenAt: one.seenAt, noticedAt });
      const longEnough = now - noticedAt >= SILENT_SHARE * this.config.leaseSeconds * 1000;
      if (!longEnough || !(await line.endSessions(one))) continue;
      this.#logger.warn(
        `process ${one.id} (${one.pid} on ${one.host}) has said nothing since ${one.seenAt}: its sessions were ended, and others take over what it had`,
      );
      await this.tell();
    }
  }

  #lost(): void {
    if (this.#line && !this.#closing) {
      this.#logger.warn(
        `process ${this.#line.id} lost its connection to the database: it goes on under another number, and others may have taken over what it had`,
      );
    }
    this.#line = undefined;
  }

  #complain(error: unknown): void {
    if (!this.#closing) this.#logger.warn(error instanceof Error ? error.message : String(error));
  }
}

/** Calls `look` as the product, once more after it if it was asked for meanwhile, never twice at a time. */
function whenFree(
  look: () => Promise<void>,
  complain: (error: unknown) => void,
): () => Promise<void> {
  let busy = false;
  let again = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        await asProduct(look);
      }
    } catch (error) {
      complain(error);
    } finally {
      busy = false;
    }
  };
}
