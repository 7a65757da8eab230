import {
  type Evidence,
  replaceCadres,
  replies,
  type Source,
  type SourceRows,
  sources,
} from '@probity/analytics';
import type { ClientBase } from 'pg';
import type { Snapshots } from '../snapshot/snapshots.js';
import { type Authority, followAuthority, loadAuthority } from './authority.js';
import { loadCalendar } from './calendar.js';
import { loadCases } from './cases.js';
import { loadContests } from './contests.js';
import { copyRows, type ReadRows } from './copy-rows.js';
import { evidenceDigest } from './digest.js';
import { KNOWN_NOW, tableOf } from './record-query.js';
import { loadRegister, type Register } from './register.js';
import { loadSource } from './source-rows.js';
import { loadUndertakings, undertakingTables } from './undertakings.js';
import { loadUnitPlaces, type UnitPlaces } from './unit-places.js';

/** Where a source has new rows of more people than that, in number and as a share, it is read anew. */
const LARGEST_LIST = 1000;
const LARGEST_SHARE = 0.1;

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
  readonly digest: string;
}

/** What came with a refresh: which cadres (by index) have other evidence now; `all` after a new load. */
export interface Refreshed extends Held {
  readonly touched: readonly number[] | 'all';
  /** Whose scores or follow-ups may be others now, by internal number; some may be in the register no more. */
  readonly changed: readonly number[] | 'all';
}

/**
 * The columns, which follow the tables by deltas. `commit_clock` is read in the same snapshot as
 * the tables, and commits take their instant one after another, so that whatever has a later
 * `recorded_at` or `superseded_at` than the clock's last value is exactly what is new.
 */
export class HeldEvidence {
  #held: Held | undefined;
  /** How many people's evidence has changed since a snapshot was written. */
  #changed = 0;

  constructor(private readonly snapshots?: Snapshots) {}

  /** Brings the columns up to the snapshot of this transaction (repeatable read). */
  async refresh(client: ClientBase): Promise<Refreshed> {
    const { rows } = await client.query<{ at: string }>('SELECT at FROM commit_clock');
    const knownAt = rows[0]?.at ?? '';
    if (this.#held?.knownAt === knownAt) return { ...this.#held, touched: [], changed: [] };
    const read = copyRows(client);
    const anew = this.#held === undefined;
    const held = this.#held ?? (await this.#fromSnapshot(client, read));
    const refreshed = held ? await follow(client, read, held, knownAt) : await load(read, knownAt);
    const { touched: _t, changed: _c, ...next } = refreshed;
    this.#held = next;
    await this.#keep(client, held, refreshed);
    return anew ? { ...refreshed, touched: 'all', changed: 'all' } : refreshed;
  }

  async #fromSnapshot(client: ClientBase, read: ReadRows): Promise<Held | undefined> {
    const found = await this.snapshots?.read(client);
    if (!found) return undefined;
    const { register, rows, authority, knownAt, digest } = found;
    const evidence = {
      ...{ cadres: register.columns, sources: rows },
      ...(await loadSmall(read, register)),
    };
    return { evidence, register, authority, knownAt, digest, units: await loadUnitPlaces(read) };
  }

  /** Writes a snapshot after a load, when much has changed, and at once when something was removed, which must not stay on the disk. */
  async #keep(client: ClientBase, before: Held | undefined, refreshed: Refreshed): Promise<void> {
    const { touched, register, evidence, authority, knownAt, digest } = refreshed;
    const removed = before && (await removedAfter(client, before.knownAt));
    if (removed) await this.snapshots?.forget();
    this.#changed += touched === 'all' ? Number.POSITIVE_INFINITY : touched.length;
    if (!removed && this.#changed < register.columns.count * SNAPSHOT_SHARE) return;
    this.#changed = 0;
    const rows = evidence.sources as Readonly<Record<string, SourceRows>>;
    await this.snapshots?.write(client, { register, rows, authority, knownAt, digest });
  }

  /** Forgets everything, so that the next refresh loads anew: after a failure half way. */
  forget(): void {
    this.#held = undefined;
  }
}

