-- Findings as they are known on the day: what happened later has not happened.
create table findings as
select
  f.system, f.staff_no, f.ref, f.audit_no, f.phase, f.responsibility, f.found_on, f.severity,
  f.rectify_by, f.return_visit_by,
  case when f.rectified_on <= d.day then f.rectified_on end as rectified_on,
  case when f.return_visited_on <= d.day then f.return_visited_on end as return_visited_on,
  case when f.return_visited_on <= d.day then f.return_visit_result end as return_visit_result,
  case when f.re_rectified_on <= d.day then f.re_rectified_on end as re_rectified_on,
  case when f.re_verified_on <= d.day then f.re_verified_on end as re_verified_on,
  coalesce(f.return_visited_on <= d.day and f.return_visit_result = 'not_rectified', false)
    as failed
from audit_findings f cross join asked d
where f.found_on <= d.day;

create table audit_points as
with standing_findings as (
  select
    f.*,
    d.day,
    f.rectified_on is null or (f.failed and f.re_rectified_on is null) as is_open,
    case when f.failed then f.re_rectified_on else f.rectified_on end as closing,
    case when f.failed then f.return_visited_on + 30 else coalesce(f.rectify_by, f.found_on + 90)
      end as due_on,
    coalesce(f.return_visit_result = 'verified', false) or f.re_verified_on is not null as verified,
    case when f.responsibility = 'none' then 0::float8
      else (array[0, 1, 3, 6, 12])[f.severity + 1]::float8 end as p
  from findings f cross join asked d
), weighed as (
  select
    *,
    case
      when is_open then
        p * (1 + least(0.5::float8, 0.005::float8 * case
          when phase = 'in_term' then greatest(0, day - due_on) else 0 end))
      when verified then 0.5::float8 * p * decay(day - closing, 730)
      else 0.75::float8 * p * decay(day - closing, 730)
    end as x
  from standing_findings
), numbered as (
  select
    *,
    row_number() over (
      partition by staff_no, audit_no order by x desc, ref collate "C", system collate "C"
    ) as turn
  from weighed
)
select
  system, staff_no, ref, found_on as occurred_on,
  millipoints(case when turn <= 3 then x else 0.1::float8 * x end) as points
from numbered;
