create table reports as
select
  r.system, r.staff_no,
  coalesce(r.ref, concat_ws('/', r.staff_no, r.period, r.kind, r.topic)) as ref, r.period, r.kind, r.topic, r.due_on,
  case when r.submitted_on <= d.day then r.submitted_on end as submitted_on,
  case when coalesce(r.checked_on, r.due_on) <= d.day then r.check_result end as check_result,
  coalesce(r.checked_on, r.due_on) as check_dated_on,
  d.day
from personal_matter_reports r cross join asked d
where r.due_on <= d.day;

create table report_points as
select
  system, staff_no, ref, due_on as occurred_on,
  millipoints(
    least(5::float8, 0.05::float8 * greatest(0, coalesce(submitted_on, day) - due_on))
      * case when submitted_on is null then 1::float8 else decay(day - submitted_on, 730) end
    + case check_result
        when 'omitted' then 4::float8 * decay(day - check_dated_on, 730)
        when 'concealed' then 12::float8 * decay(day - check_dated_on, 730)
        else 0::float8
      end
  ) as points
from reports;
