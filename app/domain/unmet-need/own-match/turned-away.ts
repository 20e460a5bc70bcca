import type { Decision } from '../../eligibility/decision'
import type { Policy } from '../../eligibility/policy'
import { STATED_CODES, type StatedCode, statedCode } from '../stated-criteria'

/** A place to live as it was decided for her, and what it states. */
export interface Turning {
  decision: Pick<Decision, 'answers'>
  policy: Policy
}

/**
 * Which stated criteria turned her away ("who this turns away"), one at a time: at one place or more that states it, that criterion says "not
 * eligible", whatever else the place says of her and whether or not it has a bed. A place that takes no women turns nobody away here.
 */
export function turnedAway(places: readonly Turning[]): StatedCode[] {
  const found = new Set(places.filter(takesWomen).flatMap(codesAt))
  return STATED_CODES.filter(code => found.has(code))
}

function takesWomen({ decision }: Turning): boolean {
  return !decision.answers.some(({ criterion, outcome }) => criterion === 'sex' && outcome === 'not_eligible')
}

function codesAt({ decision, policy }: Turning): StatedCode[] {
  return decision.answers.flatMap(({ criterion, outcome }) => {
    const code = outcome === 'not_eligible' ? statedCode(policy, criterion) : null
    return code === null ? [] : [code]
  })
}
