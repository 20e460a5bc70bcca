-- F5: nominated for a programme that needs or allows a temporary licence, by whether one was used.
with counted as (
  select woman, rotl as cell
  from programme_episode
  where reachable_on between $1 and $2 and contact_permitted = 'yes' and nominated and rotl in ('used', 'not_used')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
