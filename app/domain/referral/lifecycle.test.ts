import { describe, expect, it } from 'vitest'
import { eventsFor, LIFECYCLE, type Situation, transition } from './lifecycle'
import { actsNext, factsOf, holdsBed, isOpen, REFERRAL_STATES, type ReferralState } from './states'
import { drawLifecycle } from './lifecycle-drawing'
import { type Side } from './referral'

/** product.md, "Lifecycle", column "next", written out by hand; hand-overs, parking and withdrawing are below. */
const SPECIFIED: [ReferralState, Side | 'clock' | 'system', string, string][] = [
  ['submitted', 'provider', 'take_to_assess', 'under_review'],
  ['submitted', 'provider', 'request_information', 'information_requested'],
  ['submitted', 'provider', 'decline', 'declined'],
  ['information_requested', 'referrer', 'answer_information', 'under_review'],
  ['information_requested', 'provider', 'answered_by_phone', 'under_review'],
  ['information_requested', 'provider', 'take_back_question', 'under_review'],
  ['information_requested', 'provider', 'book_assessment', 'assessment_booked'],
  ['information_requested', 'provider', 'offer', 'offered'],
  ['information_requested', 'provider', 'decline', 'declined'],
  ['under_review', 'provider', 'request_information', 'information_requested'],
  ['under_review', 'provider', 'book_assessment', 'assessment_booked'],
  ['under_review', 'provider', 'add_to_waiting_list', 'waiting_list'],
  ['under_review', 'provider', 'offer', 'offered'],
  ['under_review', 'provider', 'decline', 'declined'],
  ['assessment_booked', 'provider', 'return_to_review', 'under_review'],
  ['assessment_booked', 'provider', 'add_to_waiting_list', 'waiting_list'],
  ['assessment_booked', 'provider', 'offer', 'offered'],
  ['assessment_booked', 'provider', 'decline', 'declined'],
  ['waiting_list', 'provider', 'offer', 'offered'],
  ['waiting_list', 'provider', 'book_assessment', 'assessment_booked'],
  ['waiting_list', 'provider', 'request_information', 'information_requested'],
  ['waiting_list', 'provider', 'decline', 'declined'],
  ['waiting_list', 'provider', 'reconfirm_waiting', 'waiting_list'],
  ['offered', 'referrer', 'accept', 'accepted'],
  ['offered', 'referrer', 'refuse', 'refused'],
  ['offered', 'clock', 'expire', 'under_review'],
  ['offered', 'clock', 'expire', 'expired'],
  ['offered', 'provider', 'extend_offer', 'offered'],
  ['offered', 'provider', 'take_back_offer', 'under_review'],
  ['submitted', 'system', 'date_moved', 'submitted'],
  ['information_requested', 'system', 'date_moved', 'information_requested'],
  ['under_review', 'system', 'date_moved', 'under_review'],
  ['assessment_booked', 'system', 'date_moved', 'assessment_booked'],
  ['waiting_list', 'system', 'date_moved', 'waiting_list'],
  ['accepted', 'provider', 'keep_holding', 'accepted'],
  ['to_reconfirm', 'provider', 'keep_holding', 'to_reconfirm'],
  ['offered', 'system', 'date_moved', 'to_reconfirm'],
  ['offered', 'system', 'stay_goes_on', 'to_reconfirm'],
  ['accepted', 'system', 'stay_goes_on', 'to_reconfirm'],
  ['awaiting_approval', 'system', 'stay_goes_on', 'to_reconfirm'],
  ['accepted', 'referrer', 'ask_approval', 'awaiting_approval'],
  ['accepted', 'provider', 'arrive', 'arrived'],
  ['accepted', 'provider', 'no_show', 'no_show'],
  ['accepted', 'system', 'date_moved', 'to_reconfirm'],
  ['awaiting_approval', 'referrer', 'approve', 'accepted'],
  ['awaiting_approval', 'referrer', 'refuse_address', 'under_review'],
  ['awaiting_approval', 'referrer', 'refuse_address', 'declined'],
  ['awaiting_approval', 'system', 'date_moved', 'to_reconfirm'],
  ['to_reconfirm', 'provider', 'reconfirm', 'where_it_was'],
  ['to_reconfirm', 'provider', 'decline', 'declined'],
  // Services open, pause and close, with what follows for referrals.
  ['offered', 'provider', 'decline', 'declined'],
  ['accepted', 'provider', 'decline', 'declined'],
  ['awaiting_approval', 'provider', 'decline', 'declined'],
  ['parked', 'provider', 'decline', 'declined'],
  ['to_reconfirm', 'system', 'date_moved', 'to_reconfirm'],
  ['arrived', 'provider', 'depart', 'departed'],
  ['accepted', 'provider', 'other_room', 'accepted'],
  ['awaiting_approval', 'provider', 'other_room', 'awaiting_approval'],
  ['to_reconfirm', 'provider', 'other_room', 'where_it_was'],
  ['arrived', 'provider', 'undo_arrival', 'accepted'],
  ['departed', 'provider', 'correct_departure', 'departed'],
  ['departed', 'provider', 'undo_end', 'as_before'],
  ['no_show', 'provider', 'undo_end', 'as_before'],
  ['declined', 'provider', 'undo_end', 'as_before'],
  ['declined', 'referrer', 'undo_end', 'as_before'],
  ['refused', 'referrer', 'undo_end', 'as_before'],
  ['withdrawn', 'referrer', 'undo_end', 'as_before'],
  ['placed_elsewhere', 'system', 'park_again', 'parked'],
  // Whatever can be typed can be corrected: a yes that was a mistake.
  ['accepted', 'referrer', 'take_back_yes', 'offered'],
  ['awaiting_approval', 'referrer', 'take_back_yes', 'offered'],
  ['accepted', 'provider', 'take_back_place', 'under_review'],
  ['awaiting_approval', 'provider', 'take_back_place', 'under_review'],
  ['to_reconfirm', 'provider', 'take_back_place', 'under_review'],
  ['parked', 'referrer', 'reopen', 'where_it_was'],
  ['parked', 'system', 'close_elsewhere', 'placed_elsewhere'],
]

