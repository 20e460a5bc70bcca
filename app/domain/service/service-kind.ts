/** The kinds of service in the directory, in the order a list of kinds is shown (product.md, "The directory"). */
const serviceKinds = [
  { code: 'supported_housing', label: 'Supported housing' },
  { code: 'refuge', label: 'Refuge and safe accommodation' },
  { code: 'emergency', label: 'Emergency and direct access' },
  { code: 'young_people', label: 'Young people’s housing' },
  { code: 'young_parents', label: 'Young parents’ housing' },
  { code: 'recovery_house', label: 'Recovery house' },
  { code: 'approved_premises', label: 'Approved premises and CAS' },
  { code: 'dispersed', label: 'Dispersed tenancies and floating support' },
  { code: 'housing_first', label: 'Housing First' },
  { code: 'bond_scheme', label: 'Deposit and bond scheme' },
  { code: 'council_housing_options', label: 'Council housing options' },
  { code: 'womens_centre', label: 'Women’s centre' },
  { code: 'family_support', label: 'Family support' },
  { code: 'parenting_programme', label: 'Parenting programme' },
  { code: 'visitors_centre', label: 'Visitors’ centre and family contact' },
  { code: 'mentoring', label: 'Mentoring' },
] as const

export type ServiceKind = (typeof serviceKinds)[number]['code']

/** The codes alone, in the shape a Zod enum takes. */
export const serviceKindCodes = serviceKinds.map(kind => kind.code)

const labels: ReadonlyMap<string, string> = new Map(serviceKinds.map(kind => [kind.code, kind.label]))

/** The words shown for a kind; an unknown code is shown as it is. */
export function serviceKindLabel(code: string): string {
  return labels.get(code) ?? code
}

/** Places to live that a prison's team can ask for. Approved premises and CAS are not among them: probation fills those. */
const HOUSING_KINDS: readonly string[] = [
  'supported_housing',
  'refuge',
  'emergency',
  'young_people',
  'young_parents',
  'recovery_house',
  'dispersed',
  'housing_first',
] satisfies ServiceKind[]

/** True for a kind of service one lives in and can be referred to. */
export function isHousing(kind: string): boolean {
  return HOUSING_KINDS.includes(kind)
}
