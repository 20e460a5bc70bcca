import { z } from 'zod'
import { LEVELS } from './levels'

/** Who may see a fact: 1 the provider's triage, 2 the named assessor and manager, 3 the named assessor alone. */
export type Tier = 1 | 2 | 3

export const FUNDING_SOURCES = ['housing_benefit', 'own_money', 'council', 'probation', 'none'] as const
const NEAR_FEATURES = ['school', 'nursery', 'park', 'playground', 'leisure_centre'] as const
export const ACCESS_NEEDS = ['wheelchair', 'level_access', 'lift', 'no_stairs'] as const
export const VIOLENCE_TARGETS = ['partner', 'family', 'children', 'staff', 'residents', 'strangers'] as const
const AGE_BANDS = ['under_18', '18_20', '21_24', '25_29', '30_39', '40_49', '50_59', '60_over'] as const
export const CHILD_BANDS = ['under_5', '5_10', '11_17'] as const

const yesNo = z.enum(['yes', 'no', 'unknown']).default('unknown')
const yesNoOrNotSaid = z.enum(['yes', 'no', 'prefer_not_to_say', 'unknown']).default('unknown')
const history = z.enum(['none', 'concern', 'conviction', 'unknown']).default('unknown')
const year = z.int().min(1900).max(2100).nullable().default(null)
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .nullable()
  .default(null)
const authority = z.string().min(1)

/** Ages in whole years, youngest and oldest; the same number twice where the age is known exactly. */
const ages = z
  .object({ min: z.int().min(0).max(120), max: z.int().min(0).max(120) })
  .refine(window => window.min <= window.max, { error: 'The lower age comes first' })

const release = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(window => window.from <= window.to, { error: 'The earlier day comes first' })

/** A child by age and sex only: never a name. */
const child = z.object({ age: ages, sex: z.enum(['girl', 'boy', 'unknown']) })

/**
 * Tier 1, what a provider's triage sees. Every answer may be unknown: 'unknown', or null where the answer is a number,
 * a day or a list. An empty list is an answer: "none".
 */
export const TriageFacts = z.object({
  fromPrison: z.literal(true).default(true),
  sex: z.enum(['female', 'male', 'unknown']).default('unknown'),
  ageBand: z.enum([...AGE_BANDS, 'unknown']).default('unknown'),
  couple: yesNo,
  childrenPlan: z.enum(['none', 'elsewhere', 'visits', 'live_in', 'undecided', 'unknown']).default('unknown'),
  /** The youngest first. */
  childBands: z.array(z.enum(CHILD_BANDS)).nullable().default(null),
  pregnancy: yesNo,
  pets: z.enum(['none', 'assistance_dog', 'dog', 'cat', 'other', 'unknown']).default('unknown'),
  petCouldBeFostered: z.boolean().default(false),
  preferredAuthorities: z.array(authority).default([]),
  arson: history,
  sexualOffence: history,
  offencesAgainstChildren: history,
  violence: z.enum(['none', ...LEVELS, 'unknown']).default('unknown'),
  rosh: z.enum([...LEVELS, 'not_assessed', 'unknown']).default('unknown'),
  curfew: yesNo,
  supervisedOst: yesNo,
  funding: z.enum([...FUNDING_SOURCES, 'unknown']).default('unknown'),
  supportNeed: z.enum(['low', 'medium', 'high', 'unknown']).default('unknown'),
})

/** Tier 2, for the named assessor and manager: exact days and ages, custody, needs, money, licence conditions. */
export const NeedFacts = z.object({
  release: release.nullable().default(null),
  children: z.array(child).nullable().default(null),
  ageAtRelease: ages.nullable().default(null),
  status: z.enum(['sentenced', 'remand', 'recall', 'unknown']).default('unknown'),
  unspentConviction: yesNo,
  lastConvictionMonth: month,
  dueMonth: month,
  substances: z.enum(['none', 'recovery', 'ost', 'active', 'unknown']).default('unknown'),
  injecting: z.enum(['none', 'past', 'current', 'unknown']).default('unknown'),
  recourse: yesNo,
  accessNeeds: z.array(z.enum(ACCESS_NEEDS)).nullable().default(null),
  homeAuthority: z
    .union([authority, z.literal('outside_region')])
    .nullable()
    .default(null),
  localConnection: z
    .array(z.object({ authority, ground: z.enum(['lived_there', 'family', 'work', 'other']) }))
    .nullable()
    .default(null),
  careLeaver: yesNo,
  /** Whether the person has served in the armed forces. */
  veteran: yesNo,
  mentalHealth: yesNo,
  learningDisability: yesNo,
  licenceExclusions: z
    .array(z.object({ authority, extent: z.enum(['whole', 'part']) }))
    .nullable()
    .default(null),
  licenceKeepAwayFrom: z.array(z.enum(NEAR_FEATURES)).nullable().default(null),
  arrearsPence: z.int().min(0).nullable().default(null),
  canPayCharge: yesNo,
  /** Whether public protection has recorded that contact with children is permitted; no reason is kept. */
  contactPermitted: yesNo,
})

/**
 * Tier 3, for the named assessor alone: safety and the detail of risk. `avoid` is hers: no provider is told of it, save the
 * assessor of its areas where she says so (`avoidAreasTold`); null until asked.
 */
export const SafetyFacts = z.object({
  needsWomenOnly: yesNoOrNotSaid,
  abuse: z.enum(['none', 'past', 'current', 'prefer_not_to_say', 'unknown']).default('unknown'),
  fleeingViolence: yesNoOrNotSaid,
  arsonYear: year,
  violenceLastYear: year,
  violenceTargets: z.array(z.enum(VIOLENCE_TARGETS)).nullable().default(null),
  roshAssessedOn: z.iso.date().nullable().default(null),
  domesticAbusePerpetrator: history,
  avoid: z
    .object({ authorities: z.array(authority), serviceIds: z.array(z.string()) })
    .nullable()
    .default(null),
  avoidAreasTold: z.boolean().default(false),
})

/** Everything a decision reads about a person. `PersonFacts.parse({})` is a person of whom nothing is known. */
export const PersonFacts = z.object({ ...TriageFacts.shape, ...NeedFacts.shape, ...SafetyFacts.shape })

export type TriageFacts = z.infer<typeof TriageFacts>
export type NeedFacts = z.infer<typeof NeedFacts>
export type SafetyFacts = z.infer<typeof SafetyFacts>
export type PersonFacts = z.infer<typeof PersonFacts>
export type FactField = keyof PersonFacts
export type FundingSource = (typeof FUNDING_SOURCES)[number]
export type NearFeature = (typeof NEAR_FEATURES)[number]
export type AccessNeed = (typeof ACCESS_NEEDS)[number]
export type ChildBand = (typeof CHILD_BANDS)[number]
export type AgeBand = (typeof AGE_BANDS)[number]
export type Ages = z.infer<typeof ages>
export type Child = z.infer<typeof child>

/** The tier a fact belongs to (product.md, "Who sees what"). */
export function tierOf(field: FactField): Tier {
  if (field in TriageFacts.shape) return 1
  return field in NeedFacts.shape ? 2 : 3
}
