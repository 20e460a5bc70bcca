import type { PersonFacts } from './facts'
import type { PolicyFilter } from './policy-filter'
import { RULES } from './rules'

/**
 * The conditions a search for this person may apply before anything is decided. They come from the same table as the
 * decision and drop only services it finds not eligible; what passes still has to be decided.
 */
export function prefilters(facts: PersonFacts): PolicyFilter[] {
  return RULES.flatMap(rule => rule.prefilter?.(facts) ?? [])
}
