import type { Scores } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { AUTHORITY_LOCK } from '../../platform/access/authority.js';
import type { Held } from '../load/held-evidence.js';
import type { RunRequest } from '../worker/messages.js';
import { changedFollowUps } from './changed-follow-ups.js';
import type { ChangedPeople } from './changed-people.js';
import {
  bringForward,
  demandOwnRun,
  type Front,
  frontOf,
  markOvertaken,
  type Publication,
} from './front.js';
import { followUpColumns, followUpLines, ownColumns } from './lines/follow-up-lines.js';
import { scoreColumns, scoreLines } from './lines/score-lines.js';
import { endRows, writeInto } from './lines/write-into.js';
import { writePlaces } from './lines/write-places.js';
import { writeUnitPositions } from './lines/write-unit-positions.js';
import type { PublishedMarks } from './published-marks.js';
import { FollowUpTally, tallyOf } from './tally/follow-up-tally.js';

/** Any number, the same in every process: runs are published one after another. */
const PUBLISH_LOCK = 7_106_250;

/** Of so large a share of everyone, but no fewer than so many, all rows are written anew. */
const LARGEST_SHARE = 0.2;
const FEW = 2000;

/** The columns that reads are planned by; to look at names and subtotals takes longer than at all of these. */
const everyRowsPlannedBy =
  'run_id, from_run, until_run, cadre_id, unit_enter, scope_unit_id, scope_enter';
const scoresPlannedBy = `scores (${everyRowsPlannedBy}, ranked, total, band)`;
const followUpsPlannedBy = `follow_ups (${everyRowsPlannedBy}, due_on, state, kind, owed_by, inherited)`;

/** What this process remembers of what came and of what it published. */
export interface PublishingMemory {
  /** Whose evidence has changed since when. */
  readonly changed: ChangedPeople;
  readonly marks: PublishedMarks;
}

/**
 * Writes a run and publishes it, all in one transaction: readers see the whole of it or nothing. Where
 * the run in front for that day differs from it in some people's evidence only, their rows alone are
 * written; where that is most people, but few follow-ups became others, those alone beside all scores.
 */
