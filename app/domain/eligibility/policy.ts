import { z } from 'zod'
import { FUNDING_SOURCES, VIOLENCE_TARGETS } from './facts'
import { LEVELS } from './levels'
import { ONLY_FOR_GROUPS } from './only-for-groups'

const yesNo = z.enum(['yes', 'no']).nullable().default(null)
const yesCaseNo = z.enum(['yes', 'case_by_case', 'no']).nullable().default(null)
const offence = z.enum(['any', 'case_by_case', 'never']).nullable().default(null)
const age = z.int().min(0).max(120).nullable().default(null)
const pence = z.int().min(0).nullable().default(null)

const convictions = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('any') }),
  z.object({ rule: z.literal('none_unspent') }),
  z.object({ rule: z.literal('none_within'), months: z.int().min(1).max(240) }),
])

const arson = z.discriminatedUnion('rule', [
  z.object({ rule: z.enum(['any', 'case_by_case', 'never']) }),
  z.object({ rule: z.literal('after_years'), years: z.int().min(1).max(50) }),
])

/**
 * `highest` is the highest band taken. Above it: never where `absolute`; otherwise taken when the last incident is more
 * than `olderThanYears` ago, else discussed. `notTowards` are targets to be discussed whatever the band.
 */
const violence = z.object({
  highest: z.enum(LEVELS),
  absolute: z.boolean().default(false),
  olderThanYears: z.int().min(1).max(50).nullable().default(null),
  notTowards: z.array(z.enum(VIOLENCE_TARGETS)).default([]),
})

const rosh = z.object({ highest: z.enum(LEVELS), absolute: z.boolean().default(false) })

/** Abstinent-only is `active: 'no'`. */
const substances = z.object({ recovery: yesNo, ost: yesNo, active: yesNo })

/** Ages are the oldest taken, that age included: 'under 8' is 7. */
const children = z.discriminatedUnion('rule', [
  z.object({ rule: z.enum(['none', 'visits_only', 'case_by_case']) }),
  z.object({ rule: z.literal('live_in'), most: age, highestAge: age, boysHighestAge: age }),
])

/** Accepted; up to a week of pregnancy where `toWeek` is stated. */
const pregnancy = z.object({ toWeek: z.int().min(8).max(42).nullable().default(null) })

const access = z.object({ wheelchair: yesNo, levelAccess: yesNo, lift: yesNo, stairs: yesNo })

/**
 * Whom a service takes, as kept in service_policy.criteria. Null is "not stated", never "no": `Policy.parse({})` is a
 * service that has stated nothing.
 */
export const Policy = z.object({
  sex: z.enum(['women', 'men', 'mixed']).nullable().default(null),
  sexNote: z.string().max(200).nullable().default(null),
  ageMin: age,
  ageMax: age,
  peopleFromPrison: yesCaseNo,
  convictions: convictions.nullable().default(null),
  arson: arson.nullable().default(null),
  sexualOffence: offence,
  offencesAgainstChildren: offence,
  domesticAbusePerpetrator: offence,
  violence: violence.nullable().default(null),
  rosh: rosh.nullable().default(null),
  substances: substances.nullable().default(null),
  injecting: yesNo,
  nrpf: z.enum(['accepts', 'funded_only', 'no']).nullable().default(null),
  children: children.nullable().default(null),
  pregnancy: pregnancy.nullable().default(null),
  couple: yesCaseNo,
  pets: z.enum(['yes', 'assistance_only', 'no']).nullable().default(null),
  access: access.nullable().default(null),
  localConnection: z
    .enum(['required', 'preferred', 'none', 'must_come_from_elsewhere'])
    .nullable()
    .default(null),
  /** Any one of them is enough; an empty list is nobody in particular. */
  onlyFor: z.array(z.enum(ONLY_FOR_GROUPS)).nullable().default(null),
  arrearsLimitPence: pence,
  funding: z.array(z.enum(FUNDING_SOURCES)).nullable().default(null),
  weeklyChargePence: pence,
  curfew: yesNo,
  supportHoursPerWeek: z.int().min(0).max(168).nullable().default(null),
})

export type Policy = z.infer<typeof Policy>

/** What is kept of a service and is no policy: nothing of it is stated, and whoever it is decided for is to ask. */
export const UNREADABLE_POLICY: Policy = Policy.parse({})
export type OffenceRule = NonNullable<Policy['sexualOffence']>
export type ChildrenRule = NonNullable<Policy['children']>
export type LiveInRule = Extract<ChildrenRule, { rule: 'live_in' }>
