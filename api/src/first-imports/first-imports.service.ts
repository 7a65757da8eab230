import { Injectable } from '@nestjs/common';
import {
  askedBy,
  type FollowUpKind,
  type Policy,
  parsePolicy,
  recordKinds,
} from '@probity/analytics';
import type { PoolClient } from 'pg';
import { ImportsService } from '../evidence/imports/imports.service.js';
import { AsProduct } from '../platform/access/current-scope.js';
import { needsNoSecond, type Scope } from '../platform/access/scope.js';
import { ProductDatabase } from '../platform/database/product-database.js';
import { badParameter, conflict, notFound } from '../platform/errors/problem.js';
import { rfc3339 } from '../platform/instants.js';
import { PoliciesService, type PolicyVersion } from '../policies/policies.service.js';
import { PolicyDrafts } from '../policies/policy-drafts.service.js';
import { RunsService } from '../scoring/runs.service.js';
import type { FirstImport, FirstImportDecision } from './first-imports.dto.js';

interface Row {
  readonly kind: string;
  readonly importId: number;
  readonly state: FirstImport['state'];
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly policyVersion: number | null;
  readonly proposalId: number | null;
}

/** The settings that the policy lacks for a kind of record. */
type Settings = Pick<FirstImport, 'countFrom' | 'expectedFrom'>;

/** What a draft of the policy came of decides what became of it; one that was declined leaves it open. */
const ROWS = `SELECT f.kind, f.import_id AS "importId",
    CASE WHEN p.state = 'waiting' THEN 'waiting' WHEN p.state = 'approved' THEN 'accepted' ELSE f.state END AS state,
    coalesce(f.decided_by, CASE WHEN p.state = 'approved' THEN p.decided_by END) AS "decidedBy",
    coalesce(${rfc3339('f.decided_at')}, CASE WHEN p.state = 'approved' THEN ${rfc3339('p.decided_at')} END) AS "decidedAt",
    coalesce(f.policy_version, (p.detail->>'version')::int) AS "policyVersion",
    CASE WHEN p.state = 'waiting' THEN p.id END AS "proposalId"
  FROM first_imports f LEFT JOIN proposals p ON p.id = f.proposal_id`;
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
    private readonly drafts: PolicyDrafts,
    private readonly runs: RunsService,
  ) {}

  /** What is proposed after an import that the caller may see; undefined where nothing is. Throws 404. */
  async ofImport(scope: Scope, importId: number): Promise<FirstImport | undefined> {
    await this.imports.find(scope, importId);
    const [row] = await this.database.query<Row>(`${ROWS} WHERE f.import_id = $1`, [importId]);
    if (!row) return undefined;
    const told = await this.#told(row);
    return isOpen(told) && isSettled(told) ? undefined : told;
  }

  /** Everything that nobody has decided on, in the order in which it came. */
  async open(): Promise<FirstImport[]> {
    const rows = await this.database.query<Row>(
      `${ROWS} WHERE f.state = 'open' ORDER BY f.import_id`,
    );
    const told: FirstImport[] = [];
    for (const row of rows) told.push(await this.#told(row));
    return told.filter((one) => isOpen(one) && !isSettled(one));
  }

  /**
   * Makes an accepted proposal a draft of the policy, or a version where nobody could be second; a
   * declined one is remembered. Throws 404, 409 and 400.
   */
  @AsProduct()
  async decide(scope: Scope, kind: string, body: FirstImportDecision): Promise<FirstImport> {
    return this.database.transaction(async (client) => {
      const row = await held(client, kind);
      const settings = settingsFor(row.kind, (await this.policies.load()).policy);
      const { decision, ...dates } = body;
      if (decision === 'accept') await this.#accept(client, scope, kind, settings, dates);
      else await close(client, kind, { state: 'declined', by: scope.subject });
      const decided = await client.query<Row>(`${ROWS} WHERE f.kind = $1`, [kind]);
      return { ...(decided.rows[0] as Row), ...settings, asThingsStand: NONE, options: [] };
    });
  }

  async #accept(
    client: PoolClient,
    scope: Scope,
    kind: string,
    settings: Settings,
    dates: { readonly countFrom?: string | undefined; readonly expectedFrom?: string | undefined },
  ): Promise<void> {
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
    if (needsNoSecond(scope)) {
      const { version } = await this.policies.create({ changes, note }, scope);
      return close(client, kind, { state: 'accepted', by: scope.subject, version });
    }
    const { id } = await this.drafts.propose(client, { changes, note }, scope);
    await client.query('UPDATE first_imports SET proposal_id = $2 WHERE kind = $1', [kind, id]);
  }

  async #told(row: Row): Promise<FirstImport> {
    const current = await this.policies.load();
    const settings = settingsFor(row.kind, current.policy);
    if (!isOpen(row) || isSettled(settings)) {
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

/** Whether nothing has come of it yet, though somebody may have drafted something. */
const isOpen = ({ state }: Pick<Row, 'state'>) => state === 'open' || state === 'waiting';

/** What is proposed for a kind, for this transaction alone to decide. Throws 404, 409 where that was done. */
async function held(client: PoolClient, kind: string): Promise<Row> {
  await client.query('SELECT FROM first_imports WHERE kind = $1 FOR UPDATE', [kind]);
  const { rows } = await client.query<Row>(`${ROWS} WHERE f.kind = $1`, [kind]);
  const [row] = rows;
  if (!row) throw notFound(`proposal for the first file of ${kind}`);
  if (row.state === 'waiting') {
    const proposal = row.proposalId ?? 0;
    throw conflict(
      `Proposal ${proposal} about this waits for a second person already. It has to be decided or taken back first.`,
      'waits-already',
      { proposal },
    );
  }
  if (row.state !== 'open')
    throw conflict(`This proposal was ${row.state} already.`, 'decided-already');
  return row;
}

async function close(
  client: PoolClient,
  kind: string,
  { state, by, version }: { state: 'accepted' | 'declined'; by: string; version?: number },
): Promise<void> {
  await client.query(
    `UPDATE first_imports SET state = $2, decided_by = $3, decided_at = now(), policy_version = $4
     WHERE kind = $1`,
    [kind, state, by, version ?? null],
  );
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
