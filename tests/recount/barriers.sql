-- M5: of M1, women with each barrier. The total is everybody, those without any too.
with counted as (
  select woman, barriers
  from episode
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
)
select cell, count(distinct woman)::int as women, count(*)::int as count
from counted, unnest(barriers || array['total']) as cell
group by cell;
