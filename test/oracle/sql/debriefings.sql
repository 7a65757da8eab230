create table debriefing_points as
with seen as (
  select
    b.*,
    row_number() over (partition by b.staff_no, b.year order by b.held_on desc, b.system collate "C")
      as turn_in_year
  from debriefing_scores b cross join asked d
  where b.held_on <= d.day and b.held_on > d.day - 1461
), numbered as (
  select
    *,
    case when turn_in_year = 1 then
      row_number() over (partition by staff_no, turn_in_year order by year desc)
    end as turn
  from seen
), graded as (
  select
    *,
    case turn when 1 then 1::float8 when 2 then 0.6::float8 when 3 then 0.3::float8
      else 0::float8 end as weight,
    case grade when 'basically_competent' then 6::float8 when 'incompetent' then 12::float8
      else 0::float8 end as grade_points
  from numbered
)
select
  system, staff_no, staff_no || '/' || year as ref, held_on as occurred_on,
  millipoints(weight * (grade_points + 0.1::float8 * greatest(0::float8, 70 - score::float8)))
    as points
from graded;
