import {
  appendRows,
  type Day,
  type Evidence,
  type FollowUp,
  type Policy,
  recluster,
  replies,
  type Source,
  type SourceRows,
  sources,
} from '@probity/analytics';
import type { ClientBase } from 'pg';
import { copyRows, type ReadRows } from '../copy/copy-rows.js';
import { EvidenceDigest } from '../digest/evidence-digest.js';
import { changedSum, peopleSum } from '../digest/people-sum.js';
import type { Snapshots } from '../snapshot/snapshots.js';
import { type Authority, followAuthority, loadAuthority } from './authority.js';
import { loadCalendar } from './calendar.js';
import { loadCases } from './cases.js';
import { loadContests } from './contests.js';
import { followRegister } from './followed-register.js';
import { KNOWN_NOW, tableOf } from './record-query.js';
import { loadRegister, ownersIn, type Register } from './register.js';
import { grownOfFew, grownSource, largestList, loadSource } from './source-rows.js';
import { loadUndertakings, undertakingKinds } from './undertakings.js';
import { loadUnitPlaces, type UnitPlaces } from './unit-places.js';

/** From so many rows on, copying all of them for a few is felt: then there is room for so many others behind them. */
const ROOMY_FROM = 100_000;
const ROOM_SHARE = 1 / 16;

/** When the evidence of that share of people has changed, a new snapshot is written. */
const SNAPSHOT_SHARE = 0.05;

/** The evidence as known at one instant, in columns. */
export interface Held {
  readonly evidence: Evidence;
  readonly register: Register;
  readonly units: UnitPlaces;
  readonly authority: Authority;
  /** Everything committed up to here is in it; as PostgreSQL writes it, with its microseconds. */
  readonly knownAt: string;
  readonly digest: EvidenceDigest;
  /** Where follow-ups come from when others hold the records; undefined: they follow from the evidence. */
  readonly tellFollowUps?: TellFollowUps;
}

/** Calls `visit` with the follow-ups of people (by index) as of a day, person by person. */
export type TellFollowUps = (
  people: Uint32Array,
  day: Day,
  policy: Policy,
  visit: (followUp: FollowUp) => void,
) => void;

/** What came with a refresh: which cadres (by index) have other evidence now; `all` after a new load. */
export interface Refreshed extends Held {
  readonly touched: readonly number[] | 'all';
  /** Whose scores or follow-ups may be others now, by internal number; some may be in the register no more. */
  readonly changed: readonly number[] | 'all';
  /** Where these columns came out of a snapshot: what that knew, since when `changed` tells. */
  readonly since?: string;
}

/** Which part of the evidence is held. */
export interface Holding {
  /** SQL over a table with a `cadre_id`: about whom; undefined: everyone. */
  readonly people?: string;
  /** Whether the sources' records are held, or the register with what little there is beside it alone. */
  readonly records: boolean;
}

const everything: Holding = { records: true };

/** SQL that narrows a condition down to the people who are held. */
const among = (where: string, { people }: Holding): string =>
  people === undefined ? where : `${where} AND ${people}`;

/**
 * The columns, which follow the tables by deltas. `commit_clock` is read in the same snapshot as
 * the tables, and commits take their instant one after another, so that whatever has a later
 * `recorded_at` or `superseded_at` than the clock's last value is exactly what is new.
 */
export class HeldEvidence {
  #held: Held | undefined;
  /** What refreshes brought that no snapshot was considered for, and what was held before them. */
  #unkept: { readonly before: Held | undefined; readonly refreshed: Refreshed } | undefined;
  /** How many people's evidence has changed since a snapshot was written. */
  #changed = 0;

  constructor(
    private readonly snapshots?: Snapshots,
    private readonly holding: Holding = everything,
  ) {}

