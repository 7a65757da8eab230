create table talks as
select
  t.system, t.staff_no, t.ref, t.kind, t.held_on, t.because_of,
  coalesce(t.correct_by, case when t.kind = 'admonition' then t.held_on + 183 end) as correct_due_on,
  case when t.corrected_on <= d.day then t.corrected_on end as corrected_on,
  d.day
from reminder_talks t cross join asked d
where t.held_on <= d.day;

create table talk_points as
select
  system, staff_no, ref, held_on as occurred_on,
  millipoints(
    case
      when because_of is not null then 0
      when kind = 'reminding' then 2
      when kind = 'admonition' then 6
      else 0
    end::float8 * decay(day - held_on, 365)
    + case when corrected_on is null and correct_due_on < day then 2 else 0 end
  ) as points
from talks;

create table sessions as
select s.*, d.day, extract(year from s.held_on)::int as year
from education_sessions s cross join asked d
where s.held_on <= d.day;

create table session_points as
select
  system, staff_no, ref, held_on as occurred_on,
  case when attended = 'false' then millipoints(0.5::float8 * decay(day - held_on, 365)) else 0 end
    as points
from sessions;

-- Where talks begin: the appointment or the day they are asked from, and each talk after it.
create table talk_spans as
with bases as (
  select s.staff_no, greatest(e.from_on, s.appointed_on) as since_on
  from standing s join expected_from e on e.kind = 'heart-to-heart'
  where s.in_service
), starts as (
  select b.staff_no, b.since_on from bases b cross join asked d where b.since_on <= d.day
  union
  select b.staff_no, h.held_on
  from bases b join heart_to_heart_talks h using (staff_no) cross join asked d
  where h.held_on > b.since_on and h.held_on <= d.day
)
select
  staff_no, since_on + 183 as due_on,
  lead(since_on) over (partition by staff_no order by since_on) as next_on
from starts;

create table talk_obligations as
select
  'correct-after-talk' as kind, staff_no, ref, 'cadre' as owed_by, correct_due_on as due_on,
  corrected_on as closed_on
from talks where correct_due_on is not null
union all
select 'heart-to-heart', staff_no, due_on::text, 'unit', due_on, next_on
from talk_spans
union all
select
  'train', s.staff_no, s.kind || '/' || s.year, 'cadre', make_date(s.year, 12, 31),
  min(s.held_on) filter (where s.attended = 'true')
from sessions s join expected_from e on e.kind = 'train'
group by s.staff_no, s.kind, s.year, e.from_on
having min(s.held_on) >= e.from_on;
