import type { Policy } from '../../eligibility/policy'
import { isHousing } from '../../service/service-kind'
import { type Change, CHANGES, POLICY_CHANGES } from '../changes'
import type { Household, Matched } from './option'

/** A service as it was matched, and whom it is for. */
export type Changeable = Matched & { policy: Pick<Policy, 'sex'> }

/**
 * Which single changes would each have given her an option ("what would have placed them"), by the decision as it was made that night: a
 * policy counts where at a place with a fresh and free bed one criterion alone says "not eligible"; a bed counts where a place says nothing
 * against her and has none, or none that is confirmed. Anywhere in the region but where she avoids to be, as M6 looks.
 */
export function wouldPlace(household: Household, services: readonly Changeable[]): Change[] {
  const found = new Set(
    services.filter(({ kind }) => isHousing(kind)).map(service => changeAt(household, service)),
  )
  return CHANGES.filter(change => found.has(change))
}

/** The one change this service would have needed; null where it would have needed more than one, or none that is tried. */
function changeAt(household: Household, service: Changeable): Change | null {
  const { decision, isFresh, free } = service
  const against = decision.answers.filter(({ outcome }) => outcome === 'not_eligible')
  if (against.length === 0) return bedAt(household, service)
  const [only, ...others] = against
  const isPlace = isFresh && free > 0 && others.length === 0
  return isPlace && only && only.criterion in POLICY_CHANGES ? (only.criterion as Change) : null
}

function bedAt({ childrenPlan, couple }: Household, { isFresh, free, policy }: Changeable): Change | null {
  // One change is one: a house that is full and unconfirmed needs two.
  if (!isFresh) return free > 0 ? 'bed_confirmed' : null
  if (free > 0) return null
  if (childrenPlan === 'live_in') return 'bed_family'
  if (couple === 'yes') return 'bed_couple'
  return policy.sex === 'women' ? 'bed_women_only' : 'bed_mixed'
}
