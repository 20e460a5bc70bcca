import { addDays, type Day, londonDay, londonInstant } from '../../time/calendar'
import { addWorkingDays } from '../../time/working-days'
import { nextClaimAfter, standing, stateOn } from './bedspace-state'
import type { Claim, ClaimKind } from '../vacancy'

/**
 * What is free, for every reader of it: pages, cards, search index, supply and offers. Safe for the browser.
 *
 * A bedspace is **free on a day** when it is empty now and somebody may come on that day: nothing claims it from today up to
 * and with that day, and before the next claim there is room for two nights and the turnaround. What will be empty later, by
 * whatever is expected to end, is **expected**: a forecast, never a free bed.
 */

/** A stay of one night is no place to offer: a gap must hold this many nights, and the turnaround. */
export const FEWEST_NIGHTS = 2

/** One service's bedspaces, each by its standing claims, and the working days between two stays. */
export interface Beds {
  bedspaces: ReadonlyArray<readonly Claim[]>
  turnaround: number
}

/** Today, and the day a bed is wanted on: the same or a later one. */
export interface Wanted {
  today: Day
  day: Day
}

/** Days without a break on which somebody may come: half-open, without end where `until` is null. */
export interface Opening {
  from: Day
  until: Day | null
}

export interface Vacancy {
  /** Bedspaces of the service, voids included. */
  total: number
  /** Empty now, and free on the day wanted. */
  free: number
  /** Of those, the ones that something claims later; null where nothing does. */
  limited: Limited | null
  expected: Expected | null
  /** Void on the day wanted. */
  voids: number
}

/** Bedspaces that are free on the day wanted and not for good: how many, and of the first to go its last day and what follows. */
export interface Limited {
  count: number
  lastOn: Day
  nextOn: Day
  next: ClaimKind
}

/** How many more bedspaces are expected free: on the day wanted, else on the first day after it. A forecast. */
interface Expected {
  on: Day
  count: number
  /** One of them hangs on somebody leaving on a day that nobody is sure of. */
  isAbout: boolean
  /** Of those, the ones that something claims after that; null where nothing does. */
  limited: Limited | null
}

/** What a service has on a day, worked out from the standing claims of each of its bedspaces. */
export function vacancyOf({ bedspaces, turnaround }: Beds, wanted: Wanted): Vacancy {
  const free = bedspaces.filter(claims => isFreeOn(claims, turnaround, wanted))
  const taken = bedspaces.filter(claims => !free.includes(claims))
  return {
    total: bedspaces.length,
    free: free.length,
    limited: limitedOf({ bedspaces: free, turnaround }, wanted.day),
    expected: expectedOf({ bedspaces: taken, turnaround }, wanted),
    voids: bedspaces.filter(claims => stateOn(claims, wanted.day).kind === 'void').length,
  }
}

/** True when a bedspace is empty today and somebody may come on the day wanted. */
export function isFreeOn(claims: readonly Claim[], turnaround: number, { today, day }: Wanted): boolean {
  const first = openings(claims, turnaround, today)[0]
  return first !== undefined && first.from <= today && (first.until === null || day < first.until)
}

/** The days from one on that somebody may come, by the dates of the standing claims. */
export function openings(claims: readonly Claim[], turnaround: number, from: Day): Opening[] {
  const found: Opening[] = []
  let free = from
  for (const claim of [...claims].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (claim.from > free) found.push({ from: free, until: lastNightBefore(claim.from, turnaround) })
    if (claim.until === null) return found.filter(isSome)
    if (claim.until > free) free = claim.until
  }
  return [...found, { from: free, until: null }].filter(isSome)
}

/** The last day of a stay after which the turnaround is done when the next claim begins. */
export function lastDayBefore(next: Day, turnaround: number): Day {
  let last = next
  while (addWorkingDays(last, turnaround) > next) last = addDays(last, -1)
  return last
}

/** Until when a bedspace that is free on a day is: the last day of a stay, and the claim that follows; null where none does. */
export function freeUntil(
  claims: readonly Claim[],
  turnaround: number,
  day: Day,
): Omit<Limited, 'count'> | null {
  const next = nextClaimAfter(claims, day)
  return next && { lastOn: lastDayBefore(next.from, turnaround), nextOn: next.from, next: next.kind }
}

/** Before each claim to come, the empty days that its turnaround would take: nobody stays into them, as `freeUntil` says in words. */
export function turnaroundsBefore(claims: readonly Claim[], turnaround: number, today: Day) {
  const known = claims.map(claim => ({
    ...claim,
    until: sureEnd(claim, turnaround, today)?.until ?? claim.until,
  }))
  return known.flatMap(next => {
    const before = known.filter(claim => claim.from < next.from).map(({ until }) => until)
    if (next.from <= today || before.includes(null)) return []
    const starts = [today, lastDayBefore(next.from, turnaround), ...before.filter(day => day !== null)]
    const from = starts.reduce((latest, day) => (day > latest ? day : latest))
    return from < next.from ? [{ from, until: next.from }] : []
  })
}

