-- M4 by reason: referrals declined or refused, by each reason that means unmet need. What is of the person only where she
-- refused and was not housed all the same; "too late" only where she is known not to have been housed. The total is of
-- referrals with any of them.
with counted as (
  select woman, r.id, reason
  from episode e
    join episode_referral r on r.episode_id = e.id
    cross join unnest(r.reasons) as reason
  where ended_as = 'released' and released_on between $1 and $2
    and r.outcome in ('declined', 'refused')
    and case
      when reason like 'person.%' then
        not coalesce(first_night = 'housed'
          and (first_night_route is distinct from 'family' or is_safe = 'yes'), false)
      when reason = 'process.too_late' then
        coalesce(first_night = 'not_housed'
          or first_night = 'housed' and first_night_route = 'family' and is_safe = 'no', false)
      else split_part(reason, '.', 1) in ('capacity', 'needs', 'risk', 'decline')
        or reason in ('eligibility.nrpf', 'eligibility.no_local_connection', 'eligibility.too_local',
          'eligibility.rent_unaffordable', 'eligibility.address_refused')
    end
)
select case when grouping(reason) = 1 then 'total' else reason end as cell,
  count(distinct woman)::int as women, count(distinct id)::int as count
from counted
group by grouping sets ((reason), ());
