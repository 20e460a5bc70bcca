import type { Decision } from '../../eligibility/decision'
import type { PersonFacts } from '../../eligibility/facts'
import { isHousing } from '../../service/service-kind'
import type { BedspaceType } from '../../vacancy/vacancy'

/** Of her, what says which bed she needs. */
export type Household = Pick<PersonFacts, 'childrenPlan' | 'couple'>

/** Which types of bed are one for a household; a family's is with whoever lives there from the first night. */
const SUITS = {
  alone: ['self_contained', 'shared'],
  couple: ['couple'],
  family: ['family'],
} as const satisfies Record<string, readonly BedspaceType[]>

/** Whether a bed of a type is one for her: of a mother whose children live with her a family's, of a couple a couple's. */
export function isBedFor({ childrenPlan, couple }: Household, type: string): boolean {
  const whose = childrenPlan === 'live_in' ? 'family' : couple === 'yes' ? 'couple' : 'alone'
  return SUITS[whose].some(each => each === type)
}

/** A service as it was decided for her, and what it has for women on the day she leaves. */
export interface Matched {
  id: string
  kind: string
  decision: Pick<Decision, 'outcome' | 'answers'>
  /** Its vacancies are confirmed, and not yet to be checked. */
  isFresh: boolean
  /** Beds for women, or for anybody, of a type that is one for her, that are free on the day she leaves. */
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
