import { addDays, type Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import type { BedspaceState } from '~/domain/vacancy/free/bedspace-state'
import { throughThenWords } from '~/domain/vacancy/free/last-day'
import { type Leaving, VOID_REASON_LABELS } from '~/domain/vacancy/vacancy'
import { inSentence } from '~/domain/words/english'

/**
 * 'free', 'occupied, leaving about Sat 9 January', 'void (repair) until further notice', 'held until and including Fri 27
 * November, then turnaround; ready from Tue 1 December'. Safe for the browser.
 */
export function stateWords(state: BedspaceState, today: Day): string {
  if (state.kind === 'free') return 'free'
  if (state.kind === 'occupied' && state.until === null) return `occupied${leavingWords(state.leaves, today)}`
  if (state.voidReason === 'closing') return 'closed for good'
  const why = state.voidReason ? ` (${inSentence(VOID_REASON_LABELS[state.voidReason])})` : ''
  return `${state.kind === 'hold' ? 'held' : state.kind}${why} ${untilWords(state, today)}`
}

function untilWords({ until, lastOn }: Exclude<BedspaceState, { kind: 'free' }>, today: Day): string {
  if (until === null) return 'until further notice'
  return throughThenWords({ lastOn: lastOn ?? addDays(until, -1), nextOn: until, next: 'ready' }, today)
}

/** ', leaving on Fri 4 December (sure)', ', to move to another room on Fri 4 December', ', must end by Fri 4 December' where nobody said that day; nothing where no day is expected. */
function leavingWords(leaves: Leaving | null, today: Day): string {
  if (leaves === null) return ''
  const day = dayOrYear(leaves.on, today)
  if (leaves.isMove)
    return leaves.on < today
      ? `, was to move to another room on ${day}: not recorded yet`
      : `, to move to another room on ${day}`
  if (leaves.mustEnd)
    return leaves.on < today ? `, was to end by ${day}: not recorded yet` : `, must end by ${day}`
  if (leaves.on < today) return `, was to leave ${leaves.isSure ? 'on' : 'about'} ${day}: not recorded yet`
  return leaves.isSure ? `, leaving on ${day} (sure)` : `, leaving about ${day}`
}
