import { londonDay, type Day } from '../../time/calendar'
import { dayOrYear } from '../../time/near-time'
import { throughWords } from '../../vacancy/free/last-day'
import type { Row } from '../disclosure/tiers'

/** A bedspace offered behind somebody who is still in it, in words for both sides. Safe for the browser. */

/** A stay whose departure nobody has recorded, in a bedspace that is offered from a later day. */
export interface StayAhead {
  /** null where nobody knows. */
  until: Day | null
  isSure: boolean
}

/** That somebody is there, and until when (product.md, "Vacancies"); no row where nobody is. */
export function someoneThereRows(stay: StayAhead | null, now: Date): Row[] {
  return stay === null ? [] : [{ key: 'Bedspace now', value: someoneThere(stay, londonDay(now)) }]
}

function someoneThere({ until, isSure }: StayAhead, today: Day): string {
  if (until === null) return 'Someone is still there, and nobody knows until when'
  const day = dayOrYear(until, today)
  if (until < today) return `Someone was to leave on ${day}, and is not recorded as gone`
  return `Someone is there ${isSure ? throughWords(until, today) : `until about ${day}`}`
}
