import { type Day, formatDayLong } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import type { OwnBoards } from '~/domain/vacancy/own/own-boards.server'

/** A programme's cohorts in words. */
export interface ProgrammeWords {
  serviceId: string
  name: string
  /** 'Funding: …, to 31 March 2027', or null where it is not stated. */
  funding: string | null
  cohorts: { id: string; dates: string; lastReferral: string; places: string; isOpen: boolean }[]
}

/** What a programme's cohorts have left, for the page of its provider. Safe for the browser. */
export function programmeWords(
  { serviceId, name, programme }: OwnBoards['programmes'][number],
  today: Day,
): ProgrammeWords {
  const { funder, fundingEndsOn } = programme
  const funding = [funder, fundingEndsOn && `to ${formatDayLong(fundingEndsOn)}`].filter(Boolean).join(', ')
  return {
    serviceId,
    name,
    funding: funding || null,
    cohorts: programme.cohorts.map(cohort => ({
      id: cohort.id,
      dates: `${dayOrYear(cohort.startsOn, today)} to ${dayOrYear(cohort.endsOn, today)}`,
      lastReferral: dayOrYear(cohort.lastReferralOn, today),
      places: `${cohort.taken} of ${cohort.capacity} taken${cohort.waiting > 0 ? `, ${cohort.waiting} waiting` : ''}`,
      isOpen: cohort.isOpen,
    })),
  }
}
