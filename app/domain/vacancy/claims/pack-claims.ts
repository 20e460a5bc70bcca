import type { Day } from '../../time/calendar'

/** A claim that may lie on any of some bedspaces; half-open days, `until` null until further notice. */
export interface LooseClaim {
  id: string
  /** Where it lies now; null for a claim still to be made. */
  bedspaceId: string | null
  from: Day
  until: Day | null
}

/**
 * Lays claims out over bedspaces so that no two on one overlap: claim id → bedspace id, or null when they do not all fit. In
 * the order of their first day any bedspace that is free then will do, so each stays where it lies if it can.
 */
export function packClaims(
  bedspaceIds: readonly string[],
  claims: readonly LooseClaim[],
): Map<string, string> | null {
  const freeFrom = new Map<string, Day | null>(bedspaceIds.map(id => [id, '']))
  const laidOut = new Map<string, string>()
  for (const claim of [...claims].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const free = bedspaceIds.filter(id => isFree(freeFrom.get(id), claim.from))
    const chosen = free.find(id => id === claim.bedspaceId) ?? free[0]
    if (chosen === undefined) return null
    laidOut.set(claim.id, chosen)
    freeFrom.set(chosen, claim.until)
  }
  return laidOut
}

function isFree(from: Day | null | undefined, day: Day): boolean {
  return from !== null && from !== undefined && from <= day
}
