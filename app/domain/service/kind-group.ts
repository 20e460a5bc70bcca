import type { ServiceKind } from './service-kind'

/** What a map and a list tell apart at a glance: few enough to have a shape and a letter each. */
export type KindGroup = 'hostel' | 'supported' | 'council' | 'support'

const GROUP_OF: Readonly<Record<ServiceKind, KindGroup>> = {
  supported_housing: 'supported',
  refuge: 'supported',
  emergency: 'hostel',
  young_people: 'supported',
  young_parents: 'supported',
  recovery_house: 'supported',
  approved_premises: 'hostel',
  dispersed: 'supported',
  housing_first: 'supported',
  bond_scheme: 'council',
  council_housing_options: 'council',
  womens_centre: 'support',
  family_support: 'support',
  parenting_programme: 'support',
  visitors_centre: 'support',
  mentoring: 'support',
}

/** The group of a kind by its code; support where the code is not known: no place to live is promised. */
export function kindGroup(kind: string): KindGroup {
  return GROUP_OF[kind as ServiceKind] ?? 'support'
}
