import {
  NO_DAY,
  type Undertaking,
  type UndertakingRow,
  type UndertakingsByCadre,
  undertakingsByCadre,
} from '@probity/analytics';
import type { ReadRows } from '../copy/copy-rows.js';
import { days } from './record-query.js';
import type { Register } from './register.js';

/** A kind of row that undertakings are read from. */
export interface UndertakingKind {
  readonly key: string;
  /** SQL: which versions can be one; what comes or goes without ever being one changes nothing. */
  readonly where?: string;
}

/** Where a change of undertakings shows. Proposals come in great numbers each day; only those that were agreed to matter. */
export const undertakingKinds: readonly UndertakingKind[] = [
  { key: 'talk-proposals', where: `state = 'accepted'` },
  { key: 'reminder-talk' },
  { key: 'random-check-people' },
  { key: 'personal-matter-report' },
];

const known = (t: string) => `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`;

/** The talks that were agreed to; each is held once a talk names the record as its cause. */
const agreedTalks = `SELECT p.cadre_id, 'hold-talk', p.source, p.ref, ${days('p.decided_on')},
    ${days('p.planned_on')},
    (SELECT min(${days('t.held_on')}) FROM reminder_talk t
     WHERE t.cadre_id = p.cadre_id AND t.because_of = p.ref AND ${known('t')})
  FROM talk_proposals p WHERE p.superseded_at IS NULL AND p.state = 'accepted'`;

/**
 * The checks that were drawn, or that a promotion asks for; each is made once the year's report has a
 * result, and is called as that report is, or by the year where there is none.
 */
const agreedChecks = `SELECT person.id, 'check-report', 'personal-matter-report',
    coalesce(report.name, k.year::text), ${days('p.agreed_on')}, ${days('p.due_on')}, report.checked
  FROM random_check_people p JOIN random_checks k ON k.id = p.check_id
  LEFT JOIN merges m ON m.cadre_id = p.cadre_id AND m.split_at IS NULL
  CROSS JOIN LATERAL (SELECT coalesce(m.now_id, p.cadre_id) AS id) person
  CROSS JOIN LATERAL (
    SELECT min(coalesce(r.ref, concat_ws('/', c.staff_no, r.period, r.kind, nullif(r.topic, '')))) AS name,
      min(${days('coalesce(r.checked_on, r.due_on)')})
        FILTER (WHERE r.check_result IN ('consistent', 'omitted', 'concealed')) AS checked
    FROM personal_matter_report r JOIN cadres c ON c.cadre_id = r.cadre_id AND ${known('c')}
    WHERE r.cadre_id = person.id AND r.kind = 'annual' AND ${known('r')}
      AND (regexp_match(r.period, '^\\s*(\\d{4})\\s*年?度?\\s*$'))[1]::int = k.year
  ) report
  WHERE p.agreed_on IS NOT NULL`;

/** Reads what offices have taken on about the register's cadres, as known now. */
export async function loadUndertakings(
  read: ReadRows,
  { indexOf }: Register,
): Promise<UndertakingsByCadre> {
  const found: UndertakingRow[] = [];
  for await (const rows of read(`${agreedTalks} UNION ${agreedChecks}`)) {
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
