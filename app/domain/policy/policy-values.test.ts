import { describe, expect, it } from 'vitest'
import { Policy } from '../eligibility/policy'
import { RULES } from '../eligibility/rules'
import { contradictionsIn, CONTRADICTIONS } from './contradictions'
import { BLANK_VALUES, policyChanges, sayValue } from './policy-changes'
import { POLICY_FIELD_NAMES, policyField } from './policy-fields'
import { POLICY_TOPIC_CODES, policyTopic } from './policy-topics'
import { policyOf, type PolicyValues, valuesOf } from './policy-values'
import { wrongValues } from './wrong-values'

/** A policy that states everything there is to state. */
const FULL: PolicyValues = {
  sex: 'women',
  sexNote: 'two flats for sisters',
  onlyFor: ['care_leavers', 'veterans'],
  ageMin: '18',
  ageMax: '35',
  peopleFromPrison: 'case_by_case',
  convictions: 'none_within',
  convictionsMonths: '6',
  arson: 'after_years',
  arsonYears: '5',
  sexualOffence: 'never',
  offencesAgainstChildren: 'case_by_case',
  domesticAbusePerpetrator: 'any',
  violence: 'medium',
  violenceAbove: 'older',
  violenceYears: '2',
  violenceTowards: ['staff'],
  rosh: 'high',
  roshAbove: 'never',
  recovery: 'yes',
  ost: 'yes',
  active: 'no',
  injecting: 'no',
  children: 'live_in',
  childrenMost: '2',
  childrenHighestAge: '11',
  boysHighestAge: '9',
  pregnancy: 'to_week',
  pregnancyToWeek: '30',
  couple: 'no',
  pets: 'assistance_only',
  wheelchair: 'no',
  levelAccess: 'yes',
  lift: 'no',
  stairs: 'yes',
  localConnection: 'must_come_from_elsewhere',
  nrpf: 'funded_only',
  funding: ['housing_benefit', 'none'],
  arrearsLimit: '500',
  weeklyCharge: '12.50',
  curfew: 'yes',
  supportHours: '7',
  notes: 'Nobody known to the house before\nNo car',
}

const FULL_POLICY: Policy = {
  sex: 'women',
  sexNote: 'two flats for sisters',
  ageMin: 18,
  ageMax: 35,
  peopleFromPrison: 'case_by_case',
  convictions: { rule: 'none_within', months: 6 },
  arson: { rule: 'after_years', years: 5 },
  sexualOffence: 'never',
  offencesAgainstChildren: 'case_by_case',
  domesticAbusePerpetrator: 'any',
  violence: { highest: 'medium', absolute: false, olderThanYears: 2, notTowards: ['staff'] },
  rosh: { highest: 'high', absolute: true },
  substances: { recovery: 'yes', ost: 'yes', active: 'no' },
  injecting: 'no',
  nrpf: 'funded_only',
  children: { rule: 'live_in', most: 2, highestAge: 11, boysHighestAge: 9 },
  pregnancy: { toWeek: 30 },
  couple: 'no',
  pets: 'assistance_only',
  access: { wheelchair: 'no', levelAccess: 'yes', lift: 'no', stairs: 'yes' },
  localConnection: 'must_come_from_elsewhere',
  onlyFor: ['care_leavers', 'veterans'],
  arrearsLimitPence: 50_000,
  funding: ['housing_benefit', 'none'],
  weeklyChargePence: 1250,
  curfew: 'yes',
  supportHoursPerWeek: 7,
}

describe('the answers of a policy', () => {
  it('are the policy, both ways, down to the last', () => {
    expect(policyOf(FULL)).toEqual({
      policy: FULL_POLICY,
      notes: ['Nobody known to the house before', 'No car'],
    })
    expect(valuesOf(policyOf(FULL))).toEqual(FULL)
    expect(wrongValues(FULL)).toEqual({})
  })

  it('are said as typed where they are no answer, be they a name of the language', () => {
    for (const typed of ['__proto__', 'constructor'])
      expect(POLICY_FIELD_NAMES.map(name => sayValue(name, typed))).toEqual(
        POLICY_FIELD_NAMES.map(name => (policyField(name).kind === 'lines' ? `“${typed}”` : typed)),
      )
  })

  it('state nothing where nothing is stated', () => {
    expect(policyOf(BLANK_VALUES)).toEqual({ policy: Policy.parse({}), notes: [] })
    expect(valuesOf({ policy: Policy.parse({}), notes: [] })).toEqual(BLANK_VALUES)
    expect(POLICY_FIELD_NAMES.map(name => sayValue(name, BLANK_VALUES[name]))).toEqual(
      POLICY_FIELD_NAMES.map(() => 'not stated'),
    )
  })

  it('tell nobody in particular from not stated', () => {
    const nobody = policyOf({ ...BLANK_VALUES, onlyFor: ['nobody'] })
    expect(nobody.policy.onlyFor).toEqual([])
    expect(valuesOf(nobody).onlyFor).toEqual(['nobody'])
  })

  it('keep every part of a policy, each field on one topic, each criterion on one', () => {
    expect(new Set(POLICY_FIELD_NAMES.map(name => policyField(name).part))).toEqual(
      new Set([...Object.keys(Policy.parse({})), 'notes']),
    )
    const topics = POLICY_TOPIC_CODES.map(policyTopic)
    expect(topics.flatMap(({ fields }) => fields).sort()).toEqual([...POLICY_FIELD_NAMES].sort())
    // Areas are of the entry.
    const criteria = RULES.map(({ criterion }) => criterion).filter(each => each !== 'area_and_licence')
    expect(topics.flatMap(each => each.criteria).sort()).toEqual(criteria.sort())
  })

  it('say what changed, in words, and nothing else', () => {
    const after = {
      ...FULL,
      children: 'none',
      childrenMost: '',
      weeklyCharge: '',
      violenceTowards: ['staff', 'family'],
    }
    expect(policyChanges(FULL, after)).toEqual([
      { label: 'Violence talked over', from: 'Staff', to: 'Staff and Family' },
      { label: 'Children', from: 'Yes', to: 'No children at all' },
      { label: 'Most children', from: '2', to: 'not stated' },
      { label: 'Weekly charge', from: '£12.50', to: 'not stated' },
    ])
    expect(policyChanges(FULL, { ...FULL, weeklyCharge: '1480' })).toEqual([
      { label: 'Weekly charge', from: '£12.50', to: '£1,480' },
    ])
    expect(policyChanges(FULL, { ...FULL, funding: ['none', 'housing_benefit'] })).toEqual([])
  })
})

