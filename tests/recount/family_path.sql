-- F1 to F3: mothers for whom contact is permitted; each step is of those with time to finish, the total is of all.
with reached as (
  select woman, nominated or started as was_nominated, started, outcome, 1 as counts
  from programme_episode
  where reachable_on between $1 and $2 and contact_permitted = 'yes' 
    and has_time_to_finish
), everybody as (
  select woman, 1 as counts
  from programme_episode
  where reachable_on between $1 and $2 and contact_permitted = 'yes' 
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
