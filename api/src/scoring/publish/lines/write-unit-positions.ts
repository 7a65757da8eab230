import type { Scores } from '@probity/analytics';
import type { ClientBase } from 'pg';
import { CopyLines } from '../../../platform/database/copy-lines.js';
import type { Held } from '../../load/held-evidence.js';
import { codeOf } from '../../runs/position-code.js';
import { unitGroupsOf } from './unit-groups.js';
import { writeInto } from './write-into.js';

const columns = ['run_id', 'unit_enter', 'scope_unit_id', 'scope_enter', 'positions'] as const;

/** Writes down, for one run, which positions the people of each unit have: some bytes a person. */
export async function writeUnitPositions(
  client: ClientBase,
  runId: number,
  held: Held,
  scores: Scores,
): Promise<void> {
  await writeInto(client, 'unit_positions', columns, linesOf(runId, held, scores));
}

function* linesOf(runId: number, held: Held, scores: Scores): Generator<Buffer> {
  const { groups, groupOf } = unitGroupsOf(held, scores.day);
  const { order, position, rankedCount } = scores;
  const starts = new Uint32Array(groups.length + 1);
  // Person by person, as the register has them: memory is read in one direction.
  for (let cadre = 0; cadre < groupOf.length; cadre++) {
    if (position[cadre]) starts[(groupOf[cadre] ?? 0) + 1]!++;
  }
  for (let group = 0; group < groups.length; group++) starts[group + 1]! += starts[group] ?? 0;
  const next = starts.slice();
  const positions = new Uint32Array(rankedCount);
  for (let at = 0; at < rankedCount; at++) {
    positions[next[groupOf[order[at] ?? 0] ?? 0]!++] = at + 1;
  }
  const lines = new CopyLines();
  for (const [group, { unitEnter, scopeUnitId }] of groups.entries()) {
    const own = positions.subarray(starts[group], starts[group + 1]);
    if (own.length === 0) continue;
    lines
      .number(runId)
      .number(unitEnter || null)
      .number(scopeUnitId || null);
    lines.number(held.units.enterOfId.get(scopeUnitId)).bytes(codeOf(own)).endLine();
    yield lines.taken();
  }
}
