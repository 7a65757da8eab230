import {
  NO_DAY,
  type Undertaking,
  type UndertakingRow,
  type UndertakingsByCadre,
  undertakingsByCadre,
} from '@probity/analytics';
import type { ReadRows } from './copy-rows.js';
import { days, KNOWN_NOW } from './record-query.js';
import type { Register } from './register.js';

/** The kinds of row that undertakings are read from, by whose tables a change shows. */
export const undertakingTables = ['talk-proposals', 'reminder-talk'] as const;

/** The talks that were agreed to; each is held once a talk names the record as its cause. */
const agreedTalks = `SELECT p.cadre_id, 'hold-talk', p.source, p.ref, ${days('p.decided_on')},
    ${days('p.planned_on')},
    (SELECT min(${days('t.held_on')}) FROM reminder_talk t
     WHERE t.cadre_id = p.cadre_id AND t.because_of = p.ref AND ${KNOWN_NOW})
  FROM talk_proposals p WHERE p.superseded_at IS NULL AND p.state = 'accepted'`;

/** Reads what offices have taken on about the register's cadres, as known now. */
export async function loadUndertakings(
  read: ReadRows,
  { indexOf }: Register,
): Promise<UndertakingsByCadre> {
  const found: UndertakingRow[] = [];
  for await (const rows of read(agreedTalks)) {
    for (const [owner, kind, source, ref, agreedOn, dueOn, closedOn] of rows) {
      const cadre = indexOf.get(Number(owner));
      if (cadre === undefined) continue;
      found.push({
        cadre,
        kind: String(kind) as Undertaking['kind'],
        source: String(source),
        ref: String(ref),
        agreedOn: Number(agreedOn),
        dueOn: Number(dueOn),
        closedOn: closedOn == null ? NO_DAY : Number(closedOn),
      });
    }
  }
  return undertakingsByCadre(found);
}
