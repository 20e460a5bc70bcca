import { type FactField, PersonFacts } from '~/domain/eligibility/facts'
import { Policy } from '~/domain/eligibility/policy'
import type { ServiceFacts } from '~/domain/eligibility/service-facts'

const HERE = 'E08000021'
const ELSEWHERE = 'E06000001'
const HISTORIES = ['none', 'concern', 'conviction', 'unknown'] as const
const YES_NO = ['yes', 'no', 'unknown'] as const
const OR_NOT_SAID = ['yes', 'no', 'prefer_not_to_say', 'unknown'] as const
const OFFENCE_RULES = ['any', 'case_by_case', 'never', null] as const
const YES_CASE_NO = ['yes', 'case_by_case', 'no', null] as const
const STATED = ['yes', 'no', null] as const
const baby = { age: { min: 0, max: 0 }, sex: 'girl' } as const

/** Answers worth trying for each fact: every coded one, and numbers on both sides of the limits below. */
export const FACT_VALUES: { [Field in FactField]: readonly PersonFacts[Field][] } = {
  fromPrison: [true],
  sex: ['female', 'male', 'unknown'],
  ageBand: ['unknown'],
  release: [
    { from: '2026-11-22', to: '2026-11-22' },
    { from: '2026-12-28', to: '2026-12-28' },
    { from: '2026-12-01', to: '2027-03-01' },
    null,
  ],
  couple: YES_NO,
  childrenPlan: ['none', 'elsewhere', 'visits', 'live_in', 'undecided', 'unknown'],
  children: [
    [baby],
    [baby, { age: { min: 7, max: 7 }, sex: 'boy' }],
    [{ age: { min: 5, max: 9 }, sex: 'unknown' }],
    [baby, baby, { age: { min: 15, max: 15 }, sex: 'boy' }],
    [],
    null,
  ],
  childBands: [null],
  pregnancy: YES_NO,
  pets: ['none', 'assistance_dog', 'dog', 'cat', 'other', 'unknown'],
  petCouldBeFostered: [true, false],
  preferredAuthorities: [[]],
  arson: HISTORIES,
  sexualOffence: HISTORIES,
  offencesAgainstChildren: HISTORIES,
  violence: ['none', 'low', 'medium', 'high', 'very_high', 'unknown'],
  rosh: ['low', 'medium', 'high', 'very_high', 'not_assessed', 'unknown'],
  curfew: YES_NO,
  supervisedOst: YES_NO,
  funding: ['housing_benefit', 'own_money', 'none', 'unknown'],
  ageAtRelease: [
    { min: 17, max: 18 },
    { min: 21, max: 21 },
    { min: 25, max: 25 },
    { min: 34, max: 34 },
    { min: 60, max: 60 },
    null,
  ],
  status: ['sentenced', 'remand', 'recall', 'unknown'],
  unspentConviction: YES_NO,
  lastConvictionMonth: ['2026-03', '2025-11', '2019-01', null],
  dueMonth: ['2026-11', '2027-01', '2027-02', '2027-07', '2027-09', null],
  substances: ['none', 'recovery', 'ost', 'active', 'unknown'],
  injecting: ['none', 'past', 'current', 'unknown'],
  recourse: YES_NO,
  accessNeeds: [[], ['wheelchair'], ['lift', 'no_stairs'], ['level_access'], null],
  homeAuthority: [HERE, ELSEWHERE, 'outside_region', null],
  localConnection: [
    [],
    [{ authority: HERE, ground: 'family' }],
    [{ authority: ELSEWHERE, ground: 'work' }],
    null,
  ],
  careLeaver: YES_NO,
  veteran: YES_NO,
  mentalHealth: YES_NO,
  learningDisability: YES_NO,
  licenceExclusions: [
    [],
    [{ authority: HERE, extent: 'whole' }],
    [{ authority: HERE, extent: 'part' }],
    null,
  ],
  licenceKeepAwayFrom: [[], ['school'], null],
  arrearsPence: [0, 50_000, 200_000, null],
  canPayCharge: YES_NO,
  supportNeed: ['low', 'medium', 'high', 'unknown'],
  contactPermitted: YES_NO,
  needsWomenOnly: OR_NOT_SAID,
  abuse: ['none', 'past', 'current', 'prefer_not_to_say', 'unknown'],
  fleeingViolence: OR_NOT_SAID,
  arsonYear: [2015, 2023, null],
  violenceLastYear: [2015, 2025, null],
  violenceTargets: [[], ['staff'], ['strangers'], null],
  roshAssessedOn: ['2026-06-01', '2024-06-01', null],
  domesticAbusePerpetrator: HISTORIES,
  avoid: [{ authorities: [], serviceIds: [] }],
  avoidAreasTold: [false],
}

