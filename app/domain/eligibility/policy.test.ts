import { describe, expect, it } from 'vitest'
import { aService } from '@tests/support/rule-rows'
import { Policy } from './policy'
import { RULES } from './rules'

function stated(policy: object): string[] {
  const parsed = Policy.parse(policy)
  return RULES.map(rule => rule.describePolicy(parsed, aService())).filter(
    words => !words.endsWith('not stated'),
  )
}

describe('a policy', () => {
  it('states nothing until somebody does', () => {
    expect(stated({})).toEqual([])
    expect(Object.values(Policy.parse({})).every(value => value === null)).toBe(true)
  })

  it('says what a move-on house for women takes', () => {
    expect(
      stated({
        sex: 'women',
        ageMin: 25,
        peopleFromPrison: 'no',
        convictions: { rule: 'none_unspent' },
        arson: { rule: 'never' },
        sexualOffence: 'never',
        offencesAgainstChildren: 'never',
        violence: { highest: 'medium', olderThanYears: 2 },
        children: { rule: 'none' },
        couple: 'no',
      }),
    ).toEqual([
      'Sex: women',
      'Age: 25 and over',
      'People from prison: no',
      'Convictions: none unspent',
      'Arson: never',
      'Sexual offence: never',
      'Offences against children: never',
      'Violence: up to medium, above that if more than 2 years ago',
      'Children: no children',
      'Couples: not accepted',
    ])
  })

  it('says what a refuge takes', () => {
    expect(
      stated({
        sex: 'women',
        ageMin: 16,
        peopleFromPrison: 'case_by_case',
        domesticAbusePerpetrator: 'never',
        injecting: 'no',
        nrpf: 'funded_only',
        children: { rule: 'live_in', highestAge: 17, boysHighestAge: 14 },
        pregnancy: { toWeek: null },
        localConnection: 'must_come_from_elsewhere',
      }),
    ).toEqual([
      'Sex: women',
      'Age: 16 and over',
      'People from prison: case by case',
      'Perpetrator of domestic abuse: never',
      'Injecting: no',
      'No recourse to public funds: only where a place is funded',
      'Children: yes, children under 18, boys under 15',
      'Pregnancy: accepted',
      'Local connection: must come from elsewhere',
    ])
  })

  it('says what a bail house and a bond scheme take', () => {
    expect(stated({ rosh: { highest: 'medium', absolute: true }, curfew: 'yes' })).toEqual([
      'Risk of serious harm: up to medium, no higher',
      'Curfew or tag: yes',
    ])
    expect(stated({ arrearsLimitPence: 100_000, convictions: { rule: 'none_within', months: 12 } })).toEqual([
      'Convictions: none in the last 12 months',
      'Arrears and funding: arrears up to £1,000',
    ])
  })

  it('refuses what it does not know', () => {
    expect(Policy.safeParse({ arson: { rule: 'after_years' } }).success).toBe(false)
    expect(Policy.safeParse({ sex: 'anyone' }).success).toBe(false)
  })
})
