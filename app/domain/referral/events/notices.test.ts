import { describe, expect, it } from 'vitest'
import { noticesFor } from './notices'

describe('who is told of what', () => {
  it.each([
    ['submit', null, 'submitted', ['provider']],
    ['offer', 'under_review', 'offered', ['referrer']],
    ['accept', 'offered', 'accepted', ['provider']],
    ['expire', 'offered', 'expired', ['provider', 'referrer']],
    ['decline', 'submitted', 'declined', ['referrer']],
    ['take_to_assess', 'submitted', 'under_review', ['referrer']],
    ['take_to_assess', 'under_review', 'under_review', []],
    ['reconfirm_waiting', 'waiting_list', 'waiting_list', []],
    ['take_back_offer', 'offered', 'under_review', ['referrer', 'provider']],
    ['take_back_place', 'accepted', 'under_review', ['referrer', 'provider']],
    ['refuse_address', 'awaiting_approval', 'under_review', ['referrer', 'provider']],
    ['refuse_address', 'awaiting_approval', 'declined', ['referrer', 'provider']],
    ['an event nobody knows', 'submitted', 'submitted', []],
  ])('%s from %s to %s tells %j', (event, from, to, sides) => {
    expect(noticesFor(event, from, to).map(notice => notice.to)).toEqual(sides)
  })
})
