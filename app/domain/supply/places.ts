import type { SupplyService } from './service'

/** 'never' where the kind of service answers, and no policy could say otherwise; null where nothing is stated. */
type IsOne = 'yes' | 'no' | 'never' | null

interface PlaceFacts {
  label: string
  definition: string
  isOne: (service: Pick<SupplyService, 'kind' | 'sex'>) => IsOne
}

/** The kinds of place that are asked for. Housing for men only is none of them, whatever else it takes. */
export const SUPPLY_PLACES = {
  any: {
    label: 'Any housing that takes women',
    definition:
      'Housing that takes women. Refuges are asked for apart; approved premises and CAS are left out.',
    isOne: ({ kind, sex }) => (kind === 'refuge' ? 'never' : unlessMen(sex)),
  },
  women_only: {
    label: 'Women-only supported housing',
    definition: 'Supported housing that takes women only. Refuges are asked for apart.',
    isOne: ({ kind, sex }) => (kind === 'supported_housing' ? only('women', sex) : 'never'),
  },
  mixed: {
    label: 'Mixed housing',
    definition: 'Housing that takes women and men.',
    isOne: ({ kind, sex }) => (kind === 'refuge' ? 'never' : only('mixed', sex)),
  },
  refuge: {
    label: 'Refuge and safe accommodation',
    definition:
      'Refuges and safe accommodation that take women and cover the authority. Where they are is never shown.',
    isOne: ({ kind, sex }) => (kind === 'refuge' ? unlessMen(sex) : 'never'),
  },
} as const satisfies Record<string, PlaceFacts>

export type SupplyPlace = keyof typeof SUPPLY_PLACES

export const SUPPLY_PLACE_CODES = Object.keys(SUPPLY_PLACES) as readonly SupplyPlace[]

function unlessMen(sex: SupplyService['sex']): IsOne {
  if (sex === null) return null
  return sex === 'men' ? 'no' : 'yes'
}

function only(wanted: SupplyService['sex'], sex: SupplyService['sex']): IsOne {
  if (sex === null) return null
  return sex === wanted ? 'yes' : 'no'
}
