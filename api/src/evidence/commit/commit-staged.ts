import { tick } from '../../platform/database/commit-clock.js';
import type { ImportCounts } from '../imports/import.js';
import { noteRefusedPeople } from '../quarantine/refused-people.js';
import type { Batch } from './batch.js';
import { followCases } from './case-owners.js';
import { keyRows } from './key.js';
import { refuseMergedNumbers } from './merged-numbers.js';
import { refuseOwnRecords } from './own-records.js';
import { settlePlaces } from './places.js';
import { refuseUnknownReferences } from './references/references.js';
import { keepCauses, keepWaitingNotes, keepWarnings, quarantine } from './refusals.js';
import { releaseWaiting } from './release.js';
import { noteClosedUnits } from './second-looks/closed-units.js';
import { noteLookAlikes, noteSameContent } from './second-looks/same-content.js';
import { type Asker, noteUnlikelyRows } from './second-looks/unlikely-rows.js';
import { compareWithCurrent, sortOutRepeats } from './sort.js';
import type { StagedRows } from './stage.js';
import { noteNewerVersions, overtakeWaiting, sortOutWaiting } from './waiting.js';
import { countFates, writeVersions } from './write.js';

/** What a commit of staged rows came to. */
export interface Committed {
  readonly counts: ImportCounts;
  /** The instants given to rows: the first, and the last where rows were released too. */
  readonly from: string;
  readonly to: string;
  /** Kinds that have new versions. */
  readonly kinds: ReadonlySet<string>;
  /** An atomic import refused rows: nothing was written but the causes. */
  readonly refused: boolean;
}

/** How the rows of a stage are to be committed. */
export interface CommitOrder {
  /** Any refused row refuses all. */
  readonly atomic: boolean;
  /** The same bytes were committed before: nothing is to be undone by them. */
  readonly repeated: (batch: Batch) => Promise<boolean>;
  /** Looks at the rows (`keyed`, `target`) before any is written. What it throws ends the commit. */
  readonly demand?: (batch: Batch) => Promise<void>;
  /** Of whom notes may tell; of everybody without it, by no name. */
  readonly asker?: Asker | undefined;
}

/**
 * Gives every staged row its fate and writes those that count, under the commit lock, within the
 * caller's transaction: identity, quarantine, new versions, releases, unit tree.
 */
export async function commitStaged(
  batch: Batch,
  staged: StagedRows,
  order: CommitOrder,
): Promise<Committed> {
  const { client, kind } = batch;
  const from = await tick(client);
  const rows = staged.rowCount;
  const nothing = { from, to: from, kinds: new Set<string>(), refused: false };
  const repeated = !batch.revert && (await order.repeated(batch));
  await keyRows(batch);
  // All or nothing: a row that waits is refused for its own cause, as it was the first time.
  if (repeated || !order.atomic) await sortOutWaiting(batch);
  await refuseMergedNumbers(batch);
  await sortOutRepeats(batch);
  await compareWithCurrent(batch);
  if (repeated) {
    const notes = (await keepWaitingNotes(batch)) + (await noteNewerVersions(batch));
    return { ...nothing, counts: { ...none, rows, duplicates: rows, warnings: notes } };
  }
  await order.demand?.(batch);
  await refuseOwnRecords(batch);
  if (!batch.withdraw) await refuseUnknownReferences(batch);
  if (order.atomic) await sortOutWaiting(batch, true);

  const { duplicates, refused } = await countFates(batch);
  if (order.atomic && (refused > 0 || staged.refusedCount > 0)) {
    await keepCauses(batch);
    return { ...nothing, refused: true, counts: none };
  }
  const { rowCount: accepted, replacedCount: changed } = await writeVersions(batch, from);
  const moved = await followCases(batch, from);
  const quarantined = rows - accepted - duplicates;
  if (quarantined > 0) {
    await keepCauses(batch);
    await quarantine(batch);
    await noteRefusedPeople(client, batch.importId);
  }
  await overtakeWaiting(batch);
  let warnings = await keepWarnings(batch);
  if (accepted > 0 && !batch.withdraw) {
    warnings += await noteSameContent(batch, from);
    warnings += await noteLookAlikes(batch);
    warnings += await noteClosedUnits(batch, from);
    warnings += await noteUnlikelyRows(batch, from, order.asker);
  }
  const counts = { rows, accepted, changed, duplicates, quarantined, warnings };
  if (accepted === 0) return { ...nothing, counts };
  const releases = batch.withdraw
    ? { kinds: new Set([kind.key]), at: from }
    : await releaseWaiting(client, kind, from);
  const kinds = new Set([...releases.kinds, ...moved]);
  await settlePlaces(client, kinds, { from, to: releases.at });
  return { counts, from, to: releases.at, kinds, refused: false };
}

const none: ImportCounts = {
  rows: 0,
  accepted: 0,
  changed: 0,
  duplicates: 0,
  quarantined: 0,
  warnings: 0,
};
