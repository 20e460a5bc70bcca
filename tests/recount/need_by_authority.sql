-- M1 by authority of home.
with counted as (
  select woman, case
    when home_authority in ('E06000001', 'E06000002', 'E06000003', 'E06000004', 'E06000005', 'E06000047', 'E06000057',
      'E08000021', 'E08000022', 'E08000023', 'E08000024', 'E08000037', 'unknown') then home_authority
    else 'outside'
  end as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
