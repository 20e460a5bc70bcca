import { describe, expect, it } from 'vitest'
import { SCREEN_EVENTS, screenOf } from '~/domain/referral/events/registry'
import { refusalSentence } from './refusal-sentence'

describe('a refusal of a day', () => {
  it('says of a day before the release that it is before it, and never that the release has not come', () => {
    const words = refusalSentence({ ok: false, reason: 'before_release' }, 'arrive')
    expect(words).toMatch(/^That day is before the day of release\./)
  })

  it('of every form, says what that day must be, not that the last must come after the first', () => {
    const asks = SCREEN_EVENTS.filter(event => {
      const refusedAt = screenOf(event).refusedAt
      return refusedAt?.dates_invalid !== undefined
    })
    expect(asks).toContain('change_stay_end')
    for (const event of asks)
      expect([event, refusalSentence({ ok: false, reason: 'dates_invalid' }, event)]).not.toEqual([
        event,
        expect.stringMatching(/the last must come after the first/),
      ])
  })

  it('of a promise that is over, says what is done instead', () => {
    expect(refusalSentence({ ok: false, reason: 'promise_over' }, 'other_room')).toBe(
      'The days that were promised are over. Say whether the person came, or take the place back',
    )
  })

  it('of a first day that comes after the end of the stay or of its first room, says which end, and what mends it', () => {
    const said = (['left', 'to_move', 'sure', 'promised'] as const).map(because =>
      refusalSentence({ ok: false, reason: 'ends_before', endsOn: '2027-02-04', because }, 'correct_arrival'),
    )
    expect(said).toEqual([
      'The person left that room on 4 February 2027. Choose an earlier day',
      'The person is to move to another room on 4 February 2027, before that day. Change the planned move first, or choose an earlier day',
      'The stay is sure to end on 4 February 2027, before that day. Say first until when it goes on, or choose an earlier day',
      'The room is promised to somebody else from 4 February 2027. Settle that promise first, or choose an earlier day',
    ])
  })
})
