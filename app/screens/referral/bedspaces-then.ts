import type { Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { nextClaimAfter, stateOn } from '~/domain/vacancy/free/bedspace-state'
import { freeUntil, isFreeOn, offerable, type Wanted } from '~/domain/vacancy/free/free-days'
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
  /** Where it is not free on the day: when it can be offered for, as an offer's own page has it; null where no day is known. */
  from: Day | null
}

/** Where none is free on the day: 'None is free on that day. Room 2 can be offered from Tue 8 December.' */
export function noneFreeWords(rows: readonly BedspaceThen[], today: Day): string {
  const [first] = rows
    .flatMap(({ name, from }) => (from === null ? [] : [{ name, from }]))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const none = 'None is free on that day'
  return first ? `${none}. ${first.name}: ${offeredFrom(first.from, today)}.` : `${none}.`
}

function offeredFrom(from: Day, today: Day): string {
  return `can be offered from ${dayOrYear(from, today)}`
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
  if (!isFreeOn(claims, turnaround, wanted)) {
    const from = offerable(claims, turnaround, wanted)?.from ?? null
    const words = [takenWords(claims, wanted), from && offeredFrom(from, wanted.today)]
    return { id, name, isFree: false, words: words.filter(Boolean).join(': '), from }
  }
  const end = freeUntil(claims, turnaround, wanted.day)
  const words = end ? `free ${throughThenWords(end, wanted.today)}` : 'free'
  return { id, name, isFree: true, words, from: null }
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
  const from = unnamed
    .flatMap(({ claims, turnaround }) => offerable(claims, turnaround, wanted)?.from ?? [])
    .sort()[0]
  const then = free === 0 && from ? `; one ${offeredFrom(from, wanted.today)}` : ''
  return [
    {
      ...{ id: 'unnamed', name: 'Bedspaces', isFree: free > 0 },
      words: `${free} of ${unnamed.length} free${then}`,
      from: free > 0 ? null : (from ?? null),
    },
  ]
}
