-- Of M1 for whom the system’s own match found nothing 5 days before: the single changes that would each have placed her. The total is everybody.
with counted as (
  select woman, would_place
  from episode
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks') and option_5 = 'none'
)
select cell, count(distinct woman)::int as women, count(*)::int as count
from counted, unnest(would_place || array['total']) as cell
group by cell;
