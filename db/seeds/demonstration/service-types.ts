import type { OnlyForGroup } from '~/domain/eligibility/only-for-groups'
import type { Pathway } from '~/domain/service/pathway'
import type { ServiceKind } from '~/domain/service/service-kind'
import type { RoomType } from './profiles/profile'

/** What every service of one type has in common. */
export interface ServiceType {
  kind: ServiceKind
  pathways: Pathway[]
  bed: RoomType | null
  rentWeekly: number | null
  route?: { route: 'phone' | 'elsewhere'; because: string }
  professionalsOnly?: boolean
  /** The group it is kept for; absent where it is for no group in particular. */
  onlyFor?: OnlyForGroup
}

const PROBATION = {
  route: 'elsewhere',
  because: 'Referred by probation or the court on its own form',
} as const
const COUNCIL = {
  route: 'elsewhere',
  because: 'The council places people here after a homelessness application',
} as const
const BY_PHONE = { route: 'phone', because: 'Safety is talked through by phone first' } as const

const SERVICE_TYPES: Record<string, ServiceType> = {
  'women-only supported housing': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'abuse', 'health'],
    bed: 'shared',
    rentWeekly: 148,
  },
  refuge: {
    onlyFor: 'domestic_abuse',
    kind: 'refuge',
    pathways: ['accommodation', 'abuse', 'families'],
    bed: 'family',
    rentWeekly: 210,
    route: BY_PHONE,
  },
  'dispersed safe accommodation': {
    onlyFor: 'domestic_abuse',
    kind: 'refuge',
    pathways: ['accommodation', 'abuse', 'families'],
    bed: 'family',
    rentWeekly: 165,
    route: BY_PHONE,
  },
  'direct-access hostel': {
    kind: 'emergency',
    pathways: ['accommodation', 'drugs_alcohol'],
    bed: 'shared',
    rentWeekly: 182,
  },
  'assessment hub': {
    kind: 'emergency',
    pathways: ['accommodation', 'health'],
    bed: 'shared',
    rentWeekly: 175,
  },
  'night shelter': {
    kind: 'emergency',
    pathways: ['accommodation'],
    bed: 'shared',
    rentWeekly: null,
    route: { route: 'phone', because: 'Beds are given out by phone from 16:00 each day' },
  },
  'offender supported housing': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'attitudes', 'employment'],
    bed: 'self_contained',
    rentWeekly: 155,
  },
  'specialist sexual-offence housing': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'attitudes'],
    bed: 'shared',
    rentWeekly: 190,
    route: PROBATION,
    professionalsOnly: true,
  },
  'approved premises (tier 1)': {
    kind: 'approved_premises',
    pathways: ['accommodation', 'attitudes'],
    bed: 'shared',
    rentWeekly: null,
    route: PROBATION,
  },
  'bail and curfew house (tier 2)': {
    kind: 'approved_premises',
    pathways: ['accommodation'],
    bed: 'shared',
    rentWeekly: 95,
    route: PROBATION,
  },
  'transitional prison-leaver beds (tier 3)': {
    kind: 'approved_premises',
    pathways: ['accommodation'],
    bed: 'self_contained',
    rentWeekly: null,
    route: PROBATION,
  },
  'young people foyer': {
    kind: 'young_people',
    pathways: ['accommodation', 'employment'],
    bed: 'shared',
    rentWeekly: 160,
  },
  'young people shared house': {
    kind: 'young_people',
    pathways: ['accommodation', 'employment'],
    bed: 'shared',
    rentWeekly: 120,
  },
  'young parents unit': {
    kind: 'young_parents',
    pathways: ['accommodation', 'families'],
    bed: 'family',
    rentWeekly: 185,
  },
  'care leavers flats': {
    onlyFor: 'care_leavers',
    kind: 'young_people',
    pathways: ['accommodation', 'employment'],
    bed: 'self_contained',
    rentWeekly: 130,
  },
  'abstinence recovery house': {
    onlyFor: 'in_recovery',
    kind: 'recovery_house',
    pathways: ['accommodation', 'drugs_alcohol'],
    bed: 'shared',
    rentWeekly: 150,
  },
  'harm-reduction hostel': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'drugs_alcohol', 'health'],
    bed: 'shared',
    rentWeekly: 188,
  },
  'mental health supported housing': {
    onlyFor: 'mental_health',
    kind: 'supported_housing',
    pathways: ['accommodation', 'health'],
    bed: 'self_contained',
    rentWeekly: 176,
  },
  'learning disability supported living': {
    onlyFor: 'learning_disability',
    kind: 'supported_housing',
    pathways: ['accommodation', 'health'],
    bed: 'shared',
    rentWeekly: 205,
    route: { route: 'elsewhere', because: 'Adult social care agrees each place' },
  },
  'veterans flats': {
    onlyFor: 'veterans',
    kind: 'supported_housing',
    pathways: ['accommodation', 'health', 'employment'],
    bed: 'self_contained',
    rentWeekly: 140,
  },
  'older people shared house': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'health'],
    bed: 'shared',
    rentWeekly: 118,
  },
  'dispersed supported tenancies': {
    kind: 'dispersed',
    pathways: ['accommodation', 'finance'],
    bed: 'self_contained',
    rentWeekly: 112,
  },
  'housing first': {
    kind: 'housing_first',
    pathways: ['accommodation', 'health', 'drugs_alcohol'],
    bed: 'self_contained',
    rentWeekly: 105,
  },
  'family temporary accommodation': {
    kind: 'emergency',
    pathways: ['accommodation', 'families'],
    bed: 'family',
    rentWeekly: 195,
    route: COUNCIL,
  },
  'rent bond scheme': {
    kind: 'bond_scheme',
    pathways: ['accommodation', 'finance'],
    bed: null,
    rentWeekly: null,
  },
  mentoring: {
    kind: 'mentoring',
    pathways: ['employment', 'attitudes', 'finance'],
    bed: null,
    rentWeekly: null,
    route: { route: 'phone', because: 'Ring, or ask somebody to ring for you' },
  },
  "women's hub (no beds)": {
    kind: 'womens_centre',
    pathways: ['abuse', 'families', 'health', 'prostitution', 'finance'],
    bed: null,
    rentWeekly: null,
  },
}

/**
 * What a type has in common.
 * @throws Error for a type that this table has not
 */
export function serviceType(type: string): ServiceType {
  const found = SERVICE_TYPES[type]
  if (!found) throw new Error(`No service type is described as “${type}”`)
  return found
}
