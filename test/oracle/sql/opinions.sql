create table opinion_points as
with seen as (
  select
    o.*,
    d.day - o.given_on as age,
    case o.respondent
      when 'leading_group' then 1.2::float8
      when 'subordinate' then 1.1::float8
      when 'peer' then 1::float8
      when 'work_object' then 0.9::float8
      when 'service_object' then 0.9::float8
      when 'unknown' then 0.8::float8
    end as respondent_weight,
    case o.channel
      when 'signed' then 0.5::float8
      when 'anonymous' then 0::float8
      else 1::float8
    end as channel_factor,
    case when o.verified_on <= d.day then o.verification end as known_verification
  from inspection_opinions o cross join asked d
  where o.given_on <= d.day
), parted as (
  select
    *,
    coalesce(known_verification = 'substantiated' and rating < 0, false) as counts_apart
  from seen
), weighed as (
  select
    *,
    case
      when counts_apart or known_verification = 'unsubstantiated' then 0::float8
      else floor(respondent_weight * channel_factor * decay(age, 540) * 16777216 + 0.5)
        / 16777216 * coalesce(ballot_count, 1)
    end as w
  from parted
), summed as (
  select *, sum(w) over (partition by staff_no) as weight_sum from weighed
)
select
  system, staff_no, ref, given_on as occurred_on, counts_apart,
  case
    when counts_apart then millipoints(3::float8 * (-rating::float8 / 2) * decay(age, 540))
    else millipoints(20::float8 * w * (-rating::float8 / 2) / (weight_sum + 5))
  end as points
from summed;

create table opinion_sums as
select
  staff_no,
  greatest(coalesce(sum(points) filter (where not counts_apart), 0), 0)
    + coalesce(sum(points) filter (where counts_apart), 0) as points
from opinion_points
group by staff_no;
