import type { Decision } from '../../eligibility/decision'
import { isHousing } from '../../service/service-kind'

/** A service as it was decided for her, and what it has for women on the day she leaves. */
export interface Matched {
  id: string
  kind: string
  decision: Pick<Decision, 'outcome' | 'answers'>
  /** Its vacancies are confirmed, and not yet to be checked. */
  isFresh: boolean
  /** Beds for women, or for anybody, that are free on the day she leaves. */
  free: number
}

/**
 * M6 (product.md, "Reports": "the system's own unfiltered match … found nothing fresh and not excluded"): an option is a place to live that does
 * not say "not eligible" ("discuss" is not excluded), whose vacancies are fresh ("Freshness changes behaviour": what is not confirmed is never
 * supply), and that has a bed for her on that day.
 */
export function isOption({ kind, decision, isFresh, free }: Matched): boolean {
  return isHousing(kind) && decision.outcome !== 'not_eligible' && isFresh && free > 0
}
