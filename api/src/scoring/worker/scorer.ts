import { countByKind, dayOf, type Scores, scoreAll } from '@probity/analytics';
import type pg from 'pg';
import { HeldEvidence, type Refreshed } from '../load/held-evidence.js';
import { ChangedPeople } from '../publish/changed-people.js';
import { publish } from '../publish/publish.js';
import { PublishedMarks } from '../publish/published-marks.js';
import { Snapshots } from '../snapshot/snapshots.js';
import { ScoreThreads } from '../threads/score-threads.js';
import { aggregateScores, ownCellsOf } from './aggregate.js';
import { type BandMoves, bandMovesOf } from './band-moves.js';
import type {
  Aggregate,
  AggregateRequest,
  CellsRequest,
  MovesRequest,
  OverdueByKind,
  OverdueRequest,
  OwnCells,
  PolicyInUse,
  RunOutcome,
  RunRequest,
  ScoringThreadData,
} from './messages.js';
import { Pruner } from './pruner.js';
import { ScoreCache } from './score-cache.js';
import { ThreadConnection } from './thread-connection.js';

/** Holds the evidence in columns and scores it; runs in a thread of its own, with a connection of its own. */
export class Scorer {
  readonly #memory = { changed: new ChangedPeople(), marks: new PublishedMarks() };
  readonly #evidence: HeldEvidence;
  readonly #cache: ScoreCache;
  readonly #connection: ThreadConnection;
  readonly #pruner: Pruner;

  constructor(
    start: ScoringThreadData,
    private readonly log: (line: string) => void,
  ) {
    this.#connection = new ThreadConnection(start.database);
    this.#pruner = new Pruner(start, log);
    this.#evidence = new HeldEvidence(new Snapshots(start.snapshotFolder, log));
    this.#cache = new ScoreCache(new ScoreThreads({ threadCount: start.threadCount }));
  }

  /** Scores everyone as of a day on what is known now, and publishes it. */
  async run(request: RunRequest): Promise<RunOutcome> {
    const client = await this.#connection.open();
    const held = await this.#refresh(client);
    const { scores, rescored } = await this.#cache.scores(held, dayOf(request.asOf), request);
    try {
      await publish(client, held, scores, request, this.#memory);
    } catch (error) {
      const cause = this.#connection.causeOf(error);
      await this.#connection.drop();
      throw cause;
    }
    return { knownAt: held.knownAt, cadreCount: scores.rankedCount, rescored };
  }

  /** How the people of a part of the tree stood on several days, on what is known now. */
  async aggregate(request: AggregateRequest): Promise<Aggregate[]> {
    const held = await this.#refresh(await this.#connection.open());
    return this.#each(request, held, (scores) => aggregateScores(held, scores, request));
  }

  /** Those in service by unit and band on several days, on what is known now. */
  async cells(request: CellsRequest): Promise<OwnCells[]> {
    const held = await this.#refresh(await this.#connection.open());
    return this.#each(request, held, (scores) => ownCellsOf(held, scores, request));
  }

  /** What follows from everyone's scores on each of the days asked for, one day after another. */
  async #each<T>(
    request: PolicyInUse & { readonly asOfs: readonly string[] },
    held: Refreshed,
    answer: (scores: Scores) => T,
  ): Promise<T[]> {
    const answers: T[] = [];
    for (const asOf of request.asOfs) {
      const { scores } = await this.#cache.scores(held, dayOf(asOf), request);
      answers.push(answer(scores));
    }
    return answers;
  }

  /** The overdue follow-ups of all but some by kind as of a day, on what is known now, by each of several policies. */
  async overdue({ asOf, policies, hidden }: OverdueRequest): Promise<OverdueByKind[]> {
    const { evidence, register } = await this.#refresh(await this.#connection.open());
    const except = new Set(hidden);
    const counts = (cadre: number) => !except.has(Number(register.ids[cadre]));
    return policies.map((policy) => countByKind(evidence, dayOf(asOf), policy, counts));
  }

  /** How bands differ as of a day between two policies, on what is known now. */
  async moves({ asOf, policies: [before, after], ...bounds }: MovesRequest): Promise<BandMoves> {
    const held = await this.#refresh(await this.#connection.open());
    const scored = (policy: typeof before) => scoreAll(held.evidence, dayOf(asOf), policy);
    return bandMovesOf(held, [scored(before), scored(after)], bounds);
  }

  /** What is to be seen to once nobody waits: the snapshot, and rows that no run needs any more. */
  async settle(): Promise<void> {
    try {
      const client = await this.#connection.open();
      await this.#evidence.keep(client);
    } catch (error) {
      this.log(error instanceof Error ? error.message : String(error));
      await this.#connection.drop();
    }
    this.#pruner.wake();
  }

  async #refresh(client: pg.Client): Promise<Refreshed> {
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const held = await this.#evidence.refresh(client);
      await client.query('COMMIT');
      this.#cache.touch(held.touched);
      this.#memory.changed.note(held);
      return held;
    } catch (error) {
      this.#evidence.forget();
      const cause = this.#connection.causeOf(error);
      await this.#connection.drop();
      throw cause;
    }
  }
}
