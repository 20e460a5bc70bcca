import { clockWords, weekWords } from '../time/week-words'

/** When and where a run of a programme is, as far as somebody stated it. Safe for the browser. */
export interface RunTime {
  /** 1 is Monday. */
  weekdays: readonly number[]
  timeOfDay: string | null
  place: string | null
}

/** 'Tuesday and Thursday, from 9:30am'; null where neither is stated. */
export function runTimeWords({ weekdays, timeOfDay }: Omit<RunTime, 'place'>): string | null {
  const days = weekdays.length > 0 ? weekWords(weekdays) : ''
  const words = [days, timeOfDay === null ? '' : `from ${clockWords(timeOfDay)}`].filter(Boolean).join(', ')
  return words === '' ? null : words.charAt(0).toUpperCase() + words.slice(1)
}

/** What can change of it, by its codes, as a nomination for the run keeps it. */
export const RUN_TIME_PARTS = {
  weekdays: 'the days of the week',
  timeOfDay: 'the time',
  place: 'the place',
} as const

/** Which of it differs: 'weekdays/place'; null where nothing does. */
export function runTimeChanged(was: RunTime, is: RunTime): string | null {
  const changed = [
    was.weekdays.join() !== is.weekdays.join() && 'weekdays',
    was.timeOfDay?.slice(0, 5) !== is.timeOfDay?.slice(0, 5) && 'timeOfDay',
    was.place !== is.place && 'place',
  ].filter(Boolean)
  return changed.length === 0 ? null : changed.join('/')
}
