-- The records as they stand in the files, one table a kind, plus the system they came from.
create table units (system text, unit_code text, name text, parent_code text);
create table cadres (
  system text, staff_no text, name text, unit_code text, post text, rank text, head boolean,
  appointed_on date, birth_year int, left_on date
);
create table postings (
  system text, staff_no text, unit_code text, post text, rank text, head boolean,
  from_on date, to_on date
);
create table inspection_opinions (
  system text, ref text, staff_no text, given_on date, respondent text, circle text, rating int,
  channel text, ballot_count int, text text, case_no text, verified_on date, verification text
);
create table debriefing_scores (
  system text, staff_no text, year int, held_on date, score numeric, grade text,
  internal_score numeric, public_score numeric, vote_count int, decision text, decided_on date
);
create table audit_findings (
  system text, ref text, staff_no text, audit_no text, phase text, responsibility text,
  found_on date, severity int, category text, amount numeric, rectify_by date, rectified_on date,
  return_visit_by date, return_visited_on date, return_visit_result text, re_rectified_on date,
  re_verified_on date
);
create table personal_matter_reports (
  system text, ref text, staff_no text, period text, kind text, topic text, due_on date,
  submitted_on date, check_reason text, check_result text, checked_on date
);
create table reminder_talks (
  system text, ref text, staff_no text, kind text, held_on date, because_of text, problem text,
  correct_by date, corrected_on date
);
create table education_sessions (
  system text, ref text, staff_no text, kind text, held_on date, attended text
);
create table heart_to_heart_talks (
  system text, ref text, staff_no text, held_on date, held_by text
);
create table appointment_cases (
  system text, case_no text, kind text, staff_no text, unit_code text, post text, rank text,
  opened_on date, decided_on date, decision text
);
create table headcount_reviews (
  system text, case_no text, reviewed_on date, established_posts int, filled_posts int,
  improper_treatment boolean
);
create table file_reviews (
  system text, case_no text, item text, result text, reviewed_on date, resolved_on date
);
create table joint_review_replies (
  system text, case_no text, department text, requested_on date, due_on date, replied_on date,
  opinion text
);
create table inspection_notices (
  system text, case_no text, kind text, posted_on date, ends_on date, objection_count int,
  objections_settled_on date
);
create table contests (
  system text, ref text, staff_no text, filed_on date, answered_on date
);

-- What is asked: the as-of day, and the parts of a policy that have no number by default.
create table asked (day date not null);
create table listed_ranks (rank text not null);
create table needed_years (years int not null);
create table expected_from (kind text not null, from_on date not null);
create table count_from (kind text not null, from_on date not null);
