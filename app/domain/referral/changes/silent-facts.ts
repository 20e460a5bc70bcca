import type { PersonFacts } from '../../eligibility/facts'

/** Avoid, abuse and women-only answers never make a notice (product.md, "Eligibility"). */
export const SILENT = ['avoid', 'abuse', 'fleeingViolence', 'needsWomenOnly'] as const

type SilentFacts = Pick<PersonFacts, (typeof SILENT)[number]>

/** The facts of `after` with the silent answers of `before`. */
export function withSilentOf(before: SilentFacts, after: PersonFacts): PersonFacts {
  return { ...after, ...Object.fromEntries(SILENT.map(field => [field, before[field]])) }
}

/** As far apart as the silent answers can be: what is so with both says nothing of hers. */
export const SILENT_EITHER_WAY: readonly SilentFacts[] = [
  { avoid: null, abuse: 'none', fleeingViolence: 'no', needsWomenOnly: 'no' },
  { avoid: null, abuse: 'current', fleeingViolence: 'yes', needsWomenOnly: 'yes' },
]
