import type { Day } from '../region/calendar'
import type { Claim, ClaimKind, VoidReason } from './vacancy'

/** What a bedspace is on a day: free, or claimed until a day (null: until further notice). */
export type BedspaceState =
  { kind: 'free' } | { kind: ClaimKind; from: Day; until: Day | null; voidReason: VoidReason | null }

export interface Vacancy {
  /** Bedspaces of the service, voids included. */
  total: number
  /** Free on the day. */
  free: number
  /** That day where one is free, else the first on which one comes free, and how many do; null when none is known. */
  nextFree: { on: Day; count: number } | null
  voids: number
}

/** The claims that still stand at an instant: a hold that has lapsed claims nothing, even before anybody has freed it. */
export function standing<Known extends Claim>(claims: readonly Known[], now: Date): Known[] {
  return claims.filter(claim => claim.lapsesAt === null || claim.lapsesAt > now)
}

/** What one bedspace is on a day, from its standing claims. */
export function stateOn(claims: readonly Claim[], day: Day): BedspaceState {
  const claim = claims.find(each => covers(each, day))
  if (!claim) return { kind: 'free' }
  return { kind: claim.kind, from: claim.from, until: claim.until, voidReason: claim.voidReason }
}

/** True when no standing claim touches any day from `from` up to, but not including, `until` (null: for good). */
export function isFreeBetween(claims: readonly Claim[], from: Day, until: Day | null): boolean {
  return !claims.some(
    claim => (claim.until === null || claim.until > from) && (until === null || claim.from < until),
  )
}

/** The first day, not before the given one, on which a bedspace is free; null when it is claimed until further notice. */
export function freeFrom(claims: readonly Claim[], day: Day): Day | null {
  const inOrder = [...claims].sort((a, b) => (a.from < b.from ? -1 : 1))
  let reached: Day = day
  for (const claim of inOrder) {
    if (!covers(claim, reached)) continue
    if (claim.until === null) return null
    reached = claim.until
  }
  return reached
}

/** What a service has free on a day, worked out from the standing claims of each of its bedspaces. */
export function vacancyOf(bedspaces: ReadonlyArray<readonly Claim[]>, day: Day): Vacancy {
  const days = bedspaces.map(claims => freeFrom(claims, day)).filter(free => free !== null)
  const first = days.reduce<Day | null>(
    (least, free) => (least === null || free < least ? free : least),
    null,
  )
  return {
    total: bedspaces.length,
    free: days.filter(free => free === day).length,
    nextFree: first === null ? null : { on: first, count: days.filter(free => free === first).length },
    voids: bedspaces.filter(claims => stateOn(claims, day).kind === 'void').length,
  }
}

function covers(claim: Claim, day: Day): boolean {
  return claim.from <= day && (claim.until === null || day < claim.until)
}
