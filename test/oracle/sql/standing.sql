-- 2^(-age/half_life), rounded to the nearest 2^-24.
create function decay(age int, half_life int) returns float8 language sql immutable as $$
  select floor(power(2::float8, -age::float8 / half_life) * 16777216 + 0.5) / 16777216
$$;

-- Points to whole thousandths.
create function millipoints(x float8) returns bigint language sql immutable as $$
  select floor(1000 * x + 0.5)::bigint
$$;

-- Who everybody is on the day: of the postings that cover it the latest from_on, then the smaller
-- unit_code; the register where none does.
create table standing as
select
  c.staff_no,
  c.appointed_on,
  (c.appointed_on is null or c.appointed_on <= d.day)
    and (c.left_on is null or c.left_on > d.day) as in_service,
  case when p.staff_no is null then c.unit_code else p.unit_code end as unit_code,
  case when p.staff_no is null then c.rank else p.rank end as rank,
  case when p.staff_no is null then c.appointed_on else p.from_on end as since_on,
  coalesce(case when p.staff_no is null then c.head else p.head end, false) as head
from cadres c
cross join asked d
left join lateral (
  select * from postings p
  where p.staff_no = c.staff_no and p.from_on <= d.day and (p.to_on is null or d.day < p.to_on)
  order by p.from_on desc, p.unit_code collate "C"
  limit 1
) p on true;
