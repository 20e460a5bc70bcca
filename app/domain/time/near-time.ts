import { formatDay, formatDayLong, londonDay, londonTime, relativeDay, type Day } from './calendar'

/** Days and times as people say them when they are near: 'tomorrow', '09:12 tomorrow'. */

const NEAR = ['today', 'tomorrow', 'yesterday']

/** 'today', 'tomorrow', 'yesterday', else 'on Tue 24 November'. */
export function nearDay(day: Day, today: Day): string {
  const near = relativeDay(day, today)
  return NEAR.includes(near) ? near : `on ${dayOrYear(day, today)}`
}

/** 'Tue 24 November' this year, 'Mon 4 January 2027' in another. */
export function dayOrYear(day: Day, today: Day): string {
  const year = day.slice(0, 4)
  return year === today.slice(0, 4) ? formatDay(day) : `${formatDay(day)} ${year}`
}

/** '09:12 tomorrow', '17:00 on Tue 24 November', in London. */
export function timeAndDay(instant: Date, now: Date): string {
  return `${londonTime(instant)} ${nearDay(londonDay(instant), londonDay(now))}`
}

/** '20 Nov', with the year where it is another. */
export function shortDay(day: Day, today: Day): string {
  const [date = '', month = '', year = ''] = formatDayLong(day).split(' ')
  const short = `${date} ${month.slice(0, 3)}`
  return year === today.slice(0, 4) ? short : `${short} ${year}`
}
