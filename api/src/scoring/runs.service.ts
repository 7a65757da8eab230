import { Inject, Injectable } from '@nestjs/common';
import type { FollowUpKind, KindCount, Policy } from '@probity/analytics';
import { Counter } from 'prom-client';
import { boundsOf } from '../platform/access/bounds.js';
import { asProduct, currentScope } from '../platform/access/current-scope.js';
import type { Scope, UnitInterval } from '../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../platform/config.js';
import { metrics } from '../platform/http/metrics.controller.js';
import type { RunInUse } from '../platform/http/run-in-use.js';
import { Processes } from '../platform/processes/processes.service.js';
import { PoliciesService, type PolicyVersion } from '../policies/policies.service.js';
import { ENGINE_VERSION } from './engine.js';
import { UnitTreeService } from './load/unit-tree.service.js';
import { type PublishedRun, RunStore } from './runs/run-store.js';
import { RunMaker } from './shares/run-maker.service.js';
import type { Aggregate, OwnCells } from './worker/messages.js';
import { ProcessEnding, ScoringThread } from './worker/scoring-thread.service.js';
import { ConnectionLost } from './worker/thread-connection.js';

/** How long a read waits for fresh scores before it answers from older ones. */
const LONGEST_WAIT_MS = 2000;

/**
 * Of more people than this, fresh scores take long enough for a reader to notice, while records come
 * in all the time: then only whoever sent some waits for them.
 */
const MANY_PEOPLE = 20_000;

const rescoredTotal = new Counter({
  name: 'probity_cadres_rescored_total',
  help: 'How many cadres were scored for published runs; those whose evidence had not changed are not.',
  registers: [metrics],
});

/** Whether the promise is kept within so many milliseconds; one that fails is not. */
async function keptWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), Math.max(0, ms));
  });
  const kept = promise.then(
    () => true,
    () => false,
  );
  return Promise.race([kept, timeout]).finally(() => clearTimeout(timer));
}

