import { addDays, type Day } from '~/domain/time/calendar'
import { addWorkingDays, isWorkingDay } from '~/domain/time/working-days'

/** So many days from today, or the next working day where nobody works: releases, assessments and first sessions fall on one. */
export function openDay(today: Day, inDays: number): Day {
  const day = addDays(today, inDays)
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}