  /** Brings the columns up to the snapshot of this transaction (repeatable read). */
  async refresh(client: ClientBase): Promise<Refreshed> {
    const { rows } = await client.query<{ at: string }>('SELECT at FROM commit_clock');
    const knownAt = rows[0]?.at ?? '';
    // Others may have asked for a later state than this transaction's: columns do not go back.
    if (this.#held && this.#held.knownAt > knownAt) this.forget();
    if (this.#held?.knownAt === knownAt) return { ...this.#held, touched: [], changed: [] };
    const read = copyRows(client);
    const anew = this.#held === undefined;
    const held = this.#held ?? (await this.#fromSnapshot(client, read));
    const { holding } = this;
    const refreshed = held
      ? await follow(client, read, held, knownAt, holding)
      : await load(read, knownAt, holding);
    const { touched: _t, changed: _c, ...next } = refreshed;
    this.#held = next;
    this.#changed +=
      refreshed.changed === 'all' ? Number.POSITIVE_INFINITY : refreshed.changed.length;
    if (this.snapshots)
      this.#unkept = { before: this.#unkept ? this.#unkept.before : held, refreshed };
    if (!anew) return refreshed;
    return { ...refreshed, touched: 'all', ...(held ? { since: held.knownAt } : {}) };
  }

  async #fromSnapshot(client: ClientBase, read: ReadRows): Promise<Held | undefined> {
    const found = await this.snapshots?.read(client);
    if (!found) return undefined;
    const { register, rows, authority, knownAt, people } = found;
    const evidence = {
      ...{ cadres: register.columns, sources: rows },
      ...(await loadSmall(read, register)),
    };
    const units = await loadUnitPlaces(read);
    const digest = new EvidenceDigest(evidence, people);
    return { evidence, register, units, authority, knownAt, digest };
  }

  /**
   * Sees to the snapshot once nobody waits for what refreshes brought: writes one after a load, when much has
   * changed, and at once when something was removed, which must not stay on the disk.
   */
  async keep(client: ClientBase): Promise<void> {
    if (!this.#unkept) return;
    const { before, refreshed } = this.#unkept;
    const { register, evidence, authority, knownAt, digest } = refreshed;
    const removed = before && (await removedAfter(client, before.knownAt));
    if (removed) await this.snapshots?.forget();
    this.#unkept = undefined;
    if (!removed && this.#changed < register.columns.count * SNAPSHOT_SHARE) return;
    this.#changed = 0;
    const rows = evidence.sources as Readonly<Record<string, SourceRows>>;
    await this.snapshots?.write(client, {
      ...{ register, rows, authority, knownAt, people: digest.people },
    });
  }

  /** Forgets everything, so that the next refresh loads anew: after a failure half way. */
  forget(): void {
    this.#held = undefined;
  }
}

async function load(read: ReadRows, knownAt: string, holding: Holding): Promise<Refreshed> {
  const units = await loadUnitPlaces(read);
  const where = among(KNOWN_NOW, holding);
  const register = await loadRegister(read, where, true);
  const rows: Record<string, SourceRows> = {};
  for (const source of sources) {
    const records = holding.records ? where : 'false';
    rows[source.key] = await loadSource(read, source, ownersIn(register), records, true);
  }
  const evidence = {
    ...{ cadres: register.columns, sources: rows },
    ...(await loadSmall(read, register)),
  };
  const authority = await loadAuthority(read, register);
  const digest = new EvidenceDigest(evidence);
  const held = { evidence, register, units, authority, knownAt, digest };
  return { ...held, touched: 'all', changed: 'all' };
}

/** What there is little of beside the records, so that no snapshot has it. */
async function loadSmall(
  read: ReadRows,
  register: Register,
): Promise<Omit<Evidence, 'cadres' | 'sources'>> {
  return {
    cases: await loadCases(read, register, KNOWN_NOW),
    contests: await loadContests(read, register, KNOWN_NOW),
    undertakings: await loadUndertakings(read, register),
    calendar: await loadCalendar(read, KNOWN_NOW),
  };
}

/** Whether records were removed for good since an instant. */
async function removedAfter(client: ClientBase, instant: string): Promise<boolean> {
  const { rows } = await client.query<{ removed: boolean }>(
    'SELECT EXISTS (SELECT FROM removed_records WHERE removed_at > $1) AS removed',
    [instant],
  );
  return rows[0]?.removed ?? false;
}

async function follow(
  client: ClientBase,
  read: ReadRows,
  held: Held,
  knownAt: string,
  holding: Holding,
): Promise<Refreshed> {
  const touchedBy = async (key: string, condition = among('true', holding)) => {
    const { rows } = await client.query<{ cadre_id: number }>(
      `SELECT cadre_id FROM ${tableOf(key)} WHERE recorded_at > $1 AND ${condition}
       UNION SELECT cadre_id FROM ${tableOf(key)} WHERE superseded_at > $1 AND ${condition}
       UNION SELECT cadre_id FROM removed_records
         WHERE kind = $2 AND removed_at > $1`,
      [held.knownAt, key],
    );
    return rows.map((row) => row.cadre_id);
  };
  // Another calendar moves everybody's deadlines.
  if (await calendarChanged(client, held.knownAt)) return load(read, knownAt, holding);
  const people = [...new Set([...(await touchedBy('cadres')), ...(await touchedBy('postings'))])];
  if (people.length > largestList(held.register.columns.count)) return load(read, knownAt, holding);
  const units = await loadUnitPlaces(read);
  const { register, was, came } = await followRegister(read, held.register, people);
  const touched = new Set(people);
  const rows: Record<string, SourceRows> = {};
  for (const source of sources) {
    const older = held.evidence.sources[source.key];
    const grown =
      older && holding.records && !was && came.length === 0
        ? await grownSource(client, read, source, {
            ...{ older, owners: ownersIn(register), since: held.knownAt },
            people: among('true', holding),
          })
        : undefined;
    if (grown) {
      rows[source.key] = grown;
      const countOf = ({ from, to }: SourceRows, cadre: number) =>
        (to[cadre] ?? 0) - (from[cadre] ?? 0);
      for (const [cadre, id] of register.ids.entries()) {
        if (older && countOf(grown, cadre) !== countOf(older, cadre)) touched.add(id);
      }
      continue;
    }
    // Of those who came it may have records from before.
    const ids = [...new Set([...(await touchedBy(source.key)), ...came])];
    for (const id of ids) touched.add(id);
    const exchange = { held, was, ids, holding };
    rows[source.key] = await exchanged(client, read, source, register, exchange);
  }
  const caseHolders = await touchedBy('appointment-case');
  for (const id of caseHolders) touched.add(id);
  // Contests and undertakings change follow-ups and no score.
  const contesting = await touchedBy(replies.key);
  // In turn: one connection answers one statement at a time. By whatever number: a person may have had another one then.
  const undertaking = (
    await Array.fromAsync(undertakingKinds, ({ key, where }) => touchedBy(key, where))
  ).flat();
  const { cases, contests, undertakings, calendar } = held.evidence;
  const stays = (ids: readonly number[]) => ids.length === 0 && !was;
  const evidence: Evidence = {
    cadres: register.columns,
    sources: rows,
    cases: stays(caseHolders) ? cases : await loadCases(read, register, KNOWN_NOW),
    contests: stays(contesting) ? contests : await loadContests(read, register, KNOWN_NOW),
    undertakings: stays(undertaking) ? undertakings : await loadUndertakings(read, register),
    calendar,
  };
  const changed = [...new Set([...touched, ...contesting, ...undertaking])];
  const most = 2 * changed.length > register.columns.count;
  const sum = most
    ? undefined
    : changedSum(
        held.digest.people,
        peopleSum(held.evidence, indexesIn(held.register, changed)),
        peopleSum(evidence, indexesIn(register, changed)),
      );
  return {
    ...{ evidence, register, units, knownAt, changed },
    authority: await followAuthority(read, register, held, { was, came }),
    digest: new EvidenceDigest(evidence, sum),
    touched: was ? 'all' : indexesIn(register, [...touched]),
  };
}

/** Where these people stand in a register, in order; those who aren't in it are left out. */
function indexesIn({ indexOf }: Register, ids: readonly number[]): number[] {
  return ids.flatMap((id) => indexOf.get(id) ?? []).sort((a, b) => a - b);
}

async function calendarChanged(client: ClientBase, since: string): Promise<boolean> {
  const { rows } = await client.query<{ changed: boolean }>(
    `SELECT EXISTS (SELECT FROM calendar_days WHERE recorded_at > $1)
       OR EXISTS (SELECT FROM calendar_days WHERE superseded_at > $1) AS changed`,
    [since],
  );
  return rows[0]?.changed ?? false;
}

/** What a source's rows are exchanged from: the held ones, where each cadre was in them, and whose are read anew. */
interface Exchange {
  readonly held: Held;
  readonly was: Int32Array | undefined;
  readonly ids: readonly number[];
  readonly holding: Holding;
}

async function exchanged(
  client: ClientBase,
  read: ReadRows,
  source: Source,
  register: Register,
  { held, was, ids: asked, holding }: Exchange,
): Promise<SourceRows> {
  const older = held.evidence.sources[source.key];
  const ids = holding.records ? asked : [];
  if (older && ids.length === 0 && !was) return older;
  if (!older || ids.length > largestList(register.columns.count)) {
    return loadSource(read, source, ownersIn(register), among(KNOWN_NOW, holding), true);
  }
  const placed = indexesIn(register, ids);
  const owners = {
    count: placed.length,
    indexOf: new Map(placed.map((cadre, at) => [register.ids[cadre] as number, at])),
    staffNos: placed.map((cadre) => register.staffNos[cadre] as string),
  };
  const where = `${KNOWN_NOW} AND cadre_id IN (${[0, ...owners.indexOf.keys()].join(',')})`;
  const few = { older, placed, owners, since: held.knownAt };
  const newer =
    (was ? undefined : await grownOfFew(client, read, source, few)) ??
    (await loadSource(read, source, owners, where));
  const appended = was ? undefined : appendRows(older, newer, placed);
  if (appended) return appended;
  const { count } = register.columns;
  const rowCount = older.from.at(-1) ?? 0;
  const room = rowCount < ROOMY_FROM ? 0 : Math.ceil(rowCount * ROOM_SHARE);
  return recluster(older, newer, { count, was, placed }, true, room);
}
