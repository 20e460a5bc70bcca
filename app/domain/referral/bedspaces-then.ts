import type { Day } from '../region/calendar'
import { dayOrYear } from '../region/near-time'
import { freeFrom, stateOn } from '../vacancy/bedspace-state'
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
export function bedspacesThen(bedspaces: readonly OwnBedspace[], day: Day): BedspaceThen[] {
  const named = bedspaces
    .filter(bedspace => bedspace.named)
    .map(bedspace => lineOf(bedspace, day))
    .sort((a, b) => Number(b.isFree) - Number(a.isFree))
  return [
    ...named,
    ...countOf(
      bedspaces.filter(bedspace => !bedspace.named),
      day,
    ),
  ]
}

function lineOf({ id, name, claims }: OwnBedspace, day: Day): BedspaceThen {
  const state = stateOn(claims, day)
  if (state.kind !== 'free') return { id, name, isFree: false, words: stateWords(state, day) }
  const next = claims.find(claim => claim.from > day)
  const words = next ? `free until ${dayOrYear(next.from, day)}` : 'free'
  return { id, name, isFree: true, words }
}

function countOf(unnamed: readonly OwnBedspace[], day: Day): BedspaceThen[] {
  if (unnamed.length === 0) return []
  const free = unnamed.filter(({ claims }) => freeFrom(claims, day) === day).length
  return [{ id: 'unnamed', name: 'Bedspaces', isFree: free > 0, words: `${free} of ${unnamed.length} free` }]
}
