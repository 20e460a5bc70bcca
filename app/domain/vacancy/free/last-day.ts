import { daysBetween, formatDayLong, type Day } from '../../time/calendar'
import { dayOrYear } from '../../time/near-time'
import type { Limited } from './free-days'
import type { ClaimKind } from '../vacancy'

/**
 * The last day of a stay, of a void and of what is free, in one wording for every page and both sides. A stay's last day is the
 * one on which somebody leaves; the turnaround begins then, and is named, so that no day is left without a word. Safe for the
 * browser.
 */

/** 'until and including Fri 27 November'. */
export function throughWords(lastOn: Day, today: Day): string {
  return `until and including ${dayOrYear(lastOn, today)}`
}

/** 'until and including Fri 27 November, then turnaround; ready from Tue 1 December'. */
export function throughThenWords(
  { lastOn, nextOn, next }: { lastOn: Day; nextOn: Day; next: keyof typeof NEXT },
  today: Day,
): string {
  const between = daysBetween(lastOn, nextOn) > 1 ? ', then turnaround' : ''
  return `${throughWords(lastOn, today)}${between}; ${NEXT[next]} from ${dayOrYear(nextOn, today)}`
}

/** Of days that are taken, up to and not including a day: 'and ready from 28 April 2027', 'until further notice'. */
export function readyWords(until: Day | null): string {
  return until === null ? 'until further notice' : `and ready from ${formatDayLong(until)}`
}

/**
 * Of the bedspaces that are free, those that something claims later: '1 of those 3 until and including Sun 29 November, then
 * turnaround; promised from Tue 1 December'. Takes how many are free; null where nothing claims any of them.
 */
export function limitedWords(limited: Limited | null, free: number, today: Day): string | null {
  if (limited === null) return null
  return `${whichWords(limited.count, free)} ${throughThenWords(limited, today)}`
}

/** What follows a last day. */
const NEXT = {
  ready: 'ready',
  hold: 'promised',
  void: 'void',
  occupied: 'occupied',
  turnaround: 'turnaround',
} as const satisfies Record<ClaimKind | 'ready', string>

function whichWords(count: number, free: number): string {
  if (free === 1) return 'that one'
  const which = count === free ? `all ${free}` : `${count} of those ${free}`
  return count === 1 ? which : `${which} for a while, the first`
}
