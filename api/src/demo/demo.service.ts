import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '@probity/analytics';
import { ImportsService } from '../evidence/imports/imports.service.js';
import { asProduct } from '../platform/access/current-scope.js';
import { systemScope } from '../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { conflict } from '../platform/errors/problem.js';
import { PoliciesService } from '../policies/policies.service.js';
import { CheckedReports } from './checked-reports.service.js';
import type { DemoAnswer } from './demo.dto.js';
import { demoPolicyChanges } from './province/demo-policy.js';
import { province } from './province/province.js';
import { csvOf, type DemoFile } from './province/rows.js';
import { withdrawalsBetween } from './province/withdrawal.js';

/** What the product imports by itself is demonstration data, and nothing else is. */
const scope = systemScope;
const SUBJECT = scope.subject;
/** A number no other lock has: one process at a time makes the data. */
const DEMO_LOCK = 7_106_399;
const LOOK_EVERY_MS = 50;

/** How far the data of a day is: the file that was received last, of how many. */
interface Progress {
  readonly madeOn: string;
  readonly last: number;
  readonly of: number;
  /** The day of the data that was there before; undefined for the first. */
  readonly before: string | undefined;
  /** Whether reports were drawn and checked after it. */
  readonly checked: boolean;
}

/** Under which key what was checked for a day is sent: after its last file. */
const checkedKey = ({ madeOn, of, before }: Pick<Progress, 'madeOn' | 'of' | 'before'>) =>
  `${madeOn}/${of}/${of}/${before ?? ''}/checked`;

/** Brings in the demonstration data as any other: files that are imported, and a version of the policy. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
    private readonly policies: PoliciesService,
    private readonly reports: CheckedReports,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Fills an empty database, unless the settings say otherwise; goes on where a start was cut short.
   * `tell` is called before what takes long.
   */
  async fillEmpty(tell: (line: string) => void): Promise<void> {
    if (!this.config.demo) return;
    await this.#alone(async () => {
      const progress = await this.#progress();
      if (progress && progress.last === progress.of) {
        if (progress.checked) return;
        const files = province(dayOf(progress.madeOn)).flat();
        return this.#check(files, checkedKey(progress));
      }
      if (!progress && (await this.#holdsOtherData())) return;
      tell('Making the demonstration data: a province of 3,000 people, imported and scored once.');
      tell('This takes about twenty seconds. PROBITY_DEMO=off starts without it.');
      await this.#make(progress?.madeOn ?? this.#today(), progress?.before);
    });
  }

  /**
   * Makes the data as of today: what it no longer has is withdrawn, the rest corrected. Throws a 409
   * problem where other records are in the database.
   */
  makeAnew(): Promise<DemoAnswer> {
    return this.#alone(async () => {
      if (await this.#holdsOtherData()) {
        throw conflict('There are other records in this database.', 'other-records');
      }
      const last = await this.#progress();
      const today = this.#today();
      return this.#make(today, last?.madeOn === today ? last.before : last?.madeOn);
    });
  }

  #today(): string {
    return dateIn(this.config.timeZone);
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return asProduct(() =>
      this.database.transaction(async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1)', [DEMO_LOCK]);
        return work();
      }),
    );
  }

  async #holdsOtherData(): Promise<boolean> {
    const { other } = await this.database.one<{ other: boolean }>(
      'SELECT EXISTS (SELECT FROM imports WHERE subject <> $1) AS other',
      [SUBJECT],
    );
    return other;
  }

  async #progress(): Promise<Progress | undefined> {
    const [row] = await this.database.query<{ idempotency_key: string }>(
      'SELECT idempotency_key FROM imports WHERE subject = $1 AND idempotency_key IS NOT NULL ORDER BY id DESC LIMIT 1',
      [SUBJECT],
    );
    const [madeOn, last, of, before, checked] = row?.idempotency_key.split('/') ?? [];
    return madeOn
      ? {
          madeOn,
          last: Number(last),
          of: Number(of),
          before: before || undefined,
          checked: checked !== undefined,
        }
      : undefined;
  }

  async #make(madeOn: string, before?: string): Promise<DemoAnswer> {
    const now = province(dayOf(madeOn));
    const reason = `演示数据已按 ${madeOn} 重新生成`;
    const gone = before
      ? withdrawalsBetween(province(dayOf(before)).flat(), now.flat(), reason)
      : [];
    await this.#setPolicy(madeOn);
    const steps = [...(gone.length > 0 ? [gone] : []), ...now];
    const files = steps.flat();
    let number = 0;
    for (const step of steps) {
      const ids: number[] = [];
      for (const file of step) {
        number++;
        const key = `${madeOn}/${number}/${files.length}/${before ?? ''}`;
        ids.push(await this.#send(file, key, before !== undefined));
      }
      for (const id of ids) await this.#committed(id);
    }
    await this.#check(now.flat(), checkedKey({ madeOn, of: number, before }));
    const rowCount = files.reduce((sum, { rows }) => sum + rows.length, 0);
    return { madeOn, fileCount: files.length, rowCount };
  }

  /** What has been drawn and checked for a day stays. */
  async #check(files: readonly DemoFile[], key: string): Promise<void> {
    const { sent } = await this.database.one<{ sent: boolean }>(
      'SELECT EXISTS (SELECT FROM imports WHERE subject = $1 AND idempotency_key = $2) AS sent',
      [SUBJECT, key],
    );
    const found = sent ? undefined : await this.reports.results(files, this.#today());
    if (found) await this.#committed(await this.#send(found, key, true));
  }

  async #setPolicy(madeOn: string): Promise<void> {
    const { note, changes } = demoPolicyChanges(dayOf(madeOn));
    const versions = await this.policies.list();
    if (versions.some((version) => version.note === note)) return;
    await this.policies.create({ changes, note }, scope);
  }

  /** Sends one file, and returns its import; a key that was sent already is not sent again. */
  async #send(file: DemoFile, idempotencyKey: string, again: boolean): Promise<number> {
    const body = Buffer.from(csvOf(file));
    const order = {
      kind: file.kind,
      system: file.system,
      // What an earlier making withdrew may come back.
      mode: file.mode ?? (again ? ('revert' as const) : ('' as const)),
      mapping: undefined,
      contentType: 'text/csv',
      contentLength: body.length,
      idempotencyKey,
    };
    return (await this.imports.receive(scope, order, Readable.from([body]))).id;
  }

  async #committed(id: number): Promise<void> {
    for (;;) {
      const { status } = await this.imports.find(scope, id);
      if (status === 'committed') return;
      if (status === 'failed') throw new Error(`the demonstration's import ${id} failed`);
      await pause(LOOK_EVERY_MS);
    }
  }
}
