import { addDays, londonDay, londonInstant, londonTime } from '../../time/calendar'
import { addStaffedHours, type StaffedHours } from './staffed-time'

type FreshnessState = 'confirmed' | 'check_first' | 'not_confirmed'

/** How far a service's vacancies can be trusted, with the instants at which that changes: time passing needs no write. */
export interface Freshness {
  state: FreshnessState
  /** Confirmed until just before this instant. */
  freshUntil: Date | null
  /** From then on "check first", until just before this one; after it the vacancies are unknown. */
  checkUntil: Date | null
}

/** Beds that go within the day: what was true yesterday is not. */
const QUICK_KINDS: ReadonlySet<string> = new Set(['refuge', 'emergency'])
const QUICK_HOURS = { fresh: 24, check: 72 }
const OTHER_DAYS = { fresh: 7, check: 14 }
const REMIND_AT = 0.8

/**
 * Refuge and emergency: confirmed within 24 staffed hours, check first to 72, unknown after. Others: 7 days and 14
 * (product.md, "Freshness changes behaviour"). Never confirmed is not confirmed.
 */
export function freshness(
  kind: string,
  staffed: StaffedHours,
  confirmedAt: Date | null,
  now: Date,
): Freshness {
  if (confirmedAt === null) return { state: 'not_confirmed', freshUntil: null, checkUntil: null }
  const [freshUntil, checkUntil] = QUICK_KINDS.has(kind)
    ? [
        addStaffedHours(confirmedAt, QUICK_HOURS.fresh, staffed),
        addStaffedHours(confirmedAt, QUICK_HOURS.check, staffed),
      ]
    : [daysLater(confirmedAt, OTHER_DAYS.fresh), daysLater(confirmedAt, OTHER_DAYS.check)]
  return { state: stateAt(now, freshUntil, checkUntil), freshUntil, checkUntil }
}

/** The instant at which a reminder is due: four fifths of the way from confirming to "check first"; null when never confirmed. */
export function remindAt(
  confirmedAt: Date | null,
  { freshUntil }: Pick<Freshness, 'freshUntil'>,
): Date | null {
  if (confirmedAt === null || freshUntil === null) return null
  return new Date(confirmedAt.getTime() + (freshUntil.getTime() - confirmedAt.getTime()) * REMIND_AT)
}

function stateAt(now: Date, freshUntil: Date, checkUntil: Date): FreshnessState {
  if (now < freshUntil) return 'confirmed'
  return now < checkUntil ? 'check_first' : 'not_confirmed'
}

/** The same time on London's clocks, days later. */
function daysLater(instant: Date, days: number): Date {
  return londonInstant(addDays(londonDay(instant), days), londonTime(instant))
}
