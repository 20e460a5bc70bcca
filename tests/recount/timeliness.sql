-- M9: of M1, the first referral 56 days before where the date was known by then, else by the fifth working day after it
-- was known. $3 is the bank holidays.
with counted as (
  select woman, case
    when first_submitted_on is null then 'not_referred'
    when date_known_on is null then 'unknown'
    when first_submitted_on <= case
      when date_known_on <= released_on - 56 then released_on - 56
      else (
        select day::date from generate_series(date_known_on + 1, date_known_on + 30, interval '1 day') as day
        where extract(isodow from day) < 6 and day::date <> all ($3::date[])
        order by day offset 4 limit 1
      )
    end then 'in_time'
    else 'late'
  end as cell
  from episode
  where ended_as = 'released' and released_on between $1 and $2
    and housing_need in ('nowhere', 'under_12_weeks')
)
select case when grouping(cell) = 1 then 'total' else cell end as cell,
  count(distinct woman)::int as women, count(*)::int as count
from counted
group by grouping sets ((cell), ());
