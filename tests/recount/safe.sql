-- Everybody released who had a roof on the first night, family she does not call safe too: did she call the place safe?
with counted as (
  select woman, coalesce(is_safe, 'unknown') as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2 and first_night = 'housed'
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
