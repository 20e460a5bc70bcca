import type { Day } from '../../time/calendar'
import type { Claim } from '../vacancy'

/** What a bedspace is on a day: free of claims, or claimed until a day (null: until further notice). */
export type BedspaceState =
  { kind: 'free' } | Pick<Claim, 'kind' | 'from' | 'until' | 'voidReason' | 'leaves' | 'lastOn'>

/** The claims that still stand at an instant: a hold that has lapsed claims nothing, even before anybody has freed it. */
export function standing<Known extends Claim>(claims: readonly Known[], now: Date): Known[] {
  return claims.filter(claim => claim.lapsesAt === null || claim.lapsesAt > now)
}

/** What one bedspace is on a day, from its standing claims. */
export function stateOn(claims: readonly Claim[], day: Day): BedspaceState {
  const claim = claims.find(each => covers(each, day))
  if (!claim) return { kind: 'free' }
  const { kind, from, until, voidReason, leaves, lastOn = null } = claim
  return { kind, from, until, voidReason, leaves, lastOn }
}

/** The first claim that begins after a day; null when none does. */
export function nextClaimAfter(claims: readonly Claim[], day: Day): Claim | null {
  const later = claims.filter(({ from }) => from > day)
  return later.sort((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null
}

function covers(claim: Claim, day: Day): boolean {
  return claim.from <= day && (claim.until === null || day < claim.until)
}