export async function publish(
  client: ClientBase,
  held: Held,
  scores: Scores,
  request: RunRequest,
  memory: PublishingMemory,
): Promise<void> {
  const run = { client, held, scores, request };
  await client.query('BEGIN');
  try {
    await lockPublishing(client);
    await demandOwnRun(client, request);
    const front = await frontOf(run);
    const changed = front?.alike ? memory.changed.since(front.knownAt) : undefined;
    let keep: (() => void) | undefined;
    if (front?.alike && front.knownAt > held.knownAt) await markOvertaken(run);
    else if (front && changed && isFew(run, changed.size)) {
      keep = await publishChanges(run, front, changed, memory.marks);
    } else {
      // Writing everyone takes a while, in which others may publish.
      await client.query('ROLLBACK');
      await client.query('BEGIN');
      keep = await publishEveryone(run, changed && front, memory.marks);
    }
    await client.query('COMMIT');
    keep?.();
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

const lockPublishing = (client: ClientBase) =>
  client.query('SELECT pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);

/** Whether these are so few that ending their rows is less work than writing everyone's. */
const isFew = ({ held }: Pick<Publication, 'held'>, count: number): boolean =>
  count <= Math.max(FEW, held.evidence.cadres.count * LARGEST_SHARE);

/** Whose follow-ups publishing will ask for (by internal number), as far as can be told before it has the lock. */
export async function followUpsNeeded(
  run: Pick<Publication, 'client' | 'held' | 'request'>,
  memory: PublishingMemory,
): Promise<'all' | readonly number[]> {
  const front = await frontOf(run);
  const changed = front?.alike ? memory.changed.since(front.knownAt) : undefined;
  return changed && isFew(run, changed.size) ? [...changed] : 'all';
}

/** Writes everyone's rows; with a run in front whose follow-ups are known, of those only the ones that became others, if they are few. */
async function publishEveryone(
  run: Publication,
  front: Front | undefined,
  marks: PublishedMarks,
): Promise<() => void> {
  const { client, held, scores, request } = run;
  const { runId, asOf } = request;
  const rows = { held, scores, baseId: runId, runId };
  const known = front && marks.of(asOf, front.id);
  const counted = known && tallyOf(rows, request.policy);
  const others = counted && othersOf(held, counted, known);
  // The digest is told with the run, and of everybody takes some seconds.
  const meanwhile = () => held.digest.workOutSome();
  let followUpsBaseId = runId;
  let tally = counted;
  if (front && tally && others && isFew(run, others.length)) {
    await writeInto(client, 'scores', scoreColumns, scoreLines(rows, tally), { meanwhile });
    await client.query(`ANALYZE ${scoresPlannedBy}`);
    await writePositions(run);
    await lockPublishing(client);
    // What lies with the run in front may be changed only while that is still in front.
    const again = await frontOf(run);
    if (again?.id === front.id) {
      followUpsBaseId = front.followUpsBaseId;
      await writeOthers(run, front, others, marks.madeOf(front.id));
    } else
      await writeInto(client, 'follow_ups', followUpColumns, followUpLines(rows, request.policy));
  } else {
    tally = tally ?? new FollowUpTally(held);
    const lines = followUpLines(rows, request.policy, counted ? undefined : tally);
    await writeInto(client, 'follow_ups', followUpColumns, lines, { meanwhile });
    await writeInto(client, 'scores', scoreColumns, scoreLines(rows, tally), { meanwhile });
    // Who reads them next is planned for by what there is now.
    await client.query(`ANALYZE ${scoresPlannedBy}, ${followUpsPlannedBy}`);
    await writePositions(run);
    await lockPublishing(client);
  }
  await bringForward(run, { baseId: runId, followUpsBaseId });
  const kept = tally;
  return () => marks.keepAll(asOf, runId, held, kept);
}

/** Those (by internal number) whose follow-ups have another mark than is known, or who are in the register no more. */
function othersOf({ register }: Held, { marks }: FollowUpTally, known: Float64Array): number[] {
  const others = register.ids.filter((id, cadre) => marks[cadre] !== known[id]);
  known.forEach((mark, id) => {
    if (mark > 0 && !register.indexOf.has(id)) others.push(id);
  });
  return others;
}

/**
 * Writes the follow-ups of people (by internal number) in place of those they had in the run in front. Where
 * it is known what that was made of, only rows that differ are looked for and written.
 */
async function writeOthers(
  { client, held, scores, request }: Publication,
  { followUpsBaseId: baseId }: Front,
  others: readonly number[],
  before: Held | undefined,
): Promise<void> {
  if (others.length === 0) return;
  const { runId, policy } = request;
  // Whoever moves rows of a person to another scope, or erases them, waits.
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [AUTHORITY_LOCK]);
  if (before && !held.tellFollowUps) {
    const both = { before, held, scores, baseId, runId, people: others };
    const { gone, goneCount, came } = changedFollowUps(both, policy);
    const going = { lines: gone, count: goneCount, told: ownColumns, baseId, runId };
    if (await endRows(client, 'follow_ups', followUpColumns, going)) {
      return writeInto(client, 'follow_ups', followUpColumns, came);
    }
    // Somebody's were moved or removed since: these people's are compared row by row.
  }
  const rows = { held, scores, baseId, runId, people: inRegister(held, others) };
  const lines = followUpLines(rows, policy);
  const inPlaceOf = { baseId, runId, people: others };
  await writeInto(client, 'follow_ups', followUpColumns, lines, { inPlaceOf });
}

/** Where people stand in the register; those who are in it no more have no further row. */
const inRegister = ({ register }: Held, ids: Iterable<number>): number[] =>
  [...ids].flatMap((id) => register.indexOf.get(id) ?? []);

/** Writes where everyone stands: over all, and in each unit. */
async function writePositions({ client, held, scores, request }: Publication): Promise<void> {
  await writePlaces(client, request.runId, held.register, scores);
  await writeUnitPositions(client, request.runId, held, scores);
}

async function publishChanges(
  run: Publication,
  front: Front,
  changed: ReadonlySet<number>,
  marks: PublishedMarks,
): Promise<() => void> {
  const { client, held, scores, request } = run;
  const { runId, asOf, policy } = request;
  const { baseId } = front;
  const rows = { held, scores, baseId, runId, people: inRegister(held, changed) };
  const tally = tallyOf(rows, policy);
  const markOf = marks.finder(asOf, front.id, changed, policy);
  const isOther = (id: number) => {
    const cadre = held.register.indexOf.get(id);
    return cadre === undefined || tally.marks[cadre] !== markOf?.(id);
  };
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [AUTHORITY_LOCK]);
  await writeOthers(run, front, [...changed].filter(isOther), marks.madeOf(front.id));
  const people = [...changed];
  await writeInto(client, 'scores', scoreColumns, scoreLines(rows, tally), {
    inPlaceOf: { baseId, runId, people },
  });
  await writePositions(run);
  await bringForward(run, front);
  const step = { id: runId, before: front.id };
  return () => marks.keepSome(asOf, step, changed, held, tally);
}
