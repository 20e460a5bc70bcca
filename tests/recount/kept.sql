-- M12: places by referral whose 84 nights end in the period. Gate arrests out, and a death before they are over; a place
-- that ended as planned, or after 84 nights, was kept.
with counted as (
  select woman, case
    when place_ended_as = 'not_taken_up' then 'not_taken_up'
    when place_ended_as in ('evicted', 'abandoned', 'recalled', 'unsafe', 'hospital')
      and place_ended_on < placed_on + 84 then 'broken'
    else 'kept'
  end as cell
  from episode
  where ended_as = 'released' and placed_on + 84 between $1 and $2
    and place_ended_as is distinct from 'gate_arrest'
    and not coalesce(place_ended_as = 'died' and place_ended_on < placed_on + 84, false)
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
