-- M4b: of M1, what all her referrals came to, which is not known while one is open. Resolved: she was elsewhere by
-- council, CAS, family or another way, back in custody, or in hospital, as the primary reason says.
with counted as (
  select woman, case
    when not exists (select from episode_referral r where r.episode_id = e.id) then 'not_referred'
    when exists (select from episode_referral r where r.episode_id = e.id and r.outcome = 'arrived') then 'some_successful'
    when exists (select from episode_referral r where r.episode_id = e.id and r.outcome = 'open') then 'open'
    when exists (select from episode_referral r where r.episode_id = e.id and (r.outcome = 'placed_elsewhere'
      or r.outcome in ('withdrawn', 'no_show') and r.reasons[1] in (
        'withdrawn.placed_by_council', 'withdrawn.placed_by_cas', 'withdrawn.safe_family', 'withdrawn.placed_other',
        'withdrawn.recalled_or_remanded',
        'no_show.gate_arrest_or_recall', 'no_show.other_place_found', 'no_show.hospital'))) then 'resolved'
    else 'none_successful'
  end as cell
  from episode e
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