/** A Monday morning. */
const MONDAY = new Date('2027-02-01T09:00:00Z')

function at(state: ReferralState, more: Partial<Situation> = {}): Situation {
  return {
    ...{ state, resumeState: null, hasOtherAddress: false, hasLapsed: false, assessorId: null },
    ...{ isServiceClosed: false, isMovePlanned: false, offerExpiresAt: null },
    ...{ endedBy: null, stateChangedAt: MONDAY, now: MONDAY, ...more },
  }
}

const EVERYWHERE = ['withdraw', 'park']

describe('the table of the lifecycle', () => {
  it('says what the specification says, and no more', () => {
    const written = LIFECYCLE.filter(row => !EVERYWHERE.includes(row.event) && row.limit !== 'kept')
    expect(written.map(row => [row.from, row.by, row.event, row.to].join(' ')).sort()).toEqual(
      SPECIFIED.map(row => row.join(' ')).sort(),
    )
  })

  it('lets the referrer withdraw in any open state before arrival', () => {
    const from = LIFECYCLE.filter(row => row.event === 'withdraw').map(row => row.from)
    const open = REFERRAL_STATES.filter(state => isOpen(state) && state !== 'arrived')
    expect(from.sort()).toEqual(open.sort())
    expect(transition(at('withdrawn'), 'withdraw', 'referrer')).toBeNull()
  })

  it('has one row for an event of an actor in a state', () => {
    const keys = LIFECYCLE.map(row => `${row.from} ${row.event} ${row.by} ${row.where}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('leads from a state that has ended only back, and only where that was recorded lately', () => {
    const rows = LIFECYCLE.filter(row => !isOpen(row.from) && row.by !== 'system')
    const back = rows.filter(row => row.to !== row.from)
    expect(new Set(back.map(row => row.event))).toEqual(new Set(['undo_end']))
    expect(rows.filter(row => !row.where?.startsWith('lately'))).toEqual([])
    expect(new Set(rows.map(row => row.from))).toEqual(
      new Set(['departed', 'no_show', 'declined', 'refused', 'withdrawn']),
    )
  })

  it('lets whoever ended it undo that until close of business two working days on, and nobody else', () => {
    const undoes = (side: Side, situation: Situation) => transition(situation, 'undo_end', side)?.to ?? null
    const ended = at('declined', { endedBy: 'provider' })
    const wednesday = (time: string) => new Date(`2027-02-03T${time}Z`)
    expect(undoes('provider', { ...ended, now: wednesday('17:00:00') })).toBe('as_before')
    expect(undoes('provider', { ...ended, now: wednesday('17:00:01') })).toBeNull()
    expect(undoes('referrer', ended)).toBeNull()
    const byReferrer = at('declined', { endedBy: 'referrer' })
    expect([undoes('provider', byReferrer), undoes('referrer', byReferrer)]).toEqual([null, 'as_before'])
    // Friday to Tuesday.
    const friday = new Date('2027-02-05T16:00:00Z')
    const late = { stateChangedAt: friday, now: new Date('2027-02-09T16:59:00Z') }
    expect(undoes('referrer', at('refused', late))).toBe('as_before')
    expect(undoes('provider', at('refused', late))).toBeNull()
    for (const state of ['expired', 'placed_elsewhere'] as const)
      expect([undoes('provider', at(state)), undoes('referrer', at(state))]).toEqual([null, null])
  })

  it('undoes an arrival for two working days, and corrects its day and its room for as long as it lasts', () => {
    const events = (now: string) =>
      eventsFor(at('arrived', { now: new Date(now) }), 'provider').map(row => row.event)
    const always = ['correct_arrival', 'move_stay', 'plan_move', 'change_stay_end', 'depart']
    expect(events('2027-02-03T17:00:00Z')).toEqual(['undo_arrival', ...always])
    expect(events('2027-02-03T17:00:01Z')).toEqual(always)
    const planned = at('arrived', { isMovePlanned: true, now: new Date('2027-02-03T17:00:01Z') })
    expect(eventsFor(planned, 'provider').map(row => row.event)).toEqual([
      ...['correct_arrival', 'move_stay', 'plan_move', 'call_off_move', 'depart'],
    ])
  })

  it('leads to every state, and out of every open one', () => {
    const reached = new Set(LIFECYCLE.map(row => row.to))
    expect(REFERRAL_STATES.filter(state => !reached.has(state))).toEqual([])
    const left = new Set(LIFECYCLE.filter(row => row.to !== row.from).map(row => row.from))
    expect(REFERRAL_STATES.filter(state => isOpen(state) && !left.has(state))).toEqual([])
  })

  it('takes a bedspace only with one: nothing but an offer leads to a state that holds a bed', () => {
    const taking = LIFECYCLE.filter(
      row => !holdsBed(row.from) && row.to !== 'where_it_was' && row.to !== 'as_before' && holdsBed(row.to),
    )
    expect(new Set(taking.map(row => row.event))).toEqual(new Set(['offer']))
    expect(taking.every(row => row.requires.includes('bedspace'))).toBe(true)
  })

  it('always asks for reasons where somebody says no', () => {
    const saysNo = LIFECYCLE.filter(row =>
      [
        'decline',
        'refuse',
        'withdraw',
        'no_show',
        'take_back_offer',
        'take_back_place',
        'refuse_address',
      ].includes(row.event),
    )
    expect(saysNo.filter(row => !row.requires.includes('reason'))).toEqual([])
  })

  it('gives every side that must act a button', () => {
    for (const state of REFERRAL_STATES) {
      const side = actsNext(state)
      if (side) expect(eventsFor(at(state), side), state).not.toEqual([])
    }
  })

  it('gives nobody a button the other side has', () => {
    expect(eventsFor(at('offered'), 'referrer').map(row => row.event)).toEqual([
      'accept',
      'refuse',
      'change_agreement',
      'withdraw',
    ])
    expect(eventsFor(at('offered'), 'provider').map(row => row.event)).toEqual([
      'take_to_assess',
      'extend_offer',
      'take_back_offer',
    ])
    expect(eventsFor(at('departed'), 'referrer')).toEqual([])
  })

  it('takes a yes back only while the offer runs', () => {
    const expires = new Date('2027-02-03T17:00:00Z')
    const back = (now: string) =>
      transition(at('accepted', { offerExpiresAt: expires, now: new Date(now) }), 'take_back_yes', 'referrer')
    expect(back('2027-02-03T16:59:59Z')?.to).toBe('offered')
    expect(back('2027-02-03T17:00:00Z')).toBeNull()
  })

  it('offers while a question is open only what was taken to assess before', () => {
    const asked = at('information_requested')
    expect(transition(asked, 'offer', 'provider')).toBeNull()
    expect(transition({ ...asked, assessorId: 'an id' }, 'offer', 'provider')?.to).toBe('offered')
    expect(eventsFor(asked, 'provider').map(row => row.event)).toEqual([
      'answered_by_phone',
      'take_back_question',
      'book_assessment',
      'decline',
    ])
  })

  it('takes an offer back to review when it lapses once, and ends it when it lapses again', () => {
    expect(transition(at('offered'), 'expire', 'clock')?.to).toBe('under_review')
    expect(transition({ ...at('offered'), hasLapsed: true }, 'expire', 'clock')?.to).toBe('expired')
  })

  it('has a limit for every open state but a parked one', () => {
    const open = REFERRAL_STATES.filter(state => isOpen(state) && state !== 'parked')
    expect(REFERRAL_STATES.filter(state => factsOf(state).limit)).toEqual(open)
  })

  it('is what the page in docs shows', async () => {
    await expect(drawLifecycle()).toMatchFileSnapshot('../../../docs/referral-lifecycle.md')
  })
})
