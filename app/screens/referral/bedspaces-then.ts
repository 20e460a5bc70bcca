import { dayOrYear } from '~/domain/time/near-time'
import { nextClaimAfter, stateOn } from '~/domain/vacancy/free/bedspace-state'
import { freeUntil, isFreeOn, type Wanted } from '~/domain/vacancy/free/free-days'
import { throughThenWords } from '~/domain/vacancy/free/last-day'
import type { OwnBedspace } from '~/domain/vacancy/own/own-bedspaces.server'
import { stateWords } from '~/screens/vacancies/state-in-words'

/** What a provider's bedspaces are on the day somebody may arrive. Safe for the browser. */

export interface BedspaceThen {
  id: string
  name: string
  isFree: boolean
  /** 'free', 'free until and including Fri 8 January, then turnaround; promised from …', 'void (repair) until …'. */
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
  if (!isFreeOn(claims, turnaround, wanted))
    return { id, name, isFree: false, words: takenWords(claims, wanted) }
  const end = freeUntil(claims, turnaround, wanted.day)
  return { id, name, isFree: true, words: end ? `free ${throughThenWords(end, wanted.today)}` : 'free' }
}

/** What stands in the way on the day, or now: a bedspace that is not empty yet is no free one. */
function takenWords(claims: OwnBedspace['claims'], { today, day }: Wanted): string {
  const then = stateOn(claims, day)
  if (then.kind !== 'free') return stateWords(then, today)
  const now = stateOn(claims, today)
  if (now.kind !== 'free') return stateWords(now, today)
  const next = nextClaimAfter(claims, day)
  return next === null ? 'claimed before then' : `claimed from ${dayOrYear(next.from, today)}`
}

function countOf(unnamed: readonly OwnBedspace[], wanted: Wanted): BedspaceThen[] {
  if (unnamed.length === 0) return []
  const free = unnamed.filter(({ claims, turnaround }) => isFreeOn(claims, turnaround, wanted)).length
  return [{ id: 'unnamed', name: 'Bedspaces', isFree: free > 0, words: `${free} of ${unnamed.length} free` }]
}
