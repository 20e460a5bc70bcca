-- M11: of M1, housed outside every authority she preferred. Who preferred none is apart, known or not.
with counted as (
  select woman, case
    when cardinality(preferred_authorities) = 0 then 'none_stated'
    when first_night_authority is null then 'unknown'
    when first_night_authority = any (preferred_authorities) then 'preferred'
    else 'elsewhere'
  end as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
    and first_night = 'housed' and (first_night_route is distinct from 'family' or is_safe = 'yes')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
