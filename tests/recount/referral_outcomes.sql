-- M4: every referral made for a release of the period, by how it ended.
with counted as (
  select woman, r.outcome as cell
  from episode e
    join episode_referral r on r.episode_id = e.id
  where ended_as = 'released' and released_on between $1 and $2
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
