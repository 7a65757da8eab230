import { Injectable } from '@nestjs/common';
import { type Cells, type GateKind, gateKinds, type WorkingCalendar } from '@probity/analytics';
import type { PoolClient } from 'pg';
import { CalendarsService } from '../../calendars/calendars.service.js';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/problem.js';
import { type CaseFile, type CaseRecords, type CaseRow, caseFile } from './case-file.js';
import { casesQuery, isOfCase, kindOf, recordsQuery } from './case-query.sql.js';

/** Which cases: all that the scope sees, or fewer. */
export interface CaseSelection {
  readonly scope: Scope;
  readonly caseNos?: readonly string[] | undefined;
  readonly cadreIds?: readonly number[] | undefined;
  /** Of people in whose scope these units are. */
  readonly units?: UnitInterval | undefined;
  /** For a post of the same rank in the same unit. */
  readonly forPostOf?: CaseRow | undefined;
  /** Opened by this day (`YYYY-MM-DD`). */
  readonly openedBy?: string | undefined;
  /** An RFC 3339 instant; now where it is not given. */
  readonly knownAt?: string | undefined;
}

type OfCadre = Cells & { readonly cadreId: number };

/** Reads appointment cases with what the gate looks at: one query a kind of record, however many cases. */
@Injectable()
export class CaseFilesService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarsService,
  ) {}

  /** One case. Throws 404 where there is none about anybody whom the scope sees. */
  async find(scope: Scope, caseNo: string, knownAt?: string): Promise<CaseFile> {
    const [file] = await this.load({ scope, caseNos: [caseNo], knownAt });
    if (!file) throw notFound(`appointment case ${caseNo}`);
    return file;
  }

  /** Cases with their records, by case number, all from one snapshot. */
  load(selection: CaseSelection): Promise<CaseFile[]> {
    return this.database.snapshot(async (client) => {
      const calendar = await this.calendars.load(selection.knownAt, client);
      const cases = await readCases(client, selection);
      return withRecords(client, cases, selection.knownAt, calendar);
    });
  }

  /** Cases without their records. */
  rows(selection: CaseSelection): Promise<CaseRow[]> {
    return this.database.snapshot((client) => readCases(client, selection));
  }
}

async function readCases(client: PoolClient, selection: CaseSelection): Promise<CaseRow[]> {
  const { scope, caseNos, cadreIds, units, forPostOf, openedBy, knownAt } = selection;
  const conditions = new Conditions();
  const instant = knownAt && `${conditions.parameter(knownAt)}::timestamptz`;
  if (caseNos) conditions.add(`a."caseNo" = ANY (${conditions.parameter(caseNos)}::text[])`);
  if (cadreIds) conditions.add(`a."cadreId" = ANY (${conditions.parameter(cadreIds)}::bigint[])`);
  if (forPostOf) {
    conditions
      .add(`a."unitCode" = ${conditions.parameter(forPostOf.unitCode)}`)
      .add(`a.rank = ${conditions.parameter(forPostOf.rank)}`);
  }
  if (openedBy) conditions.add(`a."openedOn" <= ${conditions.parameter(openedBy)}::date`);
  conditions.add(`a."cadreId" <> ALL (${conditions.parameter(scope.hidden)}::bigint[])`);
  for (const interval of [scope.units, units]) {
    if (!interval) continue;
    const { enter, leave } = interval;
    conditions.add(`a."cadreId" IN (
      SELECT authority.cadre_id FROM authority JOIN unit_tree tree USING (unit_id)
      WHERE tree.enter BETWEEN ${conditions.parameter(enter)} AND ${conditions.parameter(leave)})`);
  }
  const { rows } = await client.query<CaseRow>(
    casesQuery(conditions.where, instant),
    conditions.values,
  );
  return rows;
}

async function withRecords(
  client: PoolClient,
  cases: readonly CaseRow[],
  knownAt: string | undefined,
  calendar: WorkingCalendar,
): Promise<CaseFile[]> {
  const cadreIds = [...new Set(cases.map(({ cadreId }) => cadreId))];
  const caseNos = cases.map(({ caseNo }) => caseNo);
  const values = knownAt ? [cadreIds, caseNos, knownAt] : [cadreIds, caseNos];
  const instant = knownAt && '$3::timestamptz';
  const byKind = new Map<GateKind, Map<number, OfCadre[]>>();
  for (const key of gateKinds) {
    const { rows } = await client.query<OfCadre>(recordsQuery(kindOf(key), instant), values);
    byKind.set(
      key,
      Map.groupBy(rows, ({ cadreId }) => cadreId),
    );
  }
  return cases.map((row) => {
    const records = Object.fromEntries(
      gateKinds.map((key) => {
        const ofCadre = byKind.get(key)?.get(row.cadreId) ?? [];
        const mine = isOfCase(kindOf(key))
          ? ofCadre.filter((cells) => cells.case_no === row.caseNo)
          : ofCadre;
        return [key, mine.map(({ cadreId: _, ...cells }) => ({ ...cells, staff_no: row.staffNo }))];
      }),
    ) as unknown as CaseRecords;
    return caseFile(row, records, calendar);
  });
}
