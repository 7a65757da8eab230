import type { Client } from 'pg';
import type { SystemRow } from '../generate/row.js';

/** The tables that the gate is worked out over, by kind of record, with their columns. */
const tables: Readonly<Record<string, { readonly name: string; readonly columns: string }>> = {
  'appointment-case': {
    name: 'appointment_cases',
    columns: 'case_no text, staff_no text, decided_on date, decision text',
  },
  'headcount-review': {
    name: 'headcount_reviews',
    columns: `case_no text, reviewed_on date, established_posts int, filled_posts int,
      leaving_posts int, planned_posts int, improper_treatment boolean`,
  },
  'file-review': {
    name: 'file_reviews',
    columns: 'case_no text, item text, result text, reviewed_on date, resolved_on date',
  },
  'joint-review-reply': {
    name: 'joint_review_replies',
    columns: 'case_no text, department text, requested_on date, replied_on date, opinion text',
  },
  'inspection-notice': {
    name: 'inspection_notices',
    columns: `case_no text, posted_on date, ends_on date, objection_count int,
      objections_settled_on date`,
  },
  'inspection-opinion': {
    name: 'inspection_opinions',
    columns: 'case_no text, given_on date, respondent text, circle text',
  },
  'debriefing-score': {
    name: 'debriefing_scores',
    columns: 'staff_no text, year int, held_on date, grade text',
  },
  'audit-finding': {
    name: 'audit_findings',
    columns: `ref text, staff_no text, found_on date, severity int, rectified_on date,
      return_visited_on date, return_visit_result text, re_rectified_on date`,
  },
  'personal-matter-report': {
    name: 'personal_matter_reports',
    columns: `ref text, staff_no text, due_on date, submitted_on date, check_result text,
      checked_on date`,
  },
  'reminder-talk': {
    name: 'reminder_talks',
    columns: 'ref text, staff_no text, kind text, held_on date',
  },
  sanctions: {
    name: 'sanctions',
    columns: 'ref text, staff_no text, decided_on date, effect_until date',
  },
};

/** Makes the tables of the gate anew, in a schema of their own, and fills them. */
export async function loadGateTables(
  client: Client,
  records: Readonly<Record<string, readonly SystemRow[]>>,
  asked: readonly { readonly case_no: string; readonly day: string }[],
): Promise<void> {
  await client.query(
    'drop schema if exists dossier cascade; create schema dossier; set search_path to dossier',
  );
  for (const [kind, { name, columns }] of Object.entries(tables)) {
    const rows = (records[kind] ?? []).map(({ row }) =>
      Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')),
    );
    await client.query(
      `create table ${name} as select * from jsonb_to_recordset($1::jsonb) as t (${columns})`,
      [JSON.stringify(rows)],
    );
  }
  await client.query(
    'create table asked as select distinct * from jsonb_to_recordset($1::jsonb) as t (case_no text, day date)',
    [JSON.stringify(asked)],
  );
  await client.query('analyze');
}
