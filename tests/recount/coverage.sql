-- M0: housing question answered, of the releases on the prison’s list.
with counted as (
  select woman, case when housing_need is null then 'not_answered' else 'answered' end as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2 and is_listed
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
