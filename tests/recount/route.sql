-- How those of M1 who were housed came by it. Family she does not call safe is not housed.
with counted as (
  select woman, coalesce(first_night_route, 'unknown') as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
    and first_night = 'housed' and (first_night_route is distinct from 'family' or is_safe = 'yes')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
