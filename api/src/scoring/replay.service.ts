import { Injectable } from '@nestjs/common';
import {
  type Day,
  dayOf,
  type Evidence,
  type Explanation,
  explain,
  inService,
  type Source,
  type SourceRows,
  type Standing,
  sources,
  standingAt,
} from '@probity/analytics';
import type { ClientBase } from 'pg';
import { calendarQuery } from '../platform/database/calendar-days.js';
import { Database } from '../platform/database/database.js';
import { rfc3339 } from '../platform/instants.js';
import { PoliciesService, type PolicyVersion } from '../policies/policies.service.js';
import { gatheredRows } from './copy/gathered-rows.js';
import { ENGINE_VERSION } from './engine.js';
import { loadCalendar } from './load/calendar.js';
import {
  cadresQuery,
  KNOWN_NOW,
  knownAtInstant,
  postingsQuery,
  sourceQuery,
} from './load/record-query.js';
import { loadRegister, ownersIn, type Register } from './load/register.js';
import { loadSource } from './load/source-rows.js';
import { type Removed, removedSince } from './removed.js';

/** What a replay is asked for: the day, and with which knowledge and rules (now's where not given). */
export interface ReplayMoment {
  readonly asOf: string;
  /** RFC 3339, with microseconds where it matters. */
  readonly knownAt?: string | undefined;
  readonly policyVersion?: number | undefined;
}

/** A cadre's score as it would have been told then, line by line. */
export interface Replay extends Explanation {
  readonly asOf: string;
  readonly cadreId: number;
  readonly name: string;
  readonly policyVersion: number;
  /** What was known: the instant asked for, else the last commit's. */
  readonly knownAt: string;
  readonly inService: boolean;
  readonly standing: Standing;
  /** Records that it would have needed and that were removed since; without them it may differ from what was told then. */
  readonly incomplete: readonly Removed[];
}

interface Loaded {
  readonly register: Register;
  readonly evidence: Evidence;
  readonly knownAt: string;
}

interface LoadedToTell extends Loaded {
  readonly incomplete: ReadonlyMap<number, readonly Removed[]>;
}

/** What is read about some people: everything as known now, unless said otherwise. */
interface Wanted {
  readonly knownAt?: string | undefined;
  readonly of?: readonly Source[];
}

/** Works scores out again from the tables, for a few people at any day, knowledge and policy. */
@Injectable()
export class ReplayService {
  /** The version of the engine that works scores out. */
  readonly engineVersion = ENGINE_VERSION;

  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
  ) {}

  /**
   * The scores of these cadres, in their order; undefined for one whom the register did not have
   * then. Reads everything in one statement. Throws a 404 problem for an
   * unknown policy version.
   */
  async explain(cadreIds: readonly number[], at: ReplayMoment): Promise<(Replay | undefined)[]> {
    const policy = await this.policies.load(at.policyVersion);
    const loaded = await this.#load(cadreIds, at.asOf, at.knownAt);
    return cadreIds.map((id) => replay(loaded, id, at.asOf, policy));
  }

  /** One cadre's scores as of several days, with what is known and ruled now; undefined where nobody is known under this id. */
  async history(cadreId: number, asOfs: readonly string[]): Promise<Replay[] | undefined> {
    const policy = await this.policies.load();
    const loaded = await this.#load([cadreId], asOfs[0] ?? '', undefined);
    const points = asOfs.map((asOf) => replay(loaded, cadreId, asOf, policy));
    return points.every((point) => point !== undefined) ? points : undefined;
  }

  /** What these sources tell about some cadres as known now, and which of its indexes each of them has; whom the register doesn't have has none. */
  async evidence(
    cadreIds: readonly number[],
    of: readonly Source[],
  ): Promise<{ readonly evidence: Evidence; readonly indexOf: ReadonlyMap<number, number> }> {
    const { evidence, register } = await this.database.snapshot(
      (client) => load(client, cadreIds, { of }),
      { plannedOnce: true },
    );
    return { evidence, indexOf: register.indexOf };
  }

  #load(
    cadreIds: readonly number[],
    firstDay: string,
    knownAt: string | undefined,
  ): Promise<LoadedToTell> {
    return this.database.snapshot(
      async (client) => {
        const loaded = await load(client, cadreIds, { knownAt });
        const incomplete = await removedSince(client, cadreIds, firstDay, knownAt);
        return { ...loaded, incomplete };
      },
      { plannedOnce: true },
    );
  }
}

/** Reads everything about some cadres in one statement. */
async function load(
  client: ClientBase,
  cadreIds: readonly number[],
  { knownAt, of = sources }: Wanted,
): Promise<Loaded> {
  const known = knownAt ? knownAtInstant('$2::timestamptz') : KNOWN_NOW;
  const where = `cadre_id = ANY($1::bigint[]) AND ${known}`;
  const clock = `SELECT ${rfc3339('at')} AS at FROM commit_clock`;
  const queries = [
    ...[clock, cadresQuery(where), postingsQuery(where), calendarQuery(known)],
    ...of.map((source) => sourceQuery(source, where)),
  ];
  const read = await gatheredRows(client, queries, knownAt ? [cadreIds, knownAt] : [cadreIds]);
  const register = await loadRegister(read, where);
  const rows: Record<string, SourceRows> = {};
  for (const source of of) {
    rows[source.key] = await loadSource(read, source, ownersIn(register), where);
  }
  const calendar = await loadCalendar(read, known);
  let clockAt = '';
  for await (const [row] of read(clock)) clockAt = String(row?.[0]);
  const evidence = { cadres: register.columns, sources: rows, calendar };
  return { register, evidence, knownAt: knownAt ?? clockAt };
}

function replay(
  { register, evidence, incomplete, knownAt }: LoadedToTell,
  cadreId: number,
  asOf: string,
  { version, policy }: PolicyVersion,
): Replay | undefined {
  const index = register.indexOf.get(cadreId);
  if (index === undefined) return undefined;
  const day: Day = dayOf(asOf);
  return {
    ...explain(evidence, index, day, policy),
    asOf,
    cadreId,
    name: register.names[index] ?? '',
    policyVersion: version,
    knownAt,
    inService: inService(evidence.cadres, index, day),
    standing: standingAt(evidence.cadres, index, day),
    incomplete: incomplete.get(cadreId) ?? [],
  };
}
