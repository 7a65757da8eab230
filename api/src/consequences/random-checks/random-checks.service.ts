import { Inject, Injectable } from '@nestjs/common';
import { scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/problem.js';
import { USUAL_ROWS } from '../../platform/http/parameters.js';
import { rfc3339 } from '../../platform/instants.js';
import { inCallersScope, joinPerson, knownNow } from '../placed-people.sql.js';
import { yearOfPeriod } from './population.sql.js';
import type { Check, PeopleAnswer, PeopleQuery } from './random-checks.dto.js';

/** The person that a lot's number means today: two numbers may have become one since. */
const cadre = 'coalesce(m.now_id, p.cadre_id)';

/** The people of a draw `k`, with the check of the year's report where one was made. */
const lots = `random_check_people p
  LEFT JOIN merges m ON m.cadre_id = p.cadre_id AND m.split_at IS NULL
  ${joinPerson(cadre)}
  LEFT JOIN LATERAL (
    SELECT coalesce(r.ref, person.staff_no || '/' || r.period || '/annual') AS ref, r.check_result,
      coalesce(r.checked_on, r.due_on) AS checked_on
    FROM personal_matter_report r
    WHERE r.cadre_id = ${cadre} AND ${knownNow('r')} AND r.kind = 'annual'
      AND ${yearOfPeriod('r.period')} = k.year
      AND r.check_result IN ('consistent', 'omitted', 'concealed')
      AND coalesce(r.checked_on, r.due_on) <= $1::date
    ORDER BY coalesce(r.checked_on, r.due_on), r.record_key COLLATE "C" LIMIT 1
  ) report ON p.agreed_on IS NOT NULL`;

/** Draws as callers see them: those that touch their part of the tree, and of the people those in it. */
@Injectable()
export class RandomChecksService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The draws, the latest first, or one of them. */
  list(scope: Scope, id?: number): Promise<Check[]> {
    return this.database.query<Check>(
      `SELECT k.id, k.year, k.unit_code AS "unitCode", k.algorithm, k.seed, k.share,
         k.population_count AS "populationCount", k.drawn_count AS "drawnCount", k.threshold,
         k.drawn_on AS "drawnOn", ${rfc3339('k.drawn_at')} AS "drawnAt", k.drawn_by AS "drawnBy",
         k.policy_version AS "policyVersion", counts.*
       FROM random_checks k LEFT JOIN unit_tree top USING (unit_id)
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS "toCheckCount", count(one.check_result)::int AS "checkedCount",
           count(*) FILTER (WHERE one.check_result <> 'consistent')::int AS "wrongCount"
         FROM (
           SELECT report.check_result FROM ${lots}
           WHERE p.check_id = k.id AND p.agreed_on IS NOT NULL AND ${inCallersScope(cadre)}
         ) one
       ) counts
       WHERE ($5::bigint IS NULL OR k.id = $5)
         AND ($3::int IS NULL OR k.unit_id IS NULL OR (top.enter <= $4 AND top.leave >= $3))
       ORDER BY k.id DESC`,
      [this.#today(), ...scopeValues(scope), id ?? null],
    );
  }

  /** One draw. 404 where it doesn't touch the caller's part of the tree. */
  async find(scope: Scope, id: number): Promise<Check> {
    const [found] = await this.list(scope, id);
    if (!found) throw notFound(`draw ${id}`);
    return found;
  }

  /** One page of a draw's people, with what the check of their reports found. */
  async people(
    scope: Scope,
    id: number,
    { toCheck, checked, q, offset, limit }: PeopleQuery,
  ): Promise<PeopleAnswer> {
    await this.find(scope, id);
    const conditions = new Conditions();
    for (const value of [this.#today(), ...scopeValues(scope)]) conditions.parameter(value);
    const draw = conditions.parameter(id);
    conditions.add(`k.id = ${draw} AND p.check_id = ${draw}`).add(inCallersScope(cadre));
    if (toCheck !== undefined) {
      conditions.add(`(p.agreed_on IS NOT NULL) = ${conditions.parameter(toCheck)}::boolean`);
    }
    if (checked !== undefined) {
      conditions.add(`(report.ref IS NOT NULL) = ${conditions.parameter(checked)}::boolean`);
    }
    if (q) {
      const pattern = conditions.parameter(containing(q));
      conditions.add(`(person.name ILIKE ${pattern} OR person.staff_no ILIKE ${pattern})`);
    }
    const { total } = await this.database.one<{ total: number }>(
      `SELECT count(*)::int AS total FROM random_checks k CROSS JOIN ${lots} ${conditions.where}`,
      conditions.values,
    );
    const rows = await this.database.query<PeopleAnswer['rows'][number]>(
      `SELECT person.staff_no AS "staffNo", p.staff_no AS "drawnAs", person.name,
         person.unit_code AS "unitCode", person.unit_name AS "unitName", p.place, p.hash, p.drawn,
         array_remove(ARRAY[CASE WHEN p.drawn THEN 'random' END,
           CASE WHEN p.case_no IS NOT NULL THEN 'promotion' END], NULL) AS reasons,
         p.case_no AS "caseNo", p.agreed_on AS "agreedOn", p.due_on AS "dueOn",
         report.ref AS "reportRef", report.check_result AS "checkResult",
         report.checked_on AS "checkedOn"
       FROM random_checks k CROSS JOIN ${lots} ${conditions.where}
       ORDER BY p.place NULLS LAST, p.agreed_on, p.staff_no COLLATE "C"
       OFFSET ${offset} LIMIT ${limit ?? USUAL_ROWS}`,
      conditions.values,
    );
    return { total, rows };
  }

  #today(): string {
    return dateIn(this.config.timeZone);
  }
}
