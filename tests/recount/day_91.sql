-- M8: settled on day 91, in the period in which that day falls. Custody and unknown apart; dead and deported out.
with counted as (
  select woman, coalesce(day_91, 'unknown') as cell
  from episode
  where ended_as = 'released' and released_on + 91 between $1 and $2
    and coalesce(day_91, 'unknown') not in ('died', 'deported')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
