import { Injectable } from '@nestjs/common';
import {
  askedBy,
  type FollowUpKind,
  type Policy,
  parsePolicy,
  recordKinds,
} from '@probity/analytics';
import { ImportsService } from '../evidence/imports/imports.service.js';
import { AsProduct } from '../platform/access/current-scope.js';
import type { Scope } from '../platform/access/scope.js';
import { ProductDatabase } from '../platform/database/product-database.js';
import { badParameter, conflict, notFound } from '../platform/errors/problem.js';
import { rfc3339 } from '../platform/instants.js';
import { PoliciesService, type PolicyVersion } from '../policies/policies.service.js';
import { RunsService } from '../scoring/runs.service.js';
import type { FirstImport, FirstImportDecision } from './first-imports.dto.js';

interface Row {
  readonly kind: string;
  readonly importId: number;
  readonly state: FirstImport['state'];
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly policyVersion: number | null;
}

/** The settings that the policy lacks for a kind of record. */
type Settings = Pick<FirstImport, 'countFrom' | 'expectedFrom'>;

const COLUMNS = `kind, import_id AS "importId", state, decided_by AS "decidedBy",
  ${rfc3339('decided_at')} AS "decidedAt", policy_version AS "policyVersion"`;
/** As for the dates of records. */
const EARLIEST = '1900-01-01';
const NONE = { overdueCount: 0, inheritedCount: 0 };

/** Proposes dates after the first file of a kind, so that history comes in without false alarms. */
@Injectable()
export class FirstImportsService {
  constructor(
    private readonly database: ProductDatabase,
    private readonly imports: ImportsService,
    private readonly policies: PoliciesService,
    private readonly runs: RunsService,
  ) {}

  /** What is proposed after an import that the caller may see; undefined where nothing is. Throws 404. */
  async ofImport(scope: Scope, importId: number): Promise<FirstImport | undefined> {
    await this.imports.find(scope, importId);
    const [row] = await this.database.query<Row>(
      `SELECT ${COLUMNS} FROM first_imports WHERE import_id = $1`,
      [importId],
    );
    if (!row) return undefined;
    const told = await this.#told(row);
    return told.state === 'open' && isSettled(told) ? undefined : told;
  }

