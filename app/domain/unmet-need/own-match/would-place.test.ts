import { describe, expect, it } from 'vitest'
import { decideEligibility } from '../../eligibility/decide'
import { PersonFacts } from '../../eligibility/facts'
import { Policy } from '../../eligibility/policy'
import { OPEN_TO_ALL } from '@tests/factories/plain-person'
import { type Changeable, wouldPlace } from './would-place'

const NOW = new Date('2027-03-03T00:35:00Z')

/** A woman of 30 with a conviction for arson who uses drugs; nothing else stands against her. */
const HER = PersonFacts.parse({
  ...{ sex: 'female', arson: 'conviction', arsonYear: 2020, substances: 'active', couple: 'no' },
  ...{ childrenPlan: 'none', pregnancy: 'no', pets: 'none' },
  ageAtRelease: { min: 30, max: 30 },
})

const NEVER_ARSON = { arson: { rule: 'never' } }
const ABSTINENT = { substances: { recovery: 'yes', ost: 'yes', active: 'no' } }
const TAKEN = { isFresh: true, free: 0 }
const UNCONFIRMED = { isFresh: false, free: 2 }

let made = 0

/** A house with a bed confirmed and free, decided for her by the product's own rules. */
function house(policy: object, has: Partial<Changeable> = {}, facts = HER): Changeable {
  const stated = Policy.parse({ ...OPEN_TO_ALL, ...policy })
  const id = String((made += 1))
  const kind = has.kind ?? 'supported_housing'
  const service = {
    ...{ id, kind, authorities: ['E08000021'], locatedIn: ['E08000021'], near: null },
    ...{ supportLevel: null, staffing: null, policyVerifiedAt: NOW },
  }
  const decision = decideEligibility(facts, stated, service, NOW)
  return { id, kind, decision, isFresh: true, free: 1, policy: stated, ...has }
}

describe('the one change that would have placed her', () => {
  it.each<[string, Changeable[], string[]]>([
    ['arson alone stands in the way', [house(NEVER_ARSON)], ['arson']],
    ['two things stand in the way of one house', [house({ ...NEVER_ARSON, ...ABSTINENT })], []],
    ['one thing each of two houses', [house(ABSTINENT), house(NEVER_ARSON)], ['arson', 'substances']],
    ['the same of two houses', [house(NEVER_ARSON), house(NEVER_ARSON)], ['arson']],
    ['a policy, and no bed behind it', [house(NEVER_ARSON, TAKEN)], []],
    ['a policy, and nobody confirmed the bed', [house(NEVER_ARSON, UNCONFIRMED)], []],
    ['a house for women that is full', [house({}, TAKEN)], ['bed_women_only']],
    ['a mixed house that is full', [house({ sex: 'mixed' }, TAKEN)], ['bed_mixed']],
    ['free beds that nobody confirmed', [house({}, UNCONFIRMED)], ['bed_confirmed']],
    ['full and not confirmed', [house({}, { isFresh: false, free: 0 })], []],
    ['a house for men', [house({ sex: 'men' })], []],
    ['no place to live', [house(NEVER_ARSON, { kind: 'womens_centre' })], []],
    ['nothing there is', [], []],
  ])('%s', (_, services, changes) => {
    expect(wouldPlace(HER, services)).toEqual(changes)
  })

  it('is a bed of the kind her household needs', () => {
    const mother = { ...HER, childrenPlan: 'live_in' } as const
    const couple = { ...HER, couple: 'yes' } as const
    expect(wouldPlace(mother, [house({}, TAKEN)])).toEqual(['bed_family'])
    expect(wouldPlace(couple, [house({}, TAKEN)])).toEqual(['bed_couple'])
  })
})
