import { Injectable } from '@nestjs/common';
import { type Band, bandCodes } from '@probity/analytics';
import type { Scope, UnitInterval } from '../platform/access/scope.js';
import { Conditions } from '../platform/database/conditions.js';
import { Database } from '../platform/database/database.js';
import { rfc3339 } from '../platform/instants.js';
import { ENGINE_VERSION } from './engine.js';
import { keepTo } from './runs/keep-to.js';
import { followUpsOfRun, rowsOfRun } from './runs/rows-of-run.js';
import { RunPlacesService } from './runs/run-places.service.js';

/** For features that read rows of a run within a statement of their own. */
export { rowsOfRun } from './runs/rows-of-run.js';

/** A unit's own people in one band: how many, and the sum of their scores in millipoints. */
export interface UnitBand {
  readonly unitEnter: number;
  readonly band: Band;
  readonly count: number;
  readonly sum: number;
}

/** The follow-ups of one kind about the people of a subtree. */
export interface KindCount {
  readonly kind: string;
  /** Overdue and not inherited. */
  readonly overdue: number;
  /** Falling due in the year that was asked about, and how many of those are closed. */
  readonly due: number;
  readonly closed: number;
}

/** Somebody's score as it was published. */
export interface Place {
  readonly runId: number;
  readonly band: Band;
  readonly policyVersion: number;
  /** Whether this version of the engine worked it out. */
  readonly sameEngine: boolean;
  readonly knownAt: string;
  /** Among everyone ranked; null for those not in service. */
  readonly position: number | null;
  readonly rank: number | null;
  /** Millipoints. */
  readonly total: number;
}

interface UnitCount {
  readonly unitEnter: number;
  readonly count: number;
}

/** The rows `s` of a run (of `scores`, or with `followUpsOfRun` of `follow_ups`) about a part of the tree, as far as the caller may ask. */
function rowsOf(
  runId: number,
  scope: Scope,
  units: UnitInterval | undefined,
  ofRun = rowsOfRun,
): Conditions {
  const conditions = new Conditions();
  conditions.add(ofRun('s', conditions.parameter(runId)));
  return keepTo(conditions, units, scope);
}

/** What other features ask of published scores: counts by unit (units are pre-order numbers), and places. */
@Injectable()
export class PublishedScoresService {
  constructor(
    private readonly database: Database,
    private readonly places: RunPlacesService,
  ) {}

  /** The people in service by unit and band. Those without a unit are in none. */
  async bands(runId: number, scope: Scope, units?: UnitInterval): Promise<UnitBand[]> {
    const { where, values } = rowsOf(runId, scope, units)
      .add('s.ranked')
      .add('s.unit_enter IS NOT NULL');
    const rows = await this.database.query<Omit<UnitBand, 'band'> & { band: number }>(
      `SELECT s.unit_enter AS "unitEnter", s.band, count(*) AS count, sum(s.total) AS sum
       FROM scores s ${where} GROUP BY s.unit_enter, s.band`,
      values,
    );
    return rows.map((row) => ({ ...row, band: bandCodes[row.band] ?? 'insufficient' }));
  }

  /** How many follow-ups are overdue by unit, whoever owes them, inherited ones left out. */
  async overdue(runId: number, scope: Scope, units?: UnitInterval): Promise<UnitCount[]> {
    const { where, values } = rowsOf(runId, scope, units, followUpsOfRun)
      .add('s.unit_enter IS NOT NULL')
      .add(`s.state = 'overdue' AND NOT s.inherited`);
    return this.database.query<UnitCount>(
      `SELECT s.unit_enter AS "unitEnter", count(*) AS count
       FROM follow_ups s ${where} GROUP BY s.unit_enter`,
      values,
    );
  }

  /** The follow-ups of a subtree by kind; `year` is the calendar year that completion is about. */
  async kinds(
    runId: number,
    scope: Scope,
    units: UnitInterval,
    year: number,
  ): Promise<KindCount[]> {
    const conditions = rowsOf(runId, scope, units, followUpsOfRun).add('NOT s.inherited');
    const asked = conditions.parameter(year);
    const thisYear = `s.due_on BETWEEN make_date(${asked}, 1, 1) AND make_date(${asked}, 12, 31)`;
    return this.database.query<KindCount>(
      `SELECT s.kind,
         count(*) FILTER (WHERE s.state = 'overdue') AS overdue,
         count(*) FILTER (WHERE ${thisYear}) AS due,
         count(*) FILTER (WHERE ${thisYear} AND s.state = 'closed') AS closed
       FROM follow_ups s ${conditions.where}
       GROUP BY s.kind ORDER BY s.kind`,
      conditions.values,
    );
  }

  /** Somebody's score in the run that answers for a day; undefined where no run has it. Makes no run. */
  async placeOf(asOf: string, cadreId: number): Promise<Place | undefined> {
    const [found] = await this.database.plannedOnce<
      Omit<Place, 'band' | 'position' | 'rank'> & { band: number }
    >(
      `SELECT r.id AS "runId", s.band, r.policy_version AS "policyVersion", r.engine_version = $3 AS "sameEngine",
         ${rfc3339('r.known_at')} AS "knownAt", s.total
       FROM scoring_runs r JOIN scores s ON s.run_id = r.base_id AND s.from_run <= r.id AND s.until_run > r.id
         AND s.cadre_id = $2
       WHERE r.as_of = $1 AND r.status = 'published' AND r.superseded_at IS NULL
       ORDER BY r.id DESC LIMIT 1`,
      [asOf, cadreId, ENGINE_VERSION],
    );
    if (!found) return undefined;
    const place = (await this.places.of(found.runId, [cadreId])).get(cadreId);
    return {
      ...found,
      band: bandCodes[found.band] ?? 'insufficient',
      position: place?.position ?? null,
      rank: place?.rank ?? null,
    };
  }
}
