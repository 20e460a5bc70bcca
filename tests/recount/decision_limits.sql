-- Referrals of which a step is over, or still waits past its limit: every one inside its limit, or not.
with counted as (
  select woman, case when r.within_limits then 'inside' else 'outside' end as cell
  from episode e
    join episode_referral r on r.episode_id = e.id
  where ended_as = 'released' and released_on between $1 and $2
    and r.within_limits is not null
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