describe('what cannot be meant', () => {
  it.each([
    [{ ageMin: 'old' }, { ageMin: 'Youngest age must be a whole number from 0 to 120' }],
    [{ ageMax: '121' }, { ageMax: 'Oldest age must be a whole number from 0 to 120' }],
    [{ pregnancyToWeek: '7' }, { pregnancyToWeek: 'Pregnancy to week must be a whole number from 8 to 42' }],
    [{ couple: 'perhaps' }, { couple: 'Couples must be “Yes”, “Case by case” or “No”, or left empty' }],
    [
      { arrearsLimit: '5.123' },
      {
        arrearsLimit:
          'Highest arrears must be an amount of money, like 85 or 85.50; a comma only between thousands, like 1,480 or 1,480.50',
      },
    ],
    [{ arsonYears: '' }, { arsonYears: 'Enter years after arson' }],
    [
      { children: 'none', childrenMost: '', childrenHighestAge: '', boysHighestAge: '9' },
      {
        boysHighestAge: 'Highest age of boys goes only with Children: “Yes”. Choose that, or leave it empty',
      },
    ],
    [
      { onlyFor: ['nobody', 'veterans'] },
      { onlyFor: 'Tick “No group in particular” alone, or the groups it is kept for' },
    ],
    [{ notes: 'x'.repeat(301) }, { notes: 'Line 1 must be 300 characters or fewer' }],
    [{ sexNote: 'x'.repeat(201) }, { sexNote: 'Note on sex must be 200 characters or fewer' }],
  ])('%o is said with how to mend it', (typed, wrong) => {
    expect(wrongValues({ ...FULL, ...typed })).toEqual(wrong)
  })

  /** Each contradiction, and the answers that make it. */
  const MADE: Record<string, Partial<PolicyValues>> = {
    ages: { ageMin: '40', ageMax: '30' },
    boys: { children: 'live_in', boysHighestAge: '12', childrenHighestAge: '7' },
    pregnancy_children: { pregnancy: 'any_week', children: 'none' },
    rooms_of_others: { sex: 'women' },
    pregnancy_men: { pregnancy: 'any_week', sex: 'men' },
    recovery: { onlyFor: ['in_recovery'], recovery: 'no', ost: 'no' },
    couples_one_sex: { couple: 'yes', sex: 'women' },
    unspent: { convictions: 'none_unspent', peopleFromPrison: 'yes' },
    injecting: { injecting: 'yes', active: 'no' },
    active_alone: { active: 'yes', recovery: 'no' },
    perpetrators_among_survivors: { domesticAbusePerpetrator: 'any', onlyFor: ['domestic_abuse'] },
    funding_none: { funding: ['own_money', 'none'] },
    funding_none_charge: { funding: ['none'], weeklyCharge: '12' },
    nrpf_benefit: { nrpf: 'accepts', funding: ['housing_benefit'] },
    wheelchair_step: { wheelchair: 'yes', levelAccess: 'no' },
  }

  /** A room for women, and one for men. */
  const AROUND = { roomSexes: ['women', 'men'] }

  it('is written out here for each contradiction there is', () => {
    expect(Object.keys(MADE).sort()).toEqual(CONTRADICTIONS.map(({ code }) => code).sort())
  })

  it.each(CONTRADICTIONS.map(({ code, fields }) => ({ code, fields })))(
    '$code is found where one of its answers changed, and there alone',
    ({ code, fields }) => {
      const { policy } = policyOf({ ...BLANK_VALUES, ...MADE[code] })
      for (const name of fields)
        expect(contradictionsIn(policy, [name], AROUND).map(each => each.code)).toContain(code)
      expect(contradictionsIn(policy, ['curfew'], AROUND)).toEqual([])
      expect(contradictionsIn(Policy.parse({}), POLICY_FIELD_NAMES, AROUND)).toEqual([])
    },
  )
})
