import { type SupplyCell, type SupplyOutcome, SUPPLY_OUTCOMES } from '~/domain/supply/cell'
import type { SupplyAsked } from '~/domain/supply/columns'
import { type Day, londonDay } from '~/domain/time/calendar'
import { shortDay } from '~/domain/time/near-time'

/** Drawn before the words, so that no meaning rests on colour alone. */
export const SUPPLY_SIGNS: Record<SupplyOutcome, string> = {
  yes: '✓',
  case_by_case: '~',
  stale: '~',
  does_not_take: '✕',
  none: '⊘',
  not_confirmed: '?',
}

/** The answer of a cell; where it is asked of nobody in particular, that such a place exists. */
export function outcomeWords(outcome: SupplyOutcome, { asks }: SupplyAsked): string {
  return outcome === 'yes' && asks.length === 0 ? 'exists' : SUPPLY_OUTCOMES[outcome]
}

/** What stands beside the answer: '12 beds, 2 free'; '5 beds, none for her'; '18 beds, 2 free, 6 paused'; 'beds not shown: confidential'; '' where there is nothing. */
export function bedsWords(cell: SupplyCell): string {
  if (cell.outcome === 'none') return ''
  if (cell.outcome === 'not_confirmed') return unsaidWords(cell)
  const shown = cell.services === cell.confidential ? [] : [shownWords(cell)]
  const hidden = cell.confidential === 0 ? [] : [hiddenWords(cell)]
  return [...shown, ...hidden].join('; ')
}

/** Since when it is known: 'verified 18 Nov, beds 20 Nov'. */
export function datesWords(cell: SupplyCell, today: Day): string {
  if (cell.outcome === 'not_confirmed' || (cell.outcome === 'none' && cell.verifiedAt === null)) return ''
  const verified = cell.verifiedAt === null ? 'never verified' : `verified ${short(cell.verifiedAt, today)}`
  if (cell.outcome === 'none' || cell.services === cell.confidential) return verified
  const beds =
    cell.lastConfirmedAt === null
      ? 'beds never confirmed'
      : `beds ${short(cell.lastConfirmedAt, today)}${cell.bedsAddedSince === 0 ? '' : `, ${cell.bedsAddedSince} added since`}`
  return `${verified}, ${beds}`
}

/** '1 bed', '12 beds'. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** Free is said apart from beds; floating support has none. */
function shownWords(cell: SupplyCell): string {
  const { outcome, services, confidential, beds, free, bedsPaused, bedsNotConfirmed } = cell
  if (beds === 0) return counted(services - confidential, 'service')
  if (outcome === 'does_not_take') return `${counted(beds, 'bed')}, none for her`
  if (bedsPaused === beds) return `${counted(beds, 'bed')}, paused`
  const paused = bedsPaused === 0 ? '' : `, ${bedsPaused} paused`
  if (free === null && bedsPaused === 0) return `${counted(beds, 'bed')} not confirmed`
  const known = free === null ? '' : `, ${free} free`
  const unknown = bedsNotConfirmed === 0 ? '' : `, ${bedsNotConfirmed} not confirmed`
  return `${counted(beds, 'bed')}${known}${paused}${unknown}`
}

function hiddenWords({ services, confidential }: SupplyCell): string {
  return services === confidential
    ? 'beds not shown: confidential'
    : `${confidential} confidential, beds not shown`
}

function unsaidWords({ services, asked }: SupplyCell): string {
  if (asked === 0) return 'no housing is listed'
  if (asked === 1) return 'the one service has not said'
  return `${services} of ${asked} services ${services === 1 ? 'has' : 'have'} not said`
}

function short(instant: Date, today: Day): string {
  return shortDay(londonDay(instant), today)
}