/** Scoring runs: everyone's scores and follow-ups as of a day, published as a whole. */
@Injectable()
export class RunsService {
  /** Refreshes under way in this process, by day. */
  readonly #refreshing = new Map<string, Promise<void>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: RunStore,
    private readonly policies: PoliciesService,
    private readonly thread: ScoringThread,
    private readonly units: UnitTreeService,
    private readonly processes: Processes,
    private readonly maker: RunMaker,
  ) {}

  /** Today's date in the configured time zone. */
  today(): string {
    return dateIn(this.config.timeZone);
  }

  /**
   * The run to read a day's scores from (`YYYY-MM-DD`; today where not given). One that is missing is made, one that
   * records or a policy have overtaken is made anew; where that takes longer than about two seconds, or
   * many people are scored and the caller sent nothing that is missing, the older one answers and says
   * that it is stale. So it does where scoring fails; without an older one
   * that failure is thrown.
   */
  async ensureRun(asOf: string = this.today()): Promise<RunInUse> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      // Nothing of it is about anybody, and the product's own way to it is the shorter one.
      const [run, policyVersion] = await asProduct(() =>
        Promise.all([this.store.published(asOf), this.policies.currentVersion()]),
      );
      if (run && this.isFresh(run, policyVersion)) return this.#inUse(run, false);
      const refreshed = this.#refresh(asOf);
      if (run?.engineVersion !== ENGINE_VERSION) await refreshed;
      else if (
        !(await this.#isWaitedFor(run)) ||
        !(await keptWithin(refreshed, deadline - Date.now()))
      ) {
        // Places in another tree would let people show in the wrong unit, so that run is not shown.
        const sameTree = !run.unitsOvertaken || (await this.units.digest()) === run.treeDigest;
        if (sameTree) return this.#inUse(run, true);
        await refreshed;
      }
    }
  }

  /** Whether anything was ever committed that could be scored. */
  async hasRecords(): Promise<boolean> {
    return (await this.store.recordsUpTo()) !== null;
  }

  /** Makes a day's run anew until nothing has overtaken it. */
  async bringUpToDate(asOf: string): Promise<void> {
    for (;;) {
      const run = await this.store.published(asOf);
      if (run && this.isFresh(run, await this.policies.currentVersion())) return;
      await this.#refresh(asOf);
    }
  }

  /** Scores a day as this run (which this process has begun or taken). Throws where that fails, which the run then says. */
  async perform(runId: number, asOf: string): Promise<void> {
    const processId = await this.processes.here();
    try {
      const { version, policy } = await this.policies.load();
      const request = { runId, processId, asOf, version, policy };
      const { rescored } = await this.maker.make(request);
      rescoredTotal.inc(rescored);
    } catch (error) {
      await this.#giveUp(runId, processId, error);
      throw error;
    }
  }

  /**
   * How those in service stood as of several days, with what is known now and the current policy:
   * people whose unit (as of the day) lies in `unit` and whom the caller may ask about.
   */
  async aggregate(
    asOfs: readonly string[],
    unit: UnitInterval | undefined,
    scope: Scope,
  ): Promise<Aggregate[]> {
    const { version, policy } = await this.policies.load();
    return this.thread.ask('aggregate', { asOfs, unit, ...boundsOf(scope), version, policy });
  }

  /** Those in service whom the caller may ask about, by the unit they are in and by band, as of several days. */
  async ownCells(asOfs: readonly string[], scope: Scope): Promise<OwnCells[]> {
    const { version, policy } = await this.policies.load();
    return this.thread.ask('cells', { asOfs, ...boundsOf(scope), version, policy });
  }

  /** Whose bands would differ today between two policies, of those whom the caller may ask about. */
  compareBands(scope: Scope, policies: readonly [before: Policy, after: Policy]) {
    return this.thread.ask('moves', { asOf: this.today(), policies, ...boundsOf(scope) });
  }

  /** The overdue follow-ups of all but these cadres (internal numbers) today by kind, as each of these policies would count them. */
  overdueByKind(policies: readonly Policy[], hidden: readonly number[] = []) {
    return this.thread.ask('overdue', { asOf: this.today(), policies, hidden });
  }

  /** Today's overdue follow-ups of some kinds, everybody's together, as each of these policies would count them. */
  async countOverdue(
    policies: readonly PolicyVersion[],
    kinds: ReadonlySet<FollowUpKind>,
  ): Promise<KindCount[]> {
    const counted = await this.overdueByKind(policies.map(({ policy }) => policy));
    return counted.map((byKind) => {
      const wanted = Object.entries(byKind).filter(([kind]) => kinds.has(kind as FollowUpKind));
      const sum = (of: keyof KindCount) => wanted.reduce((all, [, count]) => all + count[of], 0);
      return { overdueCount: sum('overdueCount'), inheritedCount: sum('inheritedCount') };
    });
  }

  /** Whether nothing has come since a run that would change it: records, policy, engine. */
  isFresh(run: PublishedRun, policyVersion: number): boolean {
    return (
      !run.overtaken && run.policyVersion === policyVersion && run.engineVersion === ENGINE_VERSION
    );
  }

  /** Whether the caller is to wait for what the run does not know yet. */
  async #isWaitedFor({ cadreCount, knownAt }: PublishedRun): Promise<boolean> {
    const { subject, system } = currentScope();
    return cadreCount <= MANY_PEOPLE || system || this.store.hasSentSince(subject, knownAt);
  }

  #refresh(asOf: string): Promise<void> {
    const known = this.#refreshing.get(asOf);
    if (known) return known;
    const refreshing = asProduct(() => this.#make(asOf)).finally(() =>
      this.#refreshing.delete(asOf),
    );
    // Whoever waits hears of a failure; nobody may be waiting any more.
    refreshing.catch(() => undefined);
    this.#refreshing.set(asOf, refreshing);
    return refreshing;
  }

  /** Notes that this process could not do a run. Cut short is not failed: then it is done again, here or elsewhere. */
  async #giveUp(runId: number, processId: number, error: unknown): Promise<void> {
    if (error instanceof ProcessEnding) return;
    if (error instanceof ConnectionLost) {
      // Where the database is gone altogether, so is this process's number, and its runs are anybody's.
      await this.store.release(runId, processId).catch(() => undefined);
    } else {
      const message = error instanceof Error ? error.message : String(error);
      await this.store.fail(runId, processId, message);
    }
  }

  /** Makes a day's run, or has another process make it and waits for that. Throws where it fails. */
  async #make(asOf: string): Promise<void> {
    if (!(await this.maker.leavesRuns())) {
      return this.perform(await this.store.begin(asOf, await this.processes.here()), asOf);
    }
    const runId = (await this.store.queued(asOf)) ?? (await this.store.queue(asOf));
    await this.processes.tell();
    for (;;) {
      const told = this.processes.told();
      const { status, error } = await this.store.find(runId);
      if (status === 'published') return;
      if (status === 'failed') throw new Error(error ?? 'the run failed');
      // Whoever dies over it is followed by another, in the end by this process itself.
      await told;
    }
  }

  #inUse(run: PublishedRun, stale: boolean): RunInUse {
    const { id, asOf, policyVersion, knownAt } = run;
    return { asOf, policyVersion, runId: id, knownAt, stale, projection: asOf > this.today() };
  }
}