/** Statements worth trying for each criterion of a policy, "not stated" among them. */
const POLICY_VALUES: { [Field in keyof Policy]: readonly Policy[Field][] } = {
  sex: ['women', 'men', 'mixed', null],
  sexNote: [null],
  ageMin: [18, 25, null],
  ageMax: [25, 50, null],
  peopleFromPrison: YES_CASE_NO,
  convictions: [{ rule: 'any' }, { rule: 'none_unspent' }, { rule: 'none_within', months: 12 }, null],
  arson: [
    { rule: 'any' },
    { rule: 'case_by_case' },
    { rule: 'never' },
    { rule: 'after_years', years: 5 },
    null,
  ],
  sexualOffence: OFFENCE_RULES,
  offencesAgainstChildren: OFFENCE_RULES,
  domesticAbusePerpetrator: OFFENCE_RULES,
  violence: [
    { highest: 'medium', absolute: true, olderThanYears: null, notTowards: [] },
    { highest: 'low', absolute: false, olderThanYears: 2, notTowards: ['staff'] },
    { highest: 'high', absolute: false, olderThanYears: null, notTowards: [] },
    { highest: 'very_high', absolute: false, olderThanYears: null, notTowards: [] },
    null,
  ],
  rosh: [
    { highest: 'medium', absolute: true },
    { highest: 'high', absolute: false },
    { highest: 'very_high', absolute: false },
    null,
  ],
  substances: [
    { recovery: 'yes', ost: 'yes', active: 'yes' },
    { recovery: 'yes', ost: null, active: 'no' },
    { recovery: 'no', ost: 'no', active: null },
    null,
  ],
  injecting: STATED,
  nrpf: ['accepts', 'funded_only', 'no', null],
  children: [
    { rule: 'none' },
    { rule: 'visits_only' },
    { rule: 'case_by_case' },
    { rule: 'live_in', most: null, highestAge: null, boysHighestAge: null },
    { rule: 'live_in', most: 2, highestAge: 7, boysHighestAge: null },
    { rule: 'live_in', most: 1, highestAge: null, boysHighestAge: 14 },
    null,
  ],
  pregnancy: [{ toWeek: null }, { toWeek: 34 }, null],
  couple: YES_CASE_NO,
  pets: ['yes', 'assistance_only', 'no', null],
  access: [
    { wheelchair: 'yes', levelAccess: 'yes', lift: 'yes', stairs: 'no' },
    { wheelchair: 'no', levelAccess: null, lift: null, stairs: 'yes' },
    null,
  ],
  localConnection: ['required', 'preferred', 'none', 'must_come_from_elsewhere', null],
  onlyFor: [['veterans'], ['in_recovery', 'domestic_abuse'], ['care_leavers', 'mental_health'], [], null],
  arrearsLimitPence: [0, 100_000, null],
  funding: [['housing_benefit'], ['housing_benefit', 'own_money', 'council', 'probation', 'none'], null],
  weeklyChargePence: [0, 1_450, null],
  curfew: STATED,
  supportHoursPerWeek: [null],
}

const SERVICES: readonly Omit<ServiceFacts, 'id'>[] = (
  [
    { authorities: [HERE], locatedIn: [HERE], near: ['school'], supportLevel: 'medium' },
    { authorities: [HERE, ELSEWHERE], locatedIn: [], near: null, supportLevel: 'high' },
    { authorities: [], locatedIn: [], near: [], supportLevel: null },
  ] as const
).map(service => ({
  ...service,
  kind: 'supported_housing',
  staffing: null,
  policyVerifiedAt: new Date('2026-11-01'),
}))

/** Numbers from 0 up to 1 that come the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function randomFacts(random: () => number): PersonFacts {
  return PersonFacts.parse(pickEach(FACT_VALUES, random))
}

export function randomPolicy(random: () => number): Policy {
  return Policy.parse(pickEach(POLICY_VALUES, random))
}

export function randomService(random: () => number, id: string): ServiceFacts {
  return { ...pick(SERVICES, random), id }
}

function pickEach(values: Record<string, readonly unknown[]>, random: () => number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, choices]) => [field, pick(choices, random)]))
}

function pick<Choice>(choices: readonly Choice[], random: () => number): Choice {
  const choice = choices[Math.floor(random() * choices.length)]
  if (choice === undefined) throw new Error('nothing to pick from')
  return choice
}
