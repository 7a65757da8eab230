import type pg from 'pg';
import type { Draw } from '../../../api/src/demo/province/draw.js';
import { type AuditEntry, canonicalBytes } from '../../../api/src/platform/audit/audit-entry.js';

const DAY_MS = 86_400_000;
const LARGEST_GROUP = 400;

/** An entry as a busy office leaves them. */
export function drawnEntry(draw: Draw, number: number): AuditEntry {
  const people = Array.from({ length: draw.whole(0, 12) }, () => `S${draw.whole(1, 3_000)}`);
  const refused = draw.chance(0.05);
  const file = !refused && draw.chance(0.1);
  return {
    at: new Date(Date.UTC(2026, 0, 1) + number * 1_000 + draw.whole(0, DAY_MS)).toISOString(),
    subject: `officer ${draw.whole(1, 40)}`,
    roles: [draw.pick(['inspector', 'leader', 'auditor'])],
    action: draw.pick(['Rankings_list', 'Cadres_score', 'FollowUps_list']),
    phase: file ? 'completed' : 'answered',
    method: 'GET',
    route: '/api/rankings',
    parameters: { path: {}, query: { q: draw.pick(['王', '李']), limit: '100' } },
    people: file || refused ? [] : people,
    status: refused ? 403 : 200,
    denied: refused ? 'not-permitted' : null,
    address: `10.0.0.${draw.whole(1, 250)}`,
    requestId: `request-${number}`,
    rowCount: file ? draw.whole(0, 90_000) : null,
    byteCount: file ? draw.whole(0, 90_000_000) : null,
    sha256: file
      ? draw
          .whole(0, 2 ** 31)
          .toString(16)
          .padStart(64, '0')
      : null,
  };
}

/** Appends entries in groups through the function that the product uses; `between` runs after each group. */
export async function fillLog(
  client: pg.Client,
  draw: Draw,
  entryCount: number,
  between: () => Promise<unknown>,
): Promise<void> {
  for (let made = 0; made < entryCount; ) {
    const group = Math.min(draw.whole(1, LARGEST_GROUP), entryCount - made);
    const entries = Array.from({ length: group }, (_, at) =>
      canonicalBytes(drawnEntry(draw, made + at)),
    );
    await client.query('SELECT audit_append($1)', [entries]);
    made += group;
    await between();
  }
}
