-- M9b: the middle number of working days to the first decision, the lower of two.
with counted as (
  select woman, r.working_days_to_decision as days
  from episode e
    join episode_referral r on r.episode_id = e.id
  where ended_as = 'released' and released_on between $1 and $2
    and r.working_days_to_decision is not null
)
select 'median' as cell, count(distinct woman)::int as women,
  coalesce(percentile_disc(0.5) within group (order by days), 0)::int as count
from counted;
