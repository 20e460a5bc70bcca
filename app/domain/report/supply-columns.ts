import type { YesCaseNo } from '../service/service'
import type { SupplyService } from './supply-service'

export type SupplyColumn =
  | 'women_only'
  | 'women_only_from_prison'
  | 'refuge'
  | 'from_prison'
  | 'complex_needs'
  | 'with_children'
  | 'couples'

/** 'never' where the kind of service answers and no policy could say otherwise; null where nothing is stated. */
export type ColumnAnswer = YesCaseNo | 'never' | null

interface ColumnFacts {
  label: string
  definition: string
  answer: (service: SupplyService) => ColumnAnswer
}

/** What each column asks of a service, and the words that define it. */
export const SUPPLY_COLUMNS: Record<SupplyColumn, ColumnFacts> = {
  women_only: {
    label: 'Women-only supported housing',
    definition: 'Supported housing that takes women only. Refuges have a column of their own.',
    answer: womenOnly,
  },
  women_only_from_prison: {
    label: 'Women-only and accepts people from prison',
    definition: 'Women-only supported housing, by whether it takes a woman who comes from prison.',
    answer: womenOnlyFromPrison,
  },
  refuge: {
    label: 'Refuge and safe accommodation',
    definition:
      'Refuges and safe accommodation that take women and cover the authority. Where they are is never shown.',
    answer: service => (service.kind === 'refuge' ? 'yes' : 'never'),
  },
  from_prison: {
    label: 'Accepts people from prison',
    definition:
      'Any housing that takes women and people who come from prison. Approved premises and CAS are left out.',
    answer: service => service.peopleFromPrison,
  },
  complex_needs: {
    label: 'Complex needs',
    definition: 'Any housing that takes women and people with complex needs.',
    answer: service => service.complexNeeds,
  },
  with_children: {
    label: 'With children',
    definition: 'Any housing that takes women, where children may live from the first night.',
    answer: withChildren,
  },
  couples: {
    label: 'Couples',
    definition: 'Any housing that takes women, and two people as a couple.',
    answer: service => service.couple,
  },
}

/** The columns in the order the page shows them. */
export const SUPPLY_COLUMN_ORDER: readonly SupplyColumn[] = [
  'women_only',
  'from_prison',
  'women_only_from_prison',
  'refuge',
  'complex_needs',
  'with_children',
  'couples',
]

function womenOnly(service: SupplyService): ColumnAnswer {
  if (service.kind !== 'supported_housing') return 'never'
  if (service.sex === null) return null
  return service.sex === 'women' ? 'yes' : 'no'
}

function womenOnlyFromPrison(service: SupplyService): ColumnAnswer {
  const isForWomen = womenOnly(service)
  return isForWomen === 'yes' ? service.peopleFromPrison : isForWomen
}

function withChildren(service: SupplyService): ColumnAnswer {
  if (service.children === null) return null
  if (service.children.rule === 'live_in') return 'yes'
  return service.children.rule === 'case_by_case' ? 'case_by_case' : 'no'
}
