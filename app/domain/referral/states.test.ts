import { describe, expect, it } from 'vitest'
import { openGroups, STAND_FIRST, statesOf } from './list/referral-groups'
import { factsOf, holdsBed, isOpen, REFERRAL_STATES } from './states'

const BEFORE_OFFER = [
  'submitted',
  'information_requested',
  'under_review',
  'assessment_booked',
  'waiting_list',
]
const ENDED = ['declined', 'refused', 'withdrawn', 'expired', 'no_show', 'departed', 'placed_elsewhere']

/** Written out by hand from product.md, "Lifecycle". */
describe('the states of a referral', () => {
  it('that have ended, and those that hold a bed', () => {
    expect(REFERRAL_STATES.filter(state => !isOpen(state))).toEqual(ENDED)
    const held = ['offered', 'accepted', 'awaiting_approval', 'to_reconfirm', 'arrived']
    expect(REFERRAL_STATES.filter(holdsBed)).toEqual(held)
  })

  it('in which somebody must still act before the release, or comes first when she leaves', () => {
    const must = [...BEFORE_OFFER, 'offered', 'awaiting_approval', 'to_reconfirm']
    expect(REFERRAL_STATES.filter(state => factsOf(state).endsBeforeRelease)).toEqual(must)
    const first = [...BEFORE_OFFER, 'offered', 'accepted', 'awaiting_approval', 'to_reconfirm']
    expect(STAND_FIRST).toEqual(first)
  })

  it.each(['provider', 'referrer'] as const)('are each in one list of the %s’s, and in one group', side => {
    const listed = (['open', 'here', 'ended'] as const).flatMap(list => statesOf(list, side))
    expect([...listed].sort()).toEqual([...REFERRAL_STATES].sort())
    expect(openGroups(side).filter(({ states }) => states.length === 0)).toEqual([])
    expect(statesOf('here', side)).toEqual(['arrived'])
    expect(statesOf('ended', side)).toEqual(ENDED)
  })

  it('of a provider’s day: what is new, and what is decided next', () => {
    expect(statesOf('new', 'provider')).toEqual(['submitted'])
    const toDecide = ['under_review', 'assessment_booked', 'to_reconfirm', 'waiting_list']
    expect(statesOf('to_decide', 'provider')).toEqual(toDecide)
  })
})
