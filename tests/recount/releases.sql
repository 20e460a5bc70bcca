-- M1: released, and ever recorded as having nowhere to live, or a place for under 12 weeks.
with counted as (
  select woman, case housing_need
    when 'nowhere' then 'need' when 'under_12_weeks' then 'need' when 'none' then 'no_need' else 'not_asked'
  end as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
