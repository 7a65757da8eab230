import { Injectable } from '@nestjs/common';
import { AsProduct } from '../../platform/access/current-scope.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/problem.js';
import { rfc3339 } from '../../platform/instants.js';
import { lives } from '../../platform/processes/living.sql.js';
import type { RunAnswer } from './runs.dto.js';

/** A published run, with what tells whether it still holds. */
export interface PublishedRun {
  readonly id: number;
  readonly asOf: string;
  readonly policyVersion: number;
  readonly engineVersion: string;
  readonly knownAt: string;
  readonly publishedAt: string;
  readonly treeDigest: string;
  /** How many people are ranked in it. */
  readonly cadreCount: number;
  /** Whether records were committed since; whether any of them were of units. */
  readonly overtaken: boolean;
  readonly unitsOvertaken: boolean;
}

const COLUMNS = `id, status, as_of AS "asOf", ${rfc3339('known_at')} AS "knownAt",
  policy_version AS "policyVersion", evidence_digest AS "evidenceDigest",
  engine_version AS "engineVersion", cadre_count AS "cadreCount",
  ${rfc3339('requested_at')} AS "requestedAt", ${rfc3339('published_at')} AS "publishedAt", error`;

/** A run that was cut short so many times would be the next time, too. */
const MOST_ATTEMPTS = 3;

/** What is known of each run, in `scoring_runs`. */
@Injectable()
export class RunStore {
  constructor(private readonly database: Database) {}

  /** Adds a run that is yet to be done, by whoever takes it. Answers with its number. */
  @AsProduct()
  async queue(asOf: string): Promise<number> {
    const { id } = await this.database.one<{ id: number }>(
      `INSERT INTO scoring_runs (as_of, status) VALUES ($1, 'queued') RETURNING id`,
      [asOf],
    );
    return id;
  }

  /** A run of a day that is queued and not begun: what was committed before now will be in it. */
  @AsProduct()
  async queued(asOf: string): Promise<number | undefined> {
    const [run] = await this.database.query<{ id: number }>(
      `SELECT id FROM scoring_runs WHERE status = 'queued' AND as_of = $1 ORDER BY id LIMIT 1`,
      [asOf],
    );
    return run?.id;
  }

  /** Adds a run that this process (by number) does itself. Answers with its number. */
  @AsProduct()
  async begin(asOf: string, processId: number): Promise<number> {
    const { id } = await this.database.one<{ id: number }>(
      `INSERT INTO scoring_runs (as_of, status, process_id, attempts)
       VALUES ($1, 'running', $2, 1) RETURNING id`,
      [asOf, processId],
    );
    return id;
  }

  /**
   * Gives a process (by number) the oldest run that is queued, or whose own process lives no more. One that
   * was cut short several times is given up instead. undefined: there is none.
   */
  @AsProduct()
  async take(processId: number): Promise<{ id: number; asOf: string } | undefined> {
    const [run] = await this.database.query<{ id: number; asOf: string; attempts: number }>(
      `UPDATE scoring_runs SET status = 'running', process_id = $1, attempts = attempts + 1
       WHERE id = (
         SELECT id FROM scoring_runs
         WHERE status = 'queued' OR (status = 'running' AND NOT ${lives('process_id')})
         ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
       ) RETURNING id, as_of AS "asOf", attempts`,
      [processId],
    );
    if (!run || run.attempts <= MOST_ATTEMPTS) return run;
    await this.fail(run.id, processId, `it was cut short ${MOST_ATTEMPTS} times`);
    return undefined;
  }

  /** Gives a run that this process is at back, for whoever takes it next. */
  @AsProduct()
  async release(id: number, processId: number): Promise<void> {
    await this.database.query(
      `UPDATE scoring_runs SET status = 'queued', process_id = NULL
       WHERE id = $1 AND process_id = $2 AND status = 'running'`,
      [id, processId],
    );
  }

  /** Notes why a run that this process is at came to nothing; not where its connections ended, since others take it over then. */
  @AsProduct()
  async fail(id: number, processId: number, error: string): Promise<void> {
    await this.database.query(
      `UPDATE scoring_runs SET status = 'failed', error = $3
       WHERE id = $1 AND process_id = $2 AND status = 'running' AND ${lives('process_id')}`,
      [id, processId, error],
    );
  }

  /** The run whose rows answer for a day; undefined where there is none. */
  async published(asOf: string): Promise<PublishedRun | undefined> {
    const [run] = await this.database.prepared<PublishedRun>(
      `SELECT r.id, r.as_of AS "asOf", r.policy_version AS "policyVersion",
         r.engine_version AS "engineVersion", ${rfc3339('r.known_at')} AS "knownAt",
         ${rfc3339('r.published_at')} AS "publishedAt", r.tree_digest AS "treeDigest", r.cadre_count AS "cadreCount",
         r.known_at < c.at AS overtaken,
         EXISTS (SELECT FROM units u WHERE u.recorded_at > r.known_at)
           OR EXISTS (SELECT FROM units u WHERE u.superseded_at > r.known_at) AS "unitsOvertaken"
       FROM scoring_runs r, commit_clock c
       WHERE r.as_of = $1 AND r.status = 'published' AND r.superseded_at IS NULL
       ORDER BY r.id DESC LIMIT 1`,
      [asOf],
    );
    return run;
  }

  /** Whether somebody sent records that were committed after an instant. */
  @AsProduct()
  async hasSentSince(subject: string, knownAt: string): Promise<boolean> {
    const { sent } = await this.database.one<{ sent: boolean }>(
      'SELECT EXISTS (SELECT FROM imports WHERE subject = $1 AND recorded_at > $2) AS sent',
      [subject, knownAt],
    );
    return sent;
  }

  /** One run. Throws a 404 problem where there is none. */
  async find(id: number): Promise<RunAnswer> {
    const [run] = await this.database.query<RunAnswer>(
      `SELECT ${COLUMNS} FROM scoring_runs WHERE id = $1`,
      [id],
    );
    if (!run) throw notFound(`scoring run ${id}`);
    return run;
  }

  /** The run that was published last. Throws a 404 problem where there is none. */
  async latest(): Promise<RunAnswer> {
    const [run] = await this.database.query<RunAnswer>(
      `SELECT ${COLUMNS} FROM scoring_runs WHERE status = 'published'
       ORDER BY scoring_runs.published_at DESC, id DESC LIMIT 1`,
    );
    if (!run) throw notFound('published scoring run');
    return run;
  }

  /** Runs, the latest first. */
  async list(
    asOf: string | undefined,
    offset: number,
    limit: number,
  ): Promise<{ total: number; rows: RunAnswer[] }> {
    const where = 'WHERE $1::date IS NULL OR as_of = $1';
    const { total } = await this.database.one<{ total: number }>(
      `SELECT count(*) AS total FROM scoring_runs ${where}`,
      [asOf ?? null],
    );
    const rows = await this.database.query<RunAnswer>(
      `SELECT ${COLUMNS} FROM scoring_runs ${where} ORDER BY id DESC OFFSET $2 LIMIT $3`,
      [asOf ?? null, offset, limit],
    );
    return { total, rows };
  }

  /** When records were last committed; null where none ever were. */
  async recordsUpTo(): Promise<string | null> {
    const { at } = await this.database.one<{ at: string | null }>(
      `SELECT CASE WHEN at > 'epoch' THEN ${rfc3339('at')} END AS at FROM commit_clock`,
    );
    return at;
  }
}
