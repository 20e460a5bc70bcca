import type { Day } from '../region/calendar'
import { dayOrYear } from '../region/near-time'
import { nextClaimAfter, stateOn } from '../vacancy/bedspace-state'
import { isFreeOn, lastDayBefore, type Wanted } from '../vacancy/free-days'
import type { OwnBedspace } from '../vacancy/own-bedspaces.server'
import { stateWords } from '../vacancy/state-words'

/** What a provider's bedspaces are on the day somebody may arrive. Safe for the browser. */

export interface BedspaceThen {
  id: string
  name: string
  isFree: boolean
  /** 'free', 'taken to 9 January', 'void, repair'. */
  words: string
}

/** Each named bedspace with its state on a day, the free ones first; unnamed ones as one line of how many are free. */
export function bedspacesThen(bedspaces: readonly OwnBedspace[], wanted: Wanted): BedspaceThen[] {
  const named = bedspaces
    .filter(bedspace => bedspace.named)
    .map(bedspace => lineOf(bedspace, wanted))
    .sort((a, b) => Number(b.isFree) - Number(a.isFree))
  return [
    ...named,
    ...countOf(
      bedspaces.filter(bedspace => !bedspace.named),
      wanted,
    ),
  ]
}

function lineOf({ id, name, turnaround, claims }: OwnBedspace, wanted: Wanted): BedspaceThen {
  const { day } = wanted
  const next = nextClaimAfter(claims, day)
  if (isFreeOn(claims, turnaround, wanted)) {
    const words = next ? `free until ${dayOrYear(lastDayBefore(next, turnaround), day)}` : 'free'
    return { id, name, isFree: true, words }
  }
  return { id, name, isFree: false, words: takenWords(claims, next, wanted) }
}

/** What stands in the way on the day, or now: a bedspace that is not empty yet is no free one. */
function takenWords(claims: OwnBedspace['claims'], next: Day | null, { today, day }: Wanted): string {
  const then = stateOn(claims, day)
  if (then.kind !== 'free') return stateWords(then, today)
  const now = stateOn(claims, today)
  if (now.kind !== 'free') return stateWords(now, today)
  return next === null ? 'claimed before then' : `claimed from ${dayOrYear(next, today)}`
}

function countOf(unnamed: readonly OwnBedspace[], wanted: Wanted): BedspaceThen[] {
  if (unnamed.length === 0) return []
  const free = unnamed.filter(({ claims, turnaround }) => isFreeOn(claims, turnaround, wanted)).length
  return [{ id: 'unnamed', name: 'Bedspaces', isFree: free > 0, words: `${free} of ${unnamed.length} free` }]
}
