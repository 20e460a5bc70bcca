-- Of M1: the stated criteria that each by itself turned her away 5 days before. The total is everybody.
with counted as (
  select woman, turned_away
  from episode
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
)
select cell, count(distinct woman)::int as women, count(*)::int as count
from counted, unnest(turned_away || array['total']) as cell
group by cell;
