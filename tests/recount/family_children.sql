-- F6: the same, by their children; of whom it is not known how many she has, or who has none, is left out.
with reached as (
  select woman, nominated or started as was_nominated, started, outcome, children as counts
  from programme_episode
  where reachable_on between $1 and $2 and contact_permitted = 'yes' and children > 0
    and has_time_to_finish
), everybody as (
  select woman, children as counts
  from programme_episode
  where reachable_on between $1 and $2 and contact_permitted = 'yes' and children > 0
)
select 'could_be_reached' as cell, count(distinct woman)::int as women, coalesce(sum(counts), 0)::int as count from reached
union all
select 'nominated', count(distinct woman)::int, coalesce(sum(counts), 0)::int from reached where was_nominated
union all
select 'started', count(distinct woman)::int, coalesce(sum(counts), 0)::int from reached where started
union all
select 'run_over', count(distinct woman)::int, coalesce(sum(counts), 0)::int from reached where started and outcome <> 'open'
union all
select 'completed', count(distinct woman)::int, coalesce(sum(counts), 0)::int from reached where started and outcome = 'completed'
union all
select 'total', count(distinct woman)::int, coalesce(sum(counts), 0)::int from everybody;
