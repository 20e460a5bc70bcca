import type { SupplyCell, SupplyOutcome } from './supply'

/** How far a cell of the coverage matrix can be trusted, in its own words (product.md, "Coverage matrix"). */
export const COVERAGE_WORDS = {
  yes: 'yes',
  unconfirmed: 'yes, beds not confirmed',
  'case-by-case': 'case by case',
  stale: 'stale',
  none: 'none',
  'not-confirmed': 'not confirmed',
} as const

export type Coverage = keyof typeof COVERAGE_WORDS

const BY_OUTCOME: Record<SupplyOutcome, Coverage> = {
  yes: 'yes',
  case_by_case: 'case-by-case',
  stale: 'stale',
  none: 'none',
  not_confirmed: 'not-confirmed',
}

/** How far a cell can be trusted. A verified yes over beds nobody has confirmed is not green. */
export function coverageOf({ outcome, beds, free }: Pick<SupplyCell, 'outcome' | 'beds' | 'free'>): Coverage {
  return outcome === 'yes' && beds > 0 && free === null ? 'unconfirmed' : BY_OUTCOME[outcome]
}
