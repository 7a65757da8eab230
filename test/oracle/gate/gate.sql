-- The gate of every asked case on every asked day: one row for each reason.
create table reasons as
with a as (
  select asked.case_no, asked.day, c.staff_no from asked join appointment_cases c using (case_no)
), headcount as (
  select distinct on (a.case_no, a.day) a.case_no, a.day, h.improper_treatment,
    h.filled_posts - coalesce(h.leaving_posts, 0) + coalesce(h.planned_posts, 1)
      > h.established_posts as is_over
  from a join headcount_reviews h using (case_no)
  where h.reviewed_on <= a.day
  order by a.case_no, a.day, h.reviewed_on desc
), items as (
  select distinct on (a.case_no, a.day, f.item) a.case_no, a.day, f.item, f.result,
    f.resolved_on <= a.day as is_resolved
  from a join file_reviews f using (case_no)
  where f.reviewed_on <= a.day
  order by a.case_no, a.day, f.item, f.reviewed_on desc
), required_items (item) as (
  values ('age'), ('work_start'), ('party_entry'), ('education'), ('experience'), ('identity')
), replies as (
  select distinct on (a.case_no, a.day, r.department) a.case_no, a.day, r.department,
    case when r.replied_on <= a.day then r.opinion end as opinion
  from a join joint_review_replies r using (case_no)
  where r.requested_on <= a.day
  order by a.case_no, a.day, r.department, r.requested_on desc
), required_departments (department) as (
  values ('discipline_inspection'), ('family_planning'), ('petitions'), ('audit'),
    ('organisation'), ('public_security')
), notices as (
  select a.case_no, a.day, least(a.day, n.ends_on) - n.posted_on < 5 as is_short,
    n.objection_count > 0 and (n.objections_settled_on <= a.day) is not true as is_unsettled
  from a join inspection_notices n using (case_no)
  where n.posted_on <= a.day
), heard (answer) as (
  values ('leading_group'), ('peer'), ('subordinate'), ('work_object'), ('service_object'),
    ('in work'), ('in life'), ('in social')
), opinions as (
  select a.case_no, a.day, o.respondent, 'in ' || o.circle as circle
  from a join inspection_opinions o using (case_no)
  where o.given_on <= a.day
), debriefings as (
  select distinct on (a.case_no, a.day) a.case_no, a.day, d.grade, d.staff_no || '/' || d.year as ref
  from a join debriefing_scores d using (staff_no)
  where d.held_on <= a.day
  order by a.case_no, a.day, d.year desc, d.held_on desc
), reports as (
  select a.case_no, a.day, r.ref, r.check_result, r.due_on,
    r.submitted_on <= a.day as is_submitted, coalesce(r.checked_on, r.due_on) as checked_on
  from a join personal_matter_reports r using (staff_no)
  where r.due_on <= a.day
), checks as (
  select * from reports where checked_on <= day
)
-- Whether there is a post.
select case_no, day, 'headcount' as kind, case_no as ref, true as missing
from a where not exists (select from headcount h where h.case_no = a.case_no and h.day = a.day)
union all select case_no, day, 'headcount', case_no, false from headcount where is_over
union all
select case_no, day, 'improper-treatment', case_no, false from headcount where improper_treatment
-- The file, item by item.
union all
select case_no, day, 'file', case_no, false from items
where result = 'unqualified' or result = 'doubt' and is_resolved is not true
union all
select a.case_no, a.day, 'file', a.case_no, true from a cross join required_items q
where not exists (
  select from items i where i.case_no = a.case_no and i.day = a.day and i.item = q.item)
-- The departments.
union all
select a.case_no, a.day, 'joint-review', a.case_no, true from a cross join required_departments q
where not exists (
  select from replies r where r.case_no = a.case_no and r.day = a.day
    and r.department = q.department and r.opinion is not null)
union all
select case_no, day, 'joint-review', case_no, false from replies
where opinion in ('objection', 'defer')
-- The public.
union all
select a.case_no, a.day, 'notice', a.case_no, true from a
where not exists (select from notices n where n.case_no = a.case_no and n.day = a.day)
union all select case_no, day, 'notice', case_no, false from notices where is_short
union all select case_no, day, 'notice', case_no, false from notices where is_unsettled
union all
select a.case_no, a.day, 'opinions', a.case_no, true from a cross join heard q
where not exists (
  select from opinions o where o.case_no = a.case_no and o.day = a.day
    and q.answer in (o.respondent, o.circle))
-- The candidate.
union all
select case_no, day, 'debriefing', ref, false from debriefings
where grade in ('basically_competent', 'incompetent')
union all
select a.case_no, a.day, 'open-finding', f.ref, false from a join audit_findings f using (staff_no)
where f.found_on <= a.day and f.severity >= 3
  and ((f.rectified_on <= a.day) is not true
    or f.return_visited_on <= a.day and f.return_visit_result = 'not_rectified'
      and (f.re_rectified_on <= a.day) is not true)
union all
select case_no, day, 'personal-matter', ref, false from reports
where due_on < day and is_submitted is not true
union all
select case_no, day, 'personal-matter', ref, false from checks
where check_result = 'omitted' and checked_on > day - 365
union all
select case_no, day, 'personal-matter', ref, false from checks
where check_result = 'concealed' and checked_on > day - 1825
union all
select a.case_no, a.day, 'report-unverified', a.case_no, true from a
where not exists (
  select from checks c where c.case_no = a.case_no and c.day = a.day
    and c.check_result <> 'not_checked' and c.checked_on > c.day - 365)
union all
select a.case_no, a.day, 'admonition', t.ref, false from a join reminder_talks t using (staff_no)
where t.kind = 'admonition' and t.held_on <= a.day and t.held_on > a.day - 183
union all
select a.case_no, a.day, 'sanction', s.ref, false from a join sanctions s using (staff_no)
where s.decided_on <= a.day and s.effect_until >= a.day;

-- What an appointment was, seen from the gate on its own day.
create table breaches as
select c.case_no,
  case
    when c.decision is distinct from 'appointed' or count(r.kind) = 0 then 'none'
    when bool_and(r.missing) then 'undocumented'
    else 'breach'
  end as breach
from appointment_cases c
left join reasons r on r.case_no = c.case_no and r.day = c.decided_on
group by c.case_no, c.decision;
