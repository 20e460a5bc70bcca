import { describe, expect, it } from 'vitest'
import { OPEN_TO_ALL } from '@tests/factories/plain-person'
import { decideEligibility } from '../../eligibility/decide'
import { PersonFacts } from '../../eligibility/facts'
import { Policy } from '../../eligibility/policy'
import { STATED_CODES, STATED_CRITERIA, statedCode } from '../stated-criteria'
import { turnedAway, type Turning } from './turned-away'

const NOW = new Date('2027-03-03T00:35:00Z')

/** A woman of 30 with a conviction for arson and a history of medium violence, who uses drugs; nothing else stands against her. */
const HER = PersonFacts.parse({
  ...{ sex: 'female', arson: 'conviction', arsonYear: 2020, violence: 'medium', substances: 'active' },
  ...{ couple: 'no', childrenPlan: 'none', pregnancy: 'no', pets: 'none' },
  ageAtRelease: { min: 30, max: 30 },
})

const NEVER_ARSON = { arson: { rule: 'never' } }
const ABSTINENT = { substances: { recovery: 'yes', ost: 'no', active: 'no' } }

/** A house decided for her by the product's own rules. */
function house(policy: object): Turning {
  const stated = Policy.parse({ ...OPEN_TO_ALL, ...policy })
  const service = {
    ...{
      id: '1',
      kind: 'supported_housing',
      authorities: ['E08000021'],
      locatedIn: ['E08000021'],
      near: null,
    },
    ...{ supportLevel: null, staffing: null, policyVerifiedAt: NOW },
  }
  return { decision: decideEligibility(HER, stated, service, NOW), policy: stated }
}

describe('what turned her away', () => {
  it.each<[string, Turning[], string[]]>([
    ['nothing of a house that takes anybody', [house({})], []],
    ['arson, of one house', [house({}), house(NEVER_ARSON)], ['arson.never']],
    [
      'each by itself of two of one house',
      [house({ ...NEVER_ARSON, ...ABSTINENT })],
      ['arson.never', 'substances.no_active_ost'],
    ],
    ['once, of two houses', [house(NEVER_ARSON), house(NEVER_ARSON)], ['arson.never']],
    ['what is discussed is no no', [house({ arson: { rule: 'case_by_case' } })], []],
    ['a limit she keeps', [house({ violence: { highest: 'medium', absolute: true } })], []],
    [
      'a limit she does not keep',
      [house({ violence: { highest: 'low', absolute: true } })],
      ['violence.low'],
    ],
    ['a limit that is talked about', [house({ violence: { highest: 'low', absolute: false } })], []],
    ['an age on the list', [house({ ageMin: 18, ageMax: 25 })], ['age.18_to_25']],
    ['an age that is not', [house({ ageMin: 18, ageMax: 27 })], []],
    ['nothing of a house for men', [house({ ...NEVER_ARSON, sex: 'men' })], []],
    ['nothing there is', [], []],
  ])('%s', (_, places, codes) => {
    expect(turnedAway(places)).toEqual(codes)
  })
})

describe('the closed list', () => {
  it('names each code by its criterion', () => {
    for (const code of STATED_CODES) expect(code.split('.')[0]).toBe(STATED_CRITERIA[code].criterion)
  })

  it('takes no value for another', () => {
    const stated = (policy: object, criterion: Parameters<typeof statedCode>[1]) =>
      statedCode(Policy.parse(policy), criterion)
    expect(stated({ convictions: { rule: 'none_within', months: 12 } }, 'convictions')).toBe(
      'convictions.none_in_12_months',
    )
    expect(stated({ convictions: { rule: 'none_within', months: 13 } }, 'convictions')).toBeNull()
    expect(stated({ onlyFor: ['veterans'] }, 'only_for')).toBe('only_for.veterans')
    expect(stated({ onlyFor: ['veterans', 'care_leavers'] }, 'only_for')).toBeNull()
    expect(stated({ substances: { active: 'no' } }, 'substances')).toBe('substances.no_active')
    expect(stated({ substances: { active: 'yes' } }, 'substances')).toBeNull()
    expect(stated({}, 'substances')).toBeNull()
    expect(stated({ sex: 'men' }, 'sex')).toBeNull()
  })
})