/** The day the provider is sure somebody leaves, and from when the bedspace is ready; null of any other claim, and once it has passed. */
export function sureEnd(
  { until, leaves }: Claim,
  turnaround: number,
  today: Day,
): { lastOn: Day; until: Day } | null {
  if (until !== null || !leaves?.isSure || leaves.on < today) return null
  return { lastOn: leaves.on, until: addWorkingDays(leaves.on, turnaround) }
}

/** The openings of a bedspace if everybody leaves on the day that is expected. A day that has passed tells nothing. */
export function expectedOpenings(claims: readonly Claim[], turnaround: number, today: Day): Opening[] {
  return openings(
    claims.map(claim => ({ ...claim, until: expectedEnd(claim, turnaround, today) })),
    turnaround,
    today,
  )
}

/** The next days, from the one wanted on, on which it may be offered: by its dates, and where somebody is sure to leave. */
export function offerable(
  claims: readonly Claim[],
  turnaround: number,
  { today, day }: Wanted,
): Opening | null {
  const isSure = claims.some(({ leaves }) => leaves?.isSure === true && leaves.on >= today)
  const found = isSure ? expectedOpenings(claims, turnaround, today) : openings(claims, turnaround, today)
  return found.find(({ until }) => until === null || until > day) ?? null
}

/** An opening, and the instant from which on it is seen: its first day has begun and what stood in its way has lapsed. */
export interface OpeningSince extends Opening {
  /** null: it is seen now. */
  since: Date | null
}

/** Every opening of a bedspace that time alone brings, by its dates and by the lapses of holds on it: none needs a write. */
export function openingsSince(claims: readonly Claim[], turnaround: number, now: Date): OpeningSince[] {
  const today = londonDay(now)
  const lapses = claims.flatMap(({ lapsesAt }) => (lapsesAt !== null && lapsesAt > now ? [lapsesAt] : []))
  return [now, ...lapses].flatMap(instant =>
    openings(standing(claims, instant), turnaround, today).map(opening => {
      const begins = opening.from > today ? londonInstant(opening.from) : now
      const since = begins > instant ? begins : instant
      return { ...opening, since: since > now ? since : null }
    }),
  )
}

function isSome({ from, until }: Opening): boolean {
  return until === null || from < until
}

/** The first day on which nobody may come any more because of the next claim. */
function lastNightBefore(next: Day, turnaround: number): Day {
  return addDays(lastDayBefore(next, turnaround), 1 - FEWEST_NIGHTS)
}

function limitedOf({ bedspaces, turnaround }: Beds, day: Day): Limited | null {
  const ends = bedspaces.flatMap(claims => freeUntil(claims, turnaround, day) ?? [])
  const [first] = ends.sort((a, b) => (a.nextOn < b.nextOn ? -1 : 1))
  return first ? { count: ends.length, ...first } : null
}

function expectedEnd({ until, leaves }: Claim, turnaround: number, today: Day): Day | null {
  if (until !== null || leaves === null || leaves.on < today) return until
  return addWorkingDays(leaves.on, turnaround)
}

function expectedOf({ bedspaces, turnaround }: Beds, { today, day }: Wanted): Expected | null {
  const foreseen = bedspaces.map(claims => ({
    claims,
    on: expectedOn(expectedOpenings(claims, turnaround, today), { today, day }),
  }))
  const on = foreseen.reduce<Day | null>((least, each) => earlier(least, each.on), null)
  if (on === null) return null
  const then = foreseen.filter(each => each.on === on).map(({ claims }) => claims)
  return {
    on,
    count: then.length,
    isAbout: then.some(claims => hangsOnSomebody(claims, on)),
    limited: limitedOf({ bedspaces: then, turnaround }, on),
  }
}

/** What begins later does not: it only ends what comes free. */
function hangsOnSomebody(claims: readonly Claim[], on: Day): boolean {
  return claims.some(({ kind, from, leaves }) => from < on && (kind === 'hold' || leaves?.isSure === false))
}

/** The day wanted where the bedspace is expected free on it, else the first such day after it. */
function expectedOn(found: readonly Opening[], { today, day }: Wanted): Day | null {
  const opening = found.find(({ from, until }) => from > today && (until === null || until > day))
  if (!opening) return null
  return opening.from > day ? opening.from : day
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return b < a ? b : a
}
