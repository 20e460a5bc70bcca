-- Received in the period, however she left: the housing needs assessment by the fourth day after reception.
with counted as (
  select woman, case
    when hnia_on is null then 'not_recorded' when hnia_on <= received_on + 4 then 'in_4_days' else 'later'
  end as cell
  from episode
  where received_on between $1 and $2
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
