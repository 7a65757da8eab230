import { counts, type Look, today } from './look.js';

/** What is looked at in postings and people, by kind. */
export const careerLooks: Readonly<Record<string, readonly Look[]>> = {
  postings: [
    {
      code: 'posting-overlaps',
      column: 'from_on',
      en: 'This posting overlaps another one of the same person%s; on the days of both, the later one counts. Correct one of them if it has ended.',
      zh: '该任职与本人另一段任职%s时间重叠，重叠期间以后一段为准。如有一段已结束，请更正。',
      value: `n.from_on::text`,
      // What other offices sent is not told here.
      said: 'other.words',
      joins: `JOIN LATERAL (
        SELECT CASE WHEN o.source_system = n.source_system
          THEN ' (' || o.unit_code || ', ' || o.from_on || coalesce(' / ' || o.to_on, '') || ')' END AS words
        FROM postings o
        WHERE o.cadre_id = n.cadre_id AND ${counts('o')} AND o.record_key <> n.record_key
          AND (o.to_on IS NULL OR o.to_on > n.from_on) AND (n.to_on IS NULL OR n.to_on > o.from_on)
          AND (o.to_on IS NULL OR o.to_on > o.from_on)
        ORDER BY o.from_on, o.id LIMIT 1
      ) other ON true`,
      where: 'n.to_on IS NULL OR n.to_on > n.from_on',
    },
    {
      code: 'posting-without-days',
      column: 'to_on',
      en: 'This posting has no day: it ends on the day it begins, and the end is the first day after it. Say in the mapping if the last day is meant.',
      zh: '该任职没有任何一天：结束日期为离任后的第一天，与开始日期相同。如为在任最后一天，请在映射中注明。',
      value: 'n.to_on::text',
      where: 'n.to_on = n.from_on',
    },
  ],
  cadres: [
    {
      code: 'case-of-cadre-left',
      column: 'left_on',
      en: 'An appointment case about this person is still open. Close the case, or correct the day.',
      zh: '该人员离任后仍有未决定的任用事项。请办结该事项，或更正离任日期。',
      value: 'n.left_on::text',
      where: `n.left_on <= ${today} AND EXISTS (
        SELECT FROM appointment_case a
        WHERE a.cadre_id = n.cadre_id AND ${counts('a')} AND a.decided_on IS NULL)`,
    },
  ],
};
