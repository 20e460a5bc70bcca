import type { FreeWindow } from '@search/build-document'
import type { Day } from '../region/calendar'
import type { Claim } from '../vacancy/vacancy'

/** The days from today on that one bedspace is free, from its standing claims: half-open, the last one open unless claimed for good. */
export function freeWindows(claims: readonly Claim[], today: Day): FreeWindow[] {
  const windows: FreeWindow[] = []
  let free: Day = today
  for (const claim of [...claims].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (claim.from > free) windows.push({ from: free, until: claim.from })
    if (claim.until === null) return windows
    if (claim.until > free) free = claim.until
  }
  return [...windows, { from: free, until: null }]
}
