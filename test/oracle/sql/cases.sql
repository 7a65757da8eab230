create table file_points as
select
  r.system, c.staff_no, c.case_no as ref, r.reviewed_on as occurred_on,
  millipoints(
    case
      when r.result = 'unqualified' then 4::float8
      when r.result = 'doubt' and (r.resolved_on is null or r.resolved_on > d.day) then 1.5::float8
      else 0::float8
    end * decay(d.day - r.reviewed_on, 365)
  ) as points
from file_reviews r join appointment_cases c using (case_no) cross join asked d
where r.reviewed_on <= d.day;

create table reply_points as
select
  r.system, c.staff_no, c.case_no as ref, r.requested_on as occurred_on,
  case
    when r.replied_on <= d.day and r.opinion = 'objection'
      then millipoints(1.5::float8 * decay(d.day - r.replied_on, 365))
    else 0
  end as points
from joint_review_replies r join appointment_cases c using (case_no) cross join asked d
where r.requested_on <= d.day;

create table opened_cases as
select
  c.case_no, c.staff_no, c.opened_on, c.kind,
  case when c.decided_on <= d.day then c.decision end as decision, c.decided_on
from appointment_cases c cross join asked d
where c.opened_on <= d.day;

create table first_reviews as
select case_no, item, min(reviewed_on) as reviewed_on
from file_reviews cross join asked d
where reviewed_on <= d.day and item <> 'other'
group by case_no, item;

create table case_obligations as
select
  'headcount-review' as kind, c.staff_no, c.case_no as ref, 'office' as owed_by,
  c.opened_on + 15 as due_on, h.reviewed_on as closed_on
from opened_cases c
left join (
  select case_no, min(reviewed_on) as reviewed_on
  from headcount_reviews cross join asked d where reviewed_on <= d.day group by case_no
) h using (case_no)
union all
select 'file-review', c.staff_no, c.case_no, 'office', c.opened_on + 30, f.reviewed_on
from opened_cases c
left join (
  select case_no, max(reviewed_on) as reviewed_on
  from first_reviews group by case_no having count(*) = 6
) f using (case_no)
union all
select 'inspection-notice', c.staff_no, c.case_no, 'office', c.opened_on + 30, n.posted_on
from opened_cases c
left join (
  select case_no, min(posted_on) as posted_on
  from inspection_notices cross join asked d where posted_on <= d.day group by case_no
) n using (case_no)
union all
select
  'joint-review', c.staff_no, c.case_no, 'office', r.due_on,
  case when r.replied_on <= d.day then r.replied_on end
from joint_review_replies r join appointment_cases c using (case_no) cross join asked d
where r.requested_on <= d.day
union all
select
  'probation-review', c.staff_no, c.case_no, 'office', c.decided_on + 365,
  (
    select min(b.held_on) from debriefing_scores b
    where b.staff_no = c.staff_no and b.held_on > c.decided_on + 335 and b.held_on <= d.day
  )
from opened_cases c cross join asked d
where c.decision = 'appointed' and c.kind is distinct from 'transfer';
