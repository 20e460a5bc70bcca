-- M5: of M1, women with no barrier, one, two, three or more.
with counted as (
  select woman, case when cardinality(barriers) >= 3 then '3+' else cardinality(barriers)::text end as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
