import { counts, type Look, seenByAsker, today } from './look.js';

/** The kinds that an appointment case collects, with the field that dates each. */
export const datedOfCase: Readonly<Record<string, string>> = {
  'headcount-review': 'reviewed_on',
  'file-review': 'reviewed_on',
  'joint-review-reply': 'requested_on',
  'inspection-notice': 'posted_on',
  'inspection-opinion': 'given_on',
};

const tableOf = (kind: string) => kind.replaceAll('-', '_');

/** The case of each row, of several systems' the one that came last: all at once, since a file may have very many rows. */
const caseOfRow = `
  JOIN (
    SELECT DISTINCT ON (a.case_no) a.case_no, a.opened_on FROM appointment_case a
    WHERE ${counts('a')} AND a.case_no IN (SELECT case_no FROM written)
    ORDER BY a.case_no, a.recorded_at DESC, a.id DESC
  ) about ON about.case_no = n.case_no`;

/** A record of a case from before the case. */
const beforeCase = (kind: string): Look => {
  const date = datedOfCase[kind]!;
  return {
    code: 'before-case-opened',
    column: date,
    en: 'The case was opened on %s, after this date. Correct the date, or the day on which the case was opened.',
    zh: '该事项于 %s 启动，晚于此日期。请更正日期，或更正事项的启动日期。',
    value: `n.${date}::text`,
    said: 'about.opened_on::text',
    joins: caseOfRow,
    where: `n.${date} < about.opened_on`,
  };
};

/** What policy asks in joint review; null where it says nothing. */
const departments = `(SELECT p.document #> '{appointments,requiredDepartments}' FROM policies p
  ORDER BY p.version DESC LIMIT 1)`;

const replies: readonly Look[] = [
  {
    code: 'department-not-asked',
    column: 'department',
    en: 'Policy asks other departments in joint review: %s. If this one was asked as well, leave it; else correct its name.',
    zh: '联审范围内的部门为：%s。如确已征求该部门意见，可保留；否则请更正部门名称。',
    value: 'n.department',
    said: `(SELECT string_agg(name, ', ') FROM jsonb_array_elements_text(${departments}) name)`,
    where: `NOT ${departments} ? n.department`,
  },
  {
    code: 'reply-incomplete',
    column: 'opinion',
    en: 'There is a day of reply and no opinion, or an opinion and no day. The reply counts once both are there.',
    zh: '只有答复日期而无意见，或只有意见而无答复日期。两者齐全后该答复方可计入。',
    value: 'coalesce(n.opinion, n.replied_on::text)',
    where: '(n.opinion IS NULL) <> (n.replied_on IS NULL)',
  },
];

const cases: readonly Look[] = [
  {
    code: 'cadre-left',
    column: 'staff_no',
    en: 'Whoever this case is about left on %s. Close the case, or correct the day in the register.',
    zh: '该事项的人选已于 %s 离任。请办结该事项，或更正登记的离任日期。',
    value: 'n.case_no',
    said: 'person.left_on::text',
    joins: `JOIN LATERAL (
      SELECT c.left_on FROM cadres c WHERE c.cadre_id = n.cadre_id AND ${counts('c')}
      ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
    ) person ON true`,
    where: `person.left_on <= CASE WHEN n.decided_on IS NULL THEN ${today}
      WHEN n.decision = 'appointed' THEN n.decided_on ELSE n.opened_on END`,
  },
  {
    code: 'decision-without-day',
    column: 'decided_on',
    en: 'A decision without its day does not count: the case stays open. Add the day.',
    zh: '决定缺少日期，不予计入，该事项仍视为未决定。请补充日期。',
    value: 'n.decision',
    where: 'n.decision IS NOT NULL AND n.decided_on IS NULL',
  },
  {
    code: 'day-without-decision',
    column: 'decision',
    en: 'There is a day of decision, but not what was decided. Add the decision.',
    zh: '有决定日期而无决定内容。请补充决定。',
    value: 'n.decided_on::text',
    where: 'n.decision IS NULL AND n.decided_on IS NOT NULL',
  },
  {
    code: 'case-open-already',
    column: 'post',
    en: 'Another case for this post is still open. Decide or withdraw one of the two; if there are several such posts, give them post codes.',
    zh: '该职务另有未决定的事项。请先办结其一；如确有多个同名职务，请填写职务代码加以区分。',
    value: 'n.post',
    where: `n.decision IS NULL AND EXISTS (
      SELECT FROM appointment_case o
      WHERE ${counts('o')} AND o.decision IS NULL AND o.case_no <> n.case_no
        AND o.unit_code = n.unit_code AND o.rank = n.rank
        AND CASE WHEN o.post_code <> '' AND n.post_code <> '' THEN o.post_code = n.post_code
          ELSE o.post = n.post END
        AND ${seenByAsker('o.cadre_id')})`,
  },
  {
    code: 'records-before-case',
    column: 'opened_on',
    en: 'Reviews, notices or opinions of this case are dated before it was opened: the earliest on %s. Correct one or the other.',
    zh: '该事项的审核、公示或意见早于启动日期，最早为 %s。请更正其一。',
    value: 'n.opened_on::text',
    said: 'earliest.on_day::text',
    joins: `JOIN LATERAL (
      SELECT min(on_day) AS on_day FROM (${Object.entries(datedOfCase)
        .map(
          ([kind, date]) => `SELECT r.${date} AS on_day FROM ${tableOf(kind)} r
            WHERE r.cadre_id = n.cadre_id AND r.case_no = n.case_no AND ${counts('r')}`,
        )
        .join(' UNION ALL ')}) of_case
    ) earliest ON true`,
    where: 'earliest.on_day < n.opened_on',
  },
];

/** What is looked at in cases and in what belongs to them, by kind. */
export const caseLooks: Readonly<Record<string, readonly Look[]>> = {
  'appointment-case': cases,
  ...Object.fromEntries(Object.keys(datedOfCase).map((kind) => [kind, [beforeCase(kind)]])),
  'joint-review-reply': [beforeCase('joint-review-reply'), ...replies],
};
