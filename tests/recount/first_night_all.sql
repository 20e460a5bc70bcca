-- M7: everybody released, on the first night. Family counts only if she says it is safe.
with counted as (
  select woman, case
    when first_night = 'housed' and first_night_route = 'family' then
      case is_safe when 'yes' then 'housed' when 'no' then 'not_housed' else 'unknown' end
    else coalesce(first_night, 'unknown')
  end as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
