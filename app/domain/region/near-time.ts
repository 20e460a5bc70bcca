import { formatDay, londonDay, londonTime, relativeDay, type Day } from './calendar'

/** Days and times as people say them when they are near: 'tomorrow', '09:12 tomorrow'. */

const NEAR = ['today', 'tomorrow', 'yesterday']

/** 'today', 'tomorrow', 'yesterday', else 'on Tue 24 November'. */
export function nearDay(day: Day, today: Day): string {
  const near = relativeDay(day, today)
  return NEAR.includes(near) ? near : `on ${formatDay(day)}`
}

/** '09:12 tomorrow', '17:00 on Tue 24 November', in London. */
export function timeAndDay(instant: Date, now: Date): string {
  return `${londonTime(instant)} ${nearDay(londonDay(instant), londonDay(now))}`
}
