import type { SupplyOutcome } from './supply'

export interface SupplySign {
  colour: 'green' | 'amber' | 'red' | 'grey'
  /** Drawn before the words, so that no meaning rests on colour alone. */
  sign: string
  words: string
}

/** Green: verified yes. Amber: case by case, or stale. Red: confirmed none. Grey: not confirmed, which is never red. */
const SIGNS: Record<SupplyOutcome, SupplySign> = {
  yes: { colour: 'green', sign: '✓', words: 'yes' },
  case_by_case: { colour: 'amber', sign: '~', words: 'case by case' },
  stale: { colour: 'amber', sign: '~', words: 'stated, not verified for 90 days' },
  none: { colour: 'red', sign: '✕', words: 'none' },
  not_confirmed: { colour: 'grey', sign: '?', words: 'not confirmed' },
}

/** How an outcome is shown (product.md, "Coverage matrix"). */
export function supplySign(outcome: SupplyOutcome): SupplySign {
  return SIGNS[outcome]
}
