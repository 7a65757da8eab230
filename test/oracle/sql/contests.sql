-- What people contest: an office answers within 30 days.
create table contest_obligations as
select
  'answer-contest' as kind, c.staff_no, c.ref, 'office' as owed_by, c.filed_on + 30 as due_on,
  case when c.answered_on <= d.day then c.answered_on end as closed_on
from contests c cross join asked d
where c.filed_on <= d.day;
