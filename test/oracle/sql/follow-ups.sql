create table record_obligations as
select
  'rectify-finding' as kind, staff_no, ref, 'unit' as owed_by,
  coalesce(rectify_by, found_on + 90) as due_on, rectified_on as closed_on
from findings where severity >= 1
union all
select
  'return-visit', staff_no, ref, 'office',
  coalesce(return_visit_by, rectified_on + 90), return_visited_on
from findings where severity >= 1 and rectified_on is not null
union all
select 're-rectify-finding', staff_no, ref, 'unit', return_visited_on + 30, re_rectified_on
from findings where failed
union all
select
  'submit-report', staff_no, coalesce(ref, concat_ws('/', staff_no, period, kind, topic)), 'cadre',
  due_on, case when submitted_on <= d.day then submitted_on end
from personal_matter_reports cross join asked d where d.day >= due_on - 31
union all
select
  'verify-opinion', staff_no, ref, 'office', given_on + 60,
  case when verified_on <= d.day then verified_on end
from inspection_opinions cross join asked d
where given_on <= d.day and rating = -2 and channel is distinct from 'ballot'
union all
select
  'decide-failed-debriefing', staff_no, staff_no || '/' || year, 'office', held_on + 30,
  case when decided_on <= d.day then decided_on end
from debriefing_scores cross join asked d
where held_on <= d.day and grade = 'incompetent'
union all
-- The last of so many years in a row of just passing, where the policy says how many.
select
  'decide-failed-debriefing', b.staff_no, b.staff_no || '/' || b.year, 'office', b.held_on + 30,
  case when b.decided_on <= d.day then b.decided_on end
from debriefing_scores b cross join asked d cross join needed_years n
join (
  select staff_no, year, dense_rank() over (partition by staff_no order by year) as nth
  from debriefing_scores cross join asked d
  where held_on <= d.day and grade = 'basically_competent' group by staff_no, year
) last using (staff_no, year)
join (
  select staff_no, year, dense_rank() over (partition by staff_no order by year) as nth
  from debriefing_scores cross join asked d
  where held_on <= d.day and grade = 'basically_competent' group by staff_no, year
) earliest on earliest.staff_no = last.staff_no and earliest.year = last.year - n.years + 1
  and earliest.nth = last.nth - n.years + 1
where b.held_on <= d.day and b.grade = 'basically_competent';

-- Years that have ended by the day.
create table ended_years as
select y as year, make_date(y, 12, 31) as ends_on
from asked d, generate_series(1950, extract(year from d.day)::int) y
where make_date(y, 12, 31) <= d.day;

create table held_debriefings as
select b.staff_no, b.year, min(b.held_on) as held_on
from debriefing_scores b cross join asked d where b.held_on <= d.day group by 1, 2;

create table audits as
select f.staff_no, f.found_on from audit_findings f cross join asked d where f.found_on <= d.day;
create index on audits (staff_no);

-- What is asked of heads in post: an audit within 1,095 days of the posting, or of the audit before.
create table audit_spans as
with heads as (
  select
    staff_no,
    coalesce(
      since_on, (select min(found_on) from audits a where a.staff_no = standing.staff_no)
    ) as since_on
  from standing where in_service and head
), starts as (
  select staff_no, since_on from heads where since_on is not null
  union
  select h.staff_no, a.found_on from heads h join audits a using (staff_no)
  where a.found_on > h.since_on
)
select
  staff_no, since_on + 1095 as due_on,
  lead(since_on) over (partition by staff_no order by since_on) as next_on
from starts;

-- Without a record to follow from; asked for where they open on or after the date for their kind.
create table expected_obligations as
select
  'hold-debriefing' as kind, s.staff_no, y.year::text as ref, 'unit' as owed_by,
  make_date(y.year + 1, 3, 31) as due_on, h.held_on as closed_on
from standing s
cross join ended_years y
join expected_from e on e.kind = 'hold-debriefing'
left join held_debriefings h on h.staff_no = s.staff_no and h.year = y.year
where s.in_service and (s.appointed_on is null or y.ends_on - s.appointed_on >= 183)
  and y.ends_on >= e.from_on
union all
select
  'submit-report', s.staff_no, y.year::text, 'cadre', make_date(y.year + 1, 1, 31), null
from standing s
cross join ended_years y
join listed_ranks l on l.rank = s.rank
join expected_from e on e.kind = 'submit-report'
cross join asked d
where s.in_service and (s.appointed_on is null or s.appointed_on <= y.ends_on)
  and make_date(y.year + 1, 1, 31) - 31 >= e.from_on
  and not exists (
    select from personal_matter_reports r
    where r.staff_no = s.staff_no and r.kind = 'annual' and r.period = y.year::text
      and r.due_on - 31 <= d.day
  )
union all
select
  'hold-audit', p.staff_no, p.to_on::text, 'office', p.to_on + 180,
  (select min(found_on) from audits a where a.staff_no = p.staff_no and a.found_on >= p.to_on)
from (select distinct staff_no, to_on from postings where head) p
cross join asked d
join expected_from e on e.kind = 'hold-audit'
where p.to_on <= d.day and p.to_on >= e.from_on
union all
select 'hold-audit', s.staff_no, s.due_on::text, 'office', s.due_on, s.next_on
from audit_spans s
cross join asked d
join expected_from e on e.kind = 'hold-audit'
where s.due_on >= e.from_on and s.due_on - 31 <= least(d.day, s.next_on);

create table follow_ups as
select
  o.kind, o.staff_no, o.ref, o.due_on, o.closed_on,
  case
    when o.closed_on is not null then 'closed'
    when o.due_on < d.day then 'overdue'
    when o.due_on <= d.day + 14 then 'due-soon'
    else 'open'
  end as state,
  o.owed_by,
  case when o.closed_on is null and o.due_on < d.day then d.day - o.due_on else 0 end
    as days_overdue,
  coalesce(o.due_on < c.from_on, false) as inherited
from (
  select * from record_obligations union all select * from expected_obligations
  union all select * from talk_obligations union all select * from case_obligations
  union all select * from contest_obligations
) o
cross join asked d
left join count_from c on c.kind = o.kind;
