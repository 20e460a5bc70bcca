-- F4: mothers for whom contact is permitted who were not reached or left, by why.
with counted as (
  select woman, coalesce(reason, 'unknown') as cell
  from programme_episode
  where reachable_on between $1 and $2 and contact_permitted = 'yes' and outcome in ('not_reached', 'left')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
