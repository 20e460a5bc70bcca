import { describe, expect, it } from 'vitest'
import { SCREEN_EVENTS, screenOf } from '~/domain/referral/events/registry'
import { refusalSentence } from './refusal-sentence'

describe('a refusal of a day', () => {
  it('says of a day before the release that it is before it, and never that the release has not come', () => {
    const words = refusalSentence({ ok: false, reason: 'before_release' }, 'arrive')
    expect(words).toMatch(/^That day is before the day of release\./)
  })

  it('of every form that asks for one day, says what that day must be, not that the last must come after the first', () => {
    const asks = SCREEN_EVENTS.filter(event => {
      const refusedAt = screenOf(event).refusedAt
      return refusedAt?.dates_invalid !== undefined && event !== 'offer'
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
})
