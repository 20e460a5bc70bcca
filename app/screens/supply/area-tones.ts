import type { SupplyRow } from '~/domain/supply/supply'
import type { SupplyOutcome } from '~/domain/supply/cell'

export type SupplyTone = 'strong' | 'middle' | 'sand' | 'plain' | 'hatched'

interface ToneShown {
  tone: SupplyTone
  about: string
}

/** Where there is women-only housing: whether it takes a woman from prison. */
const FROM_PRISON: Record<SupplyOutcome, ToneShown> = {
  yes: { tone: 'strong', about: 'taken as a rule' },
  case_by_case: { tone: 'middle', about: 'case by case' },
  stale: { tone: 'middle', about: 'stale: not verified for 90 days' },
  does_not_take: { tone: 'sand', about: 'exists, not taken' },
  none: { tone: 'plain', about: 'none exists' },
  not_confirmed: { tone: 'hatched', about: 'there is some, not confirmed whether they are taken' },
}

/** How an area is filled on the map: women-only housing first, without which nobody can be taken; then whether a woman from prison is. */
export function toneOf({ women_only, women_only_from_prison }: SupplyRow['cells']): ToneShown {
  if (women_only.outcome === 'not_confirmed')
    return { tone: 'hatched', about: 'not confirmed whether there is any' }
  return FROM_PRISON[women_only.outcome === 'none' ? 'none' : women_only_from_prison.outcome]
}
