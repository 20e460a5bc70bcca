-- Of M1, housed: in the authority of home, elsewhere in the region, or outside it. Where home is not known, a place in the
-- region is neither.
with counted as (
  select woman, case
    when first_night_authority is null then 'unknown'
    when first_night_authority = 'outside' then 'outside'
    when home_authority = 'unknown' then 'unknown'
    when first_night_authority = home_authority then 'home'
    else 'region'
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
