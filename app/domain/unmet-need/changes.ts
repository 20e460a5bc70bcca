import type { Criterion } from '../eligibility/decision'

/**
 * The single changes of a policy that are tried for a woman for whom nothing was found: the outcome of that criterion would no longer stand in the
 * way. Sex, the areas of her licence and offences against children are none: no service is asked to change them. Safe for the browser.
 */
export const POLICY_CHANGES = {
  people_from_prison: 'Taking people from prison',
  convictions: 'Taking people with recent convictions',
  arson: 'Arson case by case',
  sexual_offence: 'Sexual offences case by case',
  domestic_abuse_perpetrator: 'Domestic abuse as perpetrator case by case',
  violence: 'Violence case by case',
  rosh: 'A higher risk of serious harm',
  substances: 'Active use of drugs or alcohol',
  injecting: 'People who inject',
  nrpf: 'No recourse to public funds',
  children: 'Children of any number and age',
  pregnancy: 'Pregnancy up to birth',
  couple: 'Couples',
  pets: 'Pets',
  local_connection: 'No local connection asked',
  only_for: 'Not only for one group',
  age: 'Any adult age',
  curfew: 'Tag or curfew',
} as const satisfies Partial<Record<Criterion, string>>

/** Where a place would have had her and had no bed: which bed more. Safe for the browser. */
const BED_CHANGES = {
  bed_confirmed: 'Free beds confirmed in time',
  bed_women_only: 'One more women-only bed',
  bed_mixed: 'One more bed in a mixed house',
  bed_family: 'One more bed for a mother with children',
  bed_couple: 'One more bed for a couple',
} as const

export const CHANGE_LABELS = { ...BED_CHANGES, ...POLICY_CHANGES } as const

export type Change = keyof typeof CHANGE_LABELS

export const CHANGES = Object.keys(CHANGE_LABELS) as readonly Change[]