  /** Everything that nobody has decided on, in the order in which it came. */
  async open(): Promise<FirstImport[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS} FROM first_imports WHERE state = 'open' ORDER BY import_id`,
    );
    const told: FirstImport[] = [];
    for (const row of rows) told.push(await this.#told(row));
    return told.filter((one) => !isSettled(one));
  }

  /** Makes an accepted proposal a version of the policy; a declined one is remembered. Throws 404, 409 and 400. */
  @AsProduct()
  async decide(scope: Scope, kind: string, body: FirstImportDecision): Promise<FirstImport> {
    return this.database.transaction(async (client) => {
      const { rows } = await client.query<Row>(
        `SELECT ${COLUMNS} FROM first_imports WHERE kind = $1 FOR UPDATE`,
        [kind],
      );
      const [row] = rows;
      if (!row) throw notFound(`proposal for the first file of ${kind}`);
      if (row.state !== 'open')
        throw conflict(`This proposal was ${row.state} already.`, 'decided-already');
      const settings = settingsFor(row.kind, (await this.policies.load()).policy);
      const { decision, ...dates } = body;
      const version =
        decision === 'accept' ? await this.#accept(scope, kind, settings, dates) : null;
      const state = body.decision === 'accept' ? 'accepted' : 'declined';
      await client.query(
        `UPDATE first_imports SET state = $2, decided_by = $3, decided_at = now(), policy_version = $4
         WHERE kind = $1`,
        [kind, state, scope.subject, version],
      );
      const decided = await client.query<Row>(
        `SELECT ${COLUMNS} FROM first_imports WHERE kind = $1`,
        [kind],
      );
      return { ...(decided.rows[0] as Row), ...settings, asThingsStand: NONE, options: [] };
    });
  }

  async #accept(
    scope: Scope,
    kind: string,
    settings: Settings,
    dates: { readonly countFrom?: string | undefined; readonly expectedFrom?: string | undefined },
  ): Promise<number> {
    const today = this.runs.today();
    for (const [name, day] of Object.entries(dates)) {
      // A later day would silence what it counts; from an earlier one nothing was kept in any register.
      if (day !== undefined && (day > today || day < EARLIEST)) {
        throw badParameter(name, `${name}: from ${EARLIEST} to ${today}`, 'from-on', {
          ...{ from: EARLIEST, to: today },
        });
      }
    }
    const changes = changesOf(settings, dates);
    if (Object.values(changes.followUps).every((byKind) => Object.keys(byKind).length === 0)) {
      throw badParameter('countFrom', 'Give a day for countFrom or expectedFrom, or decline.');
    }
    const labels = recordKinds.find(({ key }) => key === kind)?.labels;
    const note = `First import of ${labels?.en ?? kind}: ${said(dates)}`;
    return (await this.policies.create({ changes, note }, scope)).version;
  }

  async #told(row: Row): Promise<FirstImport> {
    const current = await this.policies.load();
    const settings = settingsFor(row.kind, current.policy);
    if (row.state !== 'open' || isSettled(settings)) {
      return { ...row, ...settings, asThingsStand: NONE, options: [] };
    }
    const dates = this.#dates();
    const kinds = new Set([...settings.countFrom, ...settings.expectedFrom]);
    const [now = NONE, ...then] = await this.runs.countOverdue(
      [current, ...dates.map((from) => changed(current, settings, from))],
      kinds,
    );
    const options = dates.map((from, at) => ({ from, ...(then[at] ?? NONE) }));
    return { ...row, ...settings, asThingsStand: now, options };
  }

  /** Today, and the first day of this year. */
  #dates(): string[] {
    const today = this.runs.today();
    return [...new Set([today, `${today.slice(0, 4)}-01-01`])];
  }
}

const isSettled = ({ countFrom, expectedFrom }: Settings) =>
  countFrom.length + expectedFrom.length === 0;

function settingsFor(kind: string, { followUps }: Policy): Settings {
  const { fromRecords, withoutRecord } = askedBy({ key: kind });
  const unset = (dates: Policy['followUps']['countFrom'], kinds: readonly FollowUpKind[]) =>
    kinds.filter((one) => dates[one] == null);
  return {
    countFrom: unset(followUps.countFrom, fromRecords),
    expectedFrom: unset(followUps.expectedFrom, withoutRecord),
  };
}

function changesOf(
  settings: Settings,
  {
    countFrom,
    expectedFrom,
  }: { countFrom?: string | undefined; expectedFrom?: string | undefined },
) {
  const dates = (kinds: readonly FollowUpKind[], from: string | undefined) =>
    Object.fromEntries(from === undefined ? [] : kinds.map((kind) => [kind, from]));
  return {
    followUps: {
      countFrom: dates(settings.countFrom, countFrom),
      expectedFrom: dates(settings.expectedFrom, expectedFrom),
    },
  };
}

function changed(
  { version, policy }: PolicyVersion,
  settings: Settings,
  from: string,
): PolicyVersion {
  const { followUps } = changesOf(settings, { countFrom: from, expectedFrom: from });
  const countFrom = { ...policy.followUps.countFrom, ...followUps.countFrom };
  const expectedFrom = { ...policy.followUps.expectedFrom, ...followUps.expectedFrom };
  const next = { ...policy, followUps: { ...policy.followUps, countFrom, expectedFrom } };
  return { version, policy: parsePolicy(next) };
}

function said({
  countFrom,
  expectedFrom,
}: {
  countFrom?: string | undefined;
  expectedFrom?: string | undefined;
}) {
  const parts = [
    countFrom && `what was due before ${countFrom} is inherited`,
    expectedFrom && `asked for without a record from ${expectedFrom}`,
  ];
  return parts.filter(Boolean).join('; ');
}
