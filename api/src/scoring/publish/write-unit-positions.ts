import { type Scores, standingAt } from '@probity/analytics';
import type { ClientBase } from 'pg';
import type { Held } from '../load/held-evidence.js';
import type { UnitPlaces } from '../load/unit-places.js';
import { codeOf } from '../runs/position-code.js';
import { cellsText } from './copy-text.js';
import { writeInto } from './write-into.js';

const columns = ['run_id', 'unit_enter', 'scope_unit_id', 'scope_enter', 'positions'] as const;

/** Those who are shown in one unit (0: in none) and are in the scope of one (0: of none). */
interface Group {
  readonly unitEnter: number;
  readonly scopeUnitId: number;
  count: number;
}

/** Writes down, for one run, which positions the people of each unit have: some bytes a person. */
export async function writeUnitPositions(
  client: ClientBase,
  runId: number,
  held: Held,
  scores: Scores,
): Promise<void> {
  await writeInto(client, 'unit_positions', columns, textsOf(runId, held, scores));
}

function* textsOf(runId: number, held: Held, scores: Scores): Generator<string> {
  const { groups, groupOf } = grouped(held, scores);
  let end = 0;
  const next = groups.map(({ count }) => {
    end += count;
    return end - count;
  });
  const positions = new Uint32Array(end);
  for (let at = 0; at < end; at++) {
    const group = groupOf[at] ?? 0;
    const place = next[group] ?? 0;
    positions[place] = at + 1;
    next[group] = place + 1;
  }
  let start = 0;
  for (const { unitEnter, scopeUnitId, count } of groups) {
    const code = codeOf(positions.subarray(start, start + count));
    start += count;
    const cells = cellsText([
      ...[runId, unitEnter || null, scopeUnitId || null],
      held.units.enterOfId.get(scopeUnitId),
      `\\x${code.toString('hex')}`,
    ]);
    yield `${cells}\n`;
  }
}

/** The groups of everyone ranked, and whose group each is in, by order of position. */
function grouped(held: Held, scores: Scores): { groups: readonly Group[]; groupOf: Uint32Array } {
  const unitEnters = unitEntersOf(held.evidence.cadres, held.units, scores.day);
  let units = 1;
  for (const enter of held.units.enterOf.values()) units = Math.max(units, enter + 1);
  const groups: Group[] = [];
  const numbers = new Map<number, number>();
  const groupOf = new Uint32Array(scores.rankedCount);
  for (let at = 0; at < scores.rankedCount; at++) {
    const cadre = scores.order[at] ?? 0;
    const unitEnter = unitEnters[cadre] ?? 0;
    const scopeUnitId = held.authority[cadre] ?? 0;
    const key = scopeUnitId * units + unitEnter;
    let number = numbers.get(key);
    if (number === undefined) {
      number = groups.push({ unitEnter, scopeUnitId, count: 0 }) - 1;
      numbers.set(key, number);
    }
    groupOf[at] = number;
    (groups[number] as Group).count++;
  }
  return { groups, groupOf };
}

type Cadres = Held['evidence']['cadres'];

interface Known {
  readonly day: number;
  readonly digest: string;
  readonly enters: Int32Array;
}

/** Records come in far more often than people change their units: what was found for a register is kept while it lives. */
const known = new WeakMap<Cadres, Known>();

/** The place in the tree of the unit that each cadre is in on a day; 0 for none. */
function unitEntersOf(cadres: Cadres, { enterOf, digest }: UnitPlaces, day: number): Int32Array {
  const found = known.get(cadres);
  if (found?.day === day && found.digest === digest) return found.enters;
  const enters = new Int32Array(cadres.count);
  for (let cadre = 0; cadre < cadres.count; cadre++) {
    const { unitCode } = standingAt(cadres, cadre, day);
    enters[cadre] = (unitCode === null ? undefined : enterOf.get(unitCode)) ?? 0;
  }
  known.set(cadres, { day, digest, enters });
  return enters;
}
