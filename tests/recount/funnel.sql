-- From need to a place: M1, referred at all, had a place to go to (she came to it or did not, or moved in), moved in by a
-- referral on the first night.
with counted as (
  select woman,
    exists (select from episode_referral r where r.episode_id = e.id) as referred,
    exists (select from episode_referral r where r.episode_id = e.id and r.outcome in ('arrived', 'no_show')) as was_hers,
    coalesce(first_night = 'housed' and first_night_route = 'approved_route', false) as moved_in
  from episode e
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
)
select cell, count(distinct woman)::int as women, count(*)::int as count
from counted
  cross join lateral (values
    ('total', true), ('referred', referred), ('accepted', was_hers or moved_in), ('moved_in', moved_in)
  ) as step (cell, is_reached)
where is_reached
group by cell;
