create table contributions as
select 'inspection-opinion' as source, system, staff_no, ref, occurred_on, points
from opinion_points
union all
select 'debriefing-score', system, staff_no, ref, occurred_on, points from debriefing_points
union all
select 'audit-finding', system, staff_no, ref, occurred_on, points from audit_points
union all
select 'personal-matter-report', system, staff_no, ref, occurred_on, points from report_points
union all
select 'reminder-talk', system, staff_no, ref, occurred_on, points from talk_points
union all
select 'education-session', system, staff_no, ref, occurred_on, points from session_points
union all
select 'file-review', system, staff_no, ref, occurred_on, points from file_points
union all
select 'joint-review-reply', system, staff_no, ref, occurred_on, points from reply_points;

create table subtotals as
select
  s.staff_no,
  least(20000, greatest(0, coalesce(o.points, 0))) as opinion,
  least(15000, greatest(0, coalesce(b.points, 0))) as debriefing,
  least(30000, greatest(0, coalesce(a.points, 0))) as audit,
  least(15000, greatest(0, coalesce(r.points, 0))) as report,
  least(10000, greatest(0, coalesce(t.points, 0))) as talk,
  least(4000, greatest(0, coalesce(e.points, 0))) as session,
  least(4000, greatest(0, coalesce(f.points, 0))) as file,
  least(2000, greatest(0, coalesce(j.points, 0))) as reply
from standing s
left join opinion_sums o on o.staff_no = s.staff_no
left join (select staff_no, sum(points) as points from debriefing_points group by 1) b
  on b.staff_no = s.staff_no
left join (select staff_no, sum(points) as points from audit_points group by 1) a
  on a.staff_no = s.staff_no
left join (select staff_no, sum(points) as points from report_points group by 1) r
  on r.staff_no = s.staff_no
left join (select staff_no, sum(points) as points from talk_points group by 1) t
  on t.staff_no = s.staff_no
left join (select staff_no, sum(points) as points from session_points group by 1) e
  on e.staff_no = s.staff_no
left join (select staff_no, sum(points) as points from file_points group by 1) f
  on f.staff_no = s.staff_no
left join (select staff_no, sum(points) as points from reply_points group by 1) j
  on j.staff_no = s.staff_no;

create table coverage as
with debriefed as (
  select distinct staff_no from debriefing_scores cross join asked d
  where held_on <= d.day and held_on > d.day - 730
), reported as (
  select distinct staff_no from personal_matter_reports cross join asked d
  where kind = 'annual' and due_on <= d.day and due_on > d.day - 730
), heard as (
  select staff_no from inspection_opinions cross join asked d
  where given_on <= d.day and given_on > d.day - 1095
  group by staff_no having count(*) >= 3
), audited as (
  select distinct staff_no from audit_findings cross join asked d
  where found_on <= d.day and found_on > d.day - 1825
)
select
  s.staff_no,
  3 + s.head::int as applicable,
  (b.staff_no is not null)::int + (r.staff_no is not null)::int + (h.staff_no is not null)::int
    + (s.head and a.staff_no is not null)::int as present
from standing s
left join debriefed b using (staff_no)
left join reported r using (staff_no)
left join heard h using (staff_no)
left join audited a using (staff_no);

create table scorecard as
with totals as (
  select
    s.*, u.opinion, u.debriefing, u.audit, u.report, u.talk, u.session, u.file, u.reply,
    u.opinion + u.debriefing + u.audit + u.report + u.talk + u.session + u.file + u.reply as total,
    c.present, c.applicable
  from standing s join subtotals u using (staff_no) join coverage c using (staff_no)
), ranked as (
  select
    staff_no,
    row_number() over (order by total desc, audit desc, staff_no collate "C") as position,
    rank() over (order by total desc) as rank
  from totals where in_service
)
select
  t.staff_no, t.in_service, t.unit_code, t.head, t.opinion, t.debriefing, t.audit, t.report,
  t.talk, t.session, t.file, t.reply, t.total,
  t.present, t.applicable,
  case
    when t.total >= 30000 then 'high'
    when t.total >= 18000 then 'elevated'
    when t.total >= 9000 then 'watch'
    when t.present < 0.5 * t.applicable then 'insufficient'
    else 'low'
  end as band,
  r.position, r.rank
from totals t left join ranked r using (staff_no);
