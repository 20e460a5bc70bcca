import {
  daysBetween,
  formatDay,
  formatDayLong,
  londonDay,
  londonTime,
  relativeDay,
  type Day,
} from './calendar'

/** Days and times as people say them when they are near: 'tomorrow', '09:12 tomorrow'. */

const NEAR = ['today', 'tomorrow', 'yesterday']
/** Further off than this, a weekday helps nobody and the year is in doubt. */
const NEAR_DAYS = 180

/** 'today', 'tomorrow', 'yesterday', else 'on Tue 24 November'. */
export function nearDay(day: Day, today: Day): string {
  const near = relativeDay(day, today)
  return NEAR.includes(near) ? near : `on ${formatDay(day)}`
}

/** 'Tue 24 November' within half a year, '8 September 2027' beyond. */
export function dayOrYear(day: Day, today: Day): string {
  return Math.abs(daysBetween(today, day)) > NEAR_DAYS ? formatDayLong(day) : formatDay(day)
}

/** '09:12 tomorrow', '17:00 on Tue 24 November', in London. */
export function timeAndDay(instant: Date, now: Date): string {
  return `${londonTime(instant)} ${nearDay(londonDay(instant), londonDay(now))}`
}
