import { describe, expect, it } from 'vitest'
import { noticesFor } from './notices'

/** Of what a place falls through by, for the officer: she need not wait for the provider. */
describe('where a place falls through', () => {
  it.each([
    ['refuse_address', 'awaiting_approval', 'under_review'],
    ['refuse_address', 'awaiting_approval', 'declined'],
    ['take_back_place', 'accepted', 'under_review'],
    ['take_back_yes', 'accepted', 'offered'],
  ])('%s from %s to %s tells the officer alone that parked referrals can be reopened', (event, from, to) => {
    const saying = noticesFor(event, from, to).filter(({ message }) =>
      message.toDo.includes('Referrals that were parked for this place can be reopened'),
    )
    expect(saying.map(notice => notice.to)).toEqual(['referrer'])
  })
})

describe('who is told of what', () => {
  it.each([
    ['submit', null, 'submitted', ['provider']],
    ['offer', 'under_review', 'offered', ['referrer']],
    ['accept', 'offered', 'accepted', ['provider']],
    ['expire', 'offered', 'under_review', ['provider', 'referrer']],
    ['expire', 'offered', 'expired', ['provider', 'referrer']],
    ['answered_by_phone', 'information_requested', 'under_review', ['referrer', 'provider']],
    ['take_back_question', 'information_requested', 'under_review', ['referrer', 'provider']],
    ['decline', 'submitted', 'declined', ['referrer']],
    ['take_to_assess', 'submitted', 'under_review', ['referrer']],
    ['take_to_assess', 'under_review', 'under_review', []],
    ['change_agreement', 'accepted', 'accepted', ['provider', 'referrer']],
    ['reconfirm_waiting', 'waiting_list', 'waiting_list', []],
    ['take_back_offer', 'offered', 'under_review', ['referrer', 'provider']],
    ['take_back_place', 'accepted', 'under_review', ['referrer', 'provider']],
    ['take_back_yes', 'accepted', 'offered', ['provider', 'referrer']],
    ['refuse_address', 'awaiting_approval', 'under_review', ['referrer', 'provider']],
    ['refuse_address', 'awaiting_approval', 'declined', ['referrer', 'provider']],
    ['an event nobody knows', 'submitted', 'submitted', []],
  ])('%s from %s to %s tells %j', (event, from, to, sides) => {
    expect(noticesFor(event, from, to).map(notice => notice.to)).toEqual(sides)
  })
})
