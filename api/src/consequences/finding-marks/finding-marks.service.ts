import { Inject, Injectable } from '@nestjs/common';
import type { Language, Policy } from '@probity/analytics';
import { scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { USUAL_ROWS } from '../../platform/http/parameters.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { UnitTreeService } from '../../scoring/load/unit-tree.service.js';
import type { MarkedFinding, MarksAnswer, MarksQuery } from './finding-marks.dto.js';
import { isMarked, markColumns, markedFindings } from './finding-marks.sql.js';

/** What of the audits' policy says which findings are problems, and how long after a posting one is about it. */
interface AuditNumbers {
  readonly followUps: { readonly fromSeverity: number; readonly auditAfterPostingDays: number };
}

/** A marked finding beside the counts of all. */
type Counted = MarkedFinding & {
  readonly cadreId: number;
  readonly allCount: number;
  readonly recurringCount: number;
  readonly reopenedCount: number;
};

/** As of which day and with which knowledge marks are asked for. */
interface Moment {
  readonly asOf: string;
  readonly knownAt?: string | undefined;
}

/** Problems that were found again, and rectifications that a visit found wanting. Marks give no points. */
@Injectable()
export class FindingMarksService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitTreeService,
    private readonly policies: PoliciesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One page of marked findings, and how many there are of each mark. Throws 404 for a unit out of scope. */
  async list(scope: Scope, query: MarksQuery): Promise<MarksAnswer> {
    const { mark, unit, staffNo, offset, limit } = query;
    const asOf = query.asOf ?? dateIn(this.config.timeZone);
    const interval = await this.units.interval(unit, scope);
    const conditions = await this.#conditions(scope, { asOf });
    if (staffNo) conditions.add(`person.staff_no = ${conditions.parameter(staffNo)}`);
    if (interval) {
      const enter = conditions.parameter(interval.enter);
      const leave = conditions.parameter(interval.leave);
      conditions.add(`person.unit_enter BETWEEN ${enter} AND ${leave}`);
    }
    const counts = `count(*) OVER ()::int AS "allCount", count(earlier.ref) OVER ()::int AS "recurringCount",
      count(*) FILTER (WHERE visit.failed) OVER ()::int AS "reopenedCount"`;
    const all = `SELECT ${markColumns}, ${counts} FROM ${markedFindings} ${conditions.where}`;
    const wanted = {
      recurring: 'WHERE earlier IS NOT NULL',
      reopened: 'WHERE reopened IS NOT NULL',
    };
    const rows = await this.database.query<Counted>(
      `SELECT * FROM (${all}) marked ${mark ? wanted[mark] : ''}
       ORDER BY "foundOn" DESC, "staffNo" COLLATE "C", ref COLLATE "C"
       OFFSET ${offset} LIMIT ${limit ?? USUAL_ROWS}`,
      conditions.values,
    );
    // Beyond the last row nobody tells how many there are.
    if (rows.length === 0 && offset > 0) {
      return { ...(await this.list(scope, { ...query, offset: 0, limit: 1 })), rows: [] };
    }
    const { allCount = 0, recurringCount = 0, reopenedCount = 0 } = rows[0] ?? {};
    const totals = { recurring: recurringCount, reopened: reopenedCount };
    return {
      ...{ asOf, recurringCount, reopenedCount, total: mark ? totals[mark] : allCount },
      rows: rows.map(
        ({ cadreId: _, allCount: _a, recurringCount: _r, reopenedCount: _o, ...row }) => row,
      ),
    };
  }

  /** The marks of one person's findings by ref, in words: beside the reasons of a score. */
  async ofPerson(
    scope: Scope,
    cadreId: number,
    moment: Moment,
    language: Language,
  ): Promise<ReadonlyMap<string, string[]>> {
    const conditions = await this.#conditions(scope, moment);
    conditions.add(`f.cadre_id = ${conditions.parameter(cadreId)}::bigint`);
    const rows = await this.database.plannedOnce<MarkedFinding>(
      `SELECT ${markColumns} FROM ${markedFindings} ${conditions.where}`,
      conditions.values,
    );
    return new Map(rows.map((row) => [row.ref, inWords(row, language)]));
  }

  /** The first seven values are those of `markedFindings`. */
  async #conditions(scope: Scope, { asOf, knownAt }: Moment): Promise<Conditions> {
    const { policy } = await this.policies.load();
    const { fromSeverity, auditAfterPostingDays } = auditNumbers(policy).followUps;
    const conditions = new Conditions();
    const values = [asOf, ...scopeValues(scope), fromSeverity, auditAfterPostingDays, knownAt];
    for (const value of values) conditions.parameter(value ?? null);
    return conditions.add(isMarked);
  }
}

const auditNumbers = ({ sources }: Policy) => sources['audit-finding'] as unknown as AuditNumbers;

function inWords({ earlier, reopened }: MarkedFinding, language: Language): string[] {
  const words: string[] = [];
  if (earlier) {
    const { ref, foundOn, samePerson, name } = earlier;
    const whose = samePerson ? '' : name;
    words.push(
      language === 'en'
        ? `Found again: the same category was found on ${foundOn} (${ref}${whose && `, ${whose}, in the same post before`})`
        : `屡审屡犯：${foundOn}已发现同类问题（${ref}${whose && `，同一职务前任${whose}`}）`,
    );
  }
  if (reopened) {
    words.push(
      language === 'en'
        ? `Reopened: the return visit on ${reopened.visitedOn} found it not rectified`
        : `重新整改：${reopened.visitedOn}回访未整改到位`,
    );
  }
  return words;
}
