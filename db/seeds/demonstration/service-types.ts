import type { OnlyForGroup } from '~/domain/eligibility/only-for-groups'
import type { Pathway } from '~/domain/service/pathway'
import type { ServiceKind } from '~/domain/service/service-kind'

/** What every service of one type in services.json has in common. */
export interface ServiceType {
  kind: ServiceKind
  pathways: Pathway[]
  what: string
  bed: 'self_contained' | 'shared' | 'family' | null
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
    what: 'Rooms in a house for women only, with support workers',
    bed: 'shared',
    rentWeekly: 148,
  },
  refuge: {
    onlyFor: 'domestic_abuse',
    kind: 'refuge',
    pathways: ['accommodation', 'abuse', 'families'],
    what: 'A safe place for women who have left an abuser, and their children',
    bed: 'family',
    rentWeekly: 210,
    route: BY_PHONE,
  },
  'dispersed safe accommodation': {
    onlyFor: 'domestic_abuse',
    kind: 'refuge',
    pathways: ['accommodation', 'abuse', 'families'],
    what: 'Homes of their own, kept private, for people who have left an abuser',
    bed: 'family',
    rentWeekly: 165,
    route: BY_PHONE,
  },
  'direct-access hostel': {
    kind: 'emergency',
    pathways: ['accommodation', 'drugs_alcohol'],
    what: 'A room on the day for someone with nowhere to stay',
    bed: 'shared',
    rentWeekly: 182,
  },
  'assessment hub': {
    kind: 'emergency',
    pathways: ['accommodation', 'health'],
    what: 'A bed for a few weeks while a longer plan is made',
    bed: 'shared',
    rentWeekly: 175,
  },
  'night shelter': {
    kind: 'emergency',
    pathways: ['accommodation'],
    what: 'A bed for the night from evening to morning',
    bed: 'shared',
    rentWeekly: null,
    route: { route: 'phone', because: 'Beds are given out by phone from 16:00 each day' },
  },
  'offender supported housing': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'attitudes', 'employment'],
    what: 'Supported homes for people who have been in prison',
    bed: 'self_contained',
    rentWeekly: 155,
  },
  'specialist sexual-offence housing': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'attitudes'],
    what: 'Supported housing planned with probation and the police',
    bed: 'shared',
    rentWeekly: 190,
    route: PROBATION,
    professionalsOnly: true,
  },
  'approved premises (tier 1)': {
    kind: 'approved_premises',
    pathways: ['accommodation', 'attitudes'],
    what: 'Approved premises (CAS1), staffed day and night',
    bed: 'shared',
    rentWeekly: null,
    route: PROBATION,
  },
  'bail and curfew house (tier 2)': {
    kind: 'approved_premises',
    pathways: ['accommodation'],
    what: 'Shared houses for bail and home detention curfew (CAS2)',
    bed: 'shared',
    rentWeekly: 95,
    route: PROBATION,
  },
  'transitional prison-leaver beds (tier 3)': {
    kind: 'approved_premises',
    pathways: ['accommodation'],
    what: 'A home for up to 84 nights after prison (CAS3)',
    bed: 'self_contained',
    rentWeekly: null,
    route: PROBATION,
  },
  'young people foyer': {
    kind: 'young_people',
    pathways: ['accommodation', 'employment'],
    what: 'Rooms for young people who are learning or looking for work',
    bed: 'shared',
    rentWeekly: 160,
  },
  'young people shared house': {
    kind: 'young_people',
    pathways: ['accommodation', 'employment'],
    what: 'A shared house for young people ready to live with visiting support',
    bed: 'shared',
    rentWeekly: 120,
  },
  'young parents unit': {
    kind: 'young_parents',
    pathways: ['accommodation', 'families'],
    what: 'Flats for young parents and their children',
    bed: 'family',
    rentWeekly: 185,
  },
  'care leavers flats': {
    onlyFor: 'care_leavers',
    kind: 'young_people',
    pathways: ['accommodation', 'employment'],
    what: 'First flats for young people who have been in care',
    bed: 'self_contained',
    rentWeekly: 130,
  },
  'abstinence recovery house': {
    onlyFor: 'in_recovery',
    kind: 'recovery_house',
    pathways: ['accommodation', 'drugs_alcohol'],
    what: 'A house where everyone is staying free of drugs and alcohol',
    bed: 'shared',
    rentWeekly: 150,
  },
  'harm-reduction hostel': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'drugs_alcohol', 'health'],
    what: 'Rooms for people who still use drugs or alcohol, with nursing and harm reduction',
    bed: 'shared',
    rentWeekly: 188,
  },
  'mental health supported housing': {
    onlyFor: 'mental_health',
    kind: 'supported_housing',
    pathways: ['accommodation', 'health'],
    what: 'Supported flats for people living with mental ill health',
    bed: 'self_contained',
    rentWeekly: 176,
  },
  'learning disability supported living': {
    onlyFor: 'learning_disability',
    kind: 'supported_housing',
    pathways: ['accommodation', 'health'],
    what: 'Supported living for adults with a learning disability',
    bed: 'shared',
    rentWeekly: 205,
    route: { route: 'elsewhere', because: 'Adult social care agrees each place' },
  },
  'veterans flats': {
    onlyFor: 'veterans',
    kind: 'supported_housing',
    pathways: ['accommodation', 'health', 'employment'],
    what: 'Flats for people who have served in the armed forces',
    bed: 'self_contained',
    rentWeekly: 140,
  },
  'older people shared house': {
    kind: 'supported_housing',
    pathways: ['accommodation', 'health'],
    what: 'A quiet shared house for older men',
    bed: 'shared',
    rentWeekly: 118,
  },
  'dispersed supported tenancies': {
    kind: 'dispersed',
    pathways: ['accommodation', 'finance'],
    what: 'Ordinary flats and houses with a visiting support worker',
    bed: 'self_contained',
    rentWeekly: 112,
  },
  'housing first': {
    kind: 'housing_first',
    pathways: ['accommodation', 'health', 'drugs_alcohol'],
    what: 'A home of one’s own first, and support for as long as it is wanted',
    bed: 'self_contained',
    rentWeekly: 105,
  },
  'family temporary accommodation': {
    kind: 'emergency',
    pathways: ['accommodation', 'families'],
    what: 'Temporary flats for families the council is helping',
    bed: 'family',
    rentWeekly: 195,
    route: COUNCIL,
  },
  'rent bond scheme': {
    kind: 'bond_scheme',
    pathways: ['accommodation', 'finance'],
    what: 'A promise to a private landlord in place of a deposit',
    bed: null,
    rentWeekly: null,
  },
  "women's hub (no beds)": {
    kind: 'womens_centre',
    pathways: ['abuse', 'families', 'health', 'prostitution', 'finance'],
    what: 'A centre for women: advice, peer support and probation appointments',
    bed: null,
    rentWeekly: null,
  },
}

/**
 * What a type has in common.
 * @throws Error for a type that services.json has and this table has not
 */
export function serviceType(type: string): ServiceType {
  const found = SERVICE_TYPES[type]
  if (!found) throw new Error(`No service type is described as “${type}”`)
  return found
}
