import { scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { Conditions, containing } from '../../platform/database/conditions.js';
import { inCallersScope, joinPerson, knownNow } from '../placed-people.sql.js';
import { proposalColumns } from './talk-proposal.js';
import type { ProposalsQuery } from './talk-proposals.dto.js';

/** Which proposals: what is not given is not asked. */
export interface ProposalSelection extends Partial<Omit<ProposalsQuery, 'unit'>> {
  readonly number?: string | undefined;
  readonly unitInterval?: UnitInterval | undefined;
  readonly scope: Scope;
  readonly today: string;
}

/** The statements of a selection: its rows with their people, without paging, and how many there are. */
export function proposalStatement(selection: ProposalSelection): {
  readonly rows: string;
  readonly total: string;
  readonly values: unknown[];
} {
  const { scope, today, unitInterval, state, rule, kind, staffNo, q, number } = selection;
  const conditions = new Conditions();
  for (const value of [today, ...scopeValues(scope)]) conditions.parameter(value);
  conditions.add(inCallersScope('p.cadre_id')).add('p.superseded_at IS NULL');
  if (number) conditions.add(`p.number = ${conditions.parameter(number)}`);
  if (state) conditions.add(`p.state = ANY (${conditions.parameter(state)}::text[])`);
  if (rule) conditions.add(`p.rule = ANY (${conditions.parameter(rule)}::text[])`);
  if (kind) {
    const kinds = conditions.parameter(kind);
    conditions.add(`coalesce(p.kind, p.proposed_kind) = ANY (${kinds}::text[])`);
  }
  if (staffNo) conditions.add(`person.staff_no = ${conditions.parameter(staffNo)}`);
  if (q) {
    const pattern = conditions.parameter(containing(q));
    conditions.add(
      `(person.name ILIKE ${pattern} OR person.staff_no ILIKE ${pattern} OR p.ref ILIKE ${pattern})`,
    );
  }
  if (unitInterval) {
    const enter = conditions.parameter(unitInterval.enter);
    const leave = conditions.parameter(unitInterval.leave);
    conditions.add(`person.unit_enter BETWEEN ${enter} AND ${leave}`);
  }
  const from = `FROM talk_proposals p ${joinPerson('p.cadre_id')}`;
  return {
    rows: `SELECT ${proposalColumns('p')}, person.staff_no AS "staffNo", person.name,
        person.unit_code AS "unitCode", person.unit_name AS "unitName",
        held.held_on AS "heldOn", held.ref AS "heldRef"
      ${from}
      LEFT JOIN LATERAL (
        SELECT t.held_on, t.ref FROM reminder_talk t
        WHERE t.cadre_id = p.cadre_id AND t.because_of = p.ref AND ${knownNow('t')}
          AND t.held_on <= $1::date
        ORDER BY t.held_on, t.ref COLLATE "C" LIMIT 1
      ) held ON p.state = 'accepted'
      ${conditions.where}
      ORDER BY p.met_on, person.staff_no COLLATE "C", p.rule, p.ref COLLATE "C"`,
    total: `SELECT count(*)::int AS total ${from} ${conditions.where}`,
    values: conditions.values,
  };
}