async function load(read: ReadRows, knownAt: string): Promise<Refreshed> {
  const units = await loadUnitPlaces(read);
  const register = await loadRegister(read, KNOWN_NOW, true);
  const rows: Record<string, SourceRows> = {};
  for (const source of sources)
    rows[source.key] = await loadSource(read, source, register, KNOWN_NOW, true);
  const evidence = {
    ...{ cadres: register.columns, sources: rows },
    ...(await loadSmall(read, register)),
  };
  const authority = await loadAuthority(read, register);
  const digest = evidenceDigest(evidence);
  return { evidence, register, units, authority, knownAt, digest, touched: 'all', changed: 'all' };
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
): Promise<Refreshed> {
  const touchedBy = async (key: string) => {
    const { rows } = await client.query<{ cadre_id: number }>(
      `SELECT cadre_id FROM ${tableOf(key)} WHERE recorded_at > $1
       UNION SELECT cadre_id FROM ${tableOf(key)} WHERE superseded_at > $1
       UNION SELECT cadre_id FROM removed_records WHERE kind = $2 AND removed_at > $1`,
      [held.knownAt, key],
    );
    return rows.map((row) => row.cadre_id);
  };
  // Another calendar moves everybody's deadlines.
  if (await calendarChanged(client, held.knownAt)) return load(read, knownAt);
  const units = await loadUnitPlaces(read);
  const people = new Set([...(await touchedBy('cadres')), ...(await touchedBy('postings'))]);
  const register = people.size > 0 ? await loadRegister(read, KNOWN_NOW, true) : held.register;
  // A person who came or went shifts every index after it: then the columns are laid out anew.
  if (!samePeople(held.register, register)) return load(read, knownAt);

  const touched = new Set(people);
  const rows: Record<string, SourceRows> = {};
  for (const source of sources) {
    const ids = await touchedBy(source.key);
    for (const id of ids) touched.add(id);
    rows[source.key] = await exchanged(read, source, register, held, ids);
  }
  const caseHolders = await touchedBy('appointment-case');
  for (const id of caseHolders) touched.add(id);
  const cases =
    caseHolders.length > 0 ? await loadCases(read, register, KNOWN_NOW) : held.evidence.cases;
  // Contests and undertakings change follow-ups and no score.
  const contesting = await touchedBy(replies.key);
  const contests =
    contesting.length > 0 ? await loadContests(read, register, KNOWN_NOW) : held.evidence.contests;
  const undertakers = await Promise.all(undertakingTables.map(touchedBy));
  const undertakings = undertakers.some((ids) => ids.length > 0)
    ? await loadUndertakings(read, register)
    : held.evidence.undertakings;
  const { calendar } = held.evidence;
  const evidence = {
    cadres: register.columns,
    sources: rows,
    cases,
    contests,
    undertakings,
    calendar,
  };
  const changed = [...new Set([...touched, ...contesting, ...undertakers.flat()])];
  const indexes = [...touched]
    .flatMap((id) => register.indexOf.get(id) ?? [])
    .sort((a, b) => a - b);
  const authority = await followAuthority(read, register, held.authority, held.knownAt);
  const digest = evidenceDigest(evidence);
  return {
    evidence,
    register,
    units,
    authority,
    knownAt,
    digest,
    touched: indexes,
    changed,
  };
}

async function calendarChanged(client: ClientBase, since: string): Promise<boolean> {
  const { rows } = await client.query<{ changed: boolean }>(
    `SELECT EXISTS (SELECT FROM calendar_days WHERE recorded_at > $1)
       OR EXISTS (SELECT FROM calendar_days WHERE superseded_at > $1) AS changed`,
    [since],
  );
  return rows[0]?.changed ?? false;
}

async function exchanged(
  read: ReadRows,
  source: Source,
  register: Register,
  held: Held,
  ids: readonly number[],
): Promise<SourceRows> {
  const older = held.evidence.sources[source.key];
  if (older && ids.length === 0) return older;
  // A list of very many people costs more than reading them all.
  if (!older || ids.length > Math.max(LARGEST_LIST, register.columns.count * LARGEST_SHARE)) {
    return loadSource(read, source, register, KNOWN_NOW, true);
  }
  const where = `${KNOWN_NOW} AND cadre_id IN (${ids.join(',')})`;
  const newer = await loadSource(read, source, register, where);
  const indexes = ids.flatMap((id) => register.indexOf.get(id) ?? []);
  return replaceCadres(older, indexes, newer, true);
}

function samePeople(before: Register, after: Register): boolean {
  return (
    before === after ||
    (before.ids.length === after.ids.length &&
      before.ids.every((id, index) => id === after.ids[index]))
  );
}
