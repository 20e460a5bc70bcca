import { describe, expect, it } from 'vitest'
import { LIFECYCLE } from '~/domain/referral/lifecycle'
import { type ButtonFacts, referralButtons } from './buttons'
import { undoingWords } from './undoing'

/** Declined on Monday 1 February at 10:00; undone until Wednesday at 17:00. */
const DECLINED = {
  ...({ side: 'referrer', state: 'declined', endedBy: 'provider' } as const),
  stateChangedAt: new Date('2027-02-01T10:00:00Z'),
  ...{ buttons: [], caseId: 'c', serviceId: 's', offerExpiresAt: null },
  refused: {},
}
const TUESDAY = new Date('2027-02-02T10:00:00Z')
const THURSDAY = new Date('2027-02-04T10:00:00Z')

describe('what is said of undoing', () => {
  it('to the side that did not end it: to phone while it can be undone, then to refer again', () => {
    expect(undoingWords(DECLINED, TUESDAY)).toEqual([
      {
        text: 'If this is wrong, phone: it can be undone until 17:00 tomorrow.',
        links: [],
      },
    ])
    expect(undoingWords(DECLINED, THURSDAY)).toEqual([
      {
        text: 'This can no longer be undone. Refer again: the new referral links back to this one.',
        links: [{ text: 'Refer to this service again', href: '/cases/c/refer/s' }],
      },
    ])
  })

  it('to a provider, who refers nobody: to phone the referrer', () => {
    expect(undoingWords({ ...DECLINED, side: 'provider' }, THURSDAY)).toEqual([
      {
        text: 'This can no longer be undone. Phone the referrer: a new referral links back to this one.',
        links: [],
      },
    ])
  })

  it('to the referrer of a yes: until when it can be taken back, then whom to phone', () => {
    const yes = { ...DECLINED, state: 'accepted', endedBy: 'referrer' } as const
    const offerExpiresAt = new Date('2027-02-03T17:00:00Z')
    const buttons = LIFECYCLE.filter(row => row.event === 'take_back_yes')
    expect(undoingWords({ ...yes, offerExpiresAt, buttons }, TUESDAY)[0]?.text).toBe(
      'If the yes was recorded by mistake, it can be taken back until 17:00 tomorrow, when the offer expires.',
    )
    expect(undoingWords({ ...yes, offerExpiresAt }, THURSDAY)[0]?.text).toMatch(/phone the provider/)
    expect(undoingWords({ ...yes, side: 'provider', buttons: [] }, TUESDAY)).toEqual([])
  })

  it('where the case or the service has closed: what is to be opened first, and no button that would be refused', () => {
    const buttons = LIFECYCLE.filter(row => row.event === 'undo_end' && row.from === 'withdrawn')
    const withdrawn = { ...DECLINED, state: 'withdrawn', endedBy: 'referrer', buttons } as const
    const refused = (reason: 'case_closed' | 'service_not_found') => ({
      undo_end: { ok: false, reason } as const,
    })
    expect(undoingWords({ ...withdrawn, refused: refused('case_closed') }, TUESDAY)).toEqual([
      {
        text: 'The case is closed. Reopen it first: then this can be undone until 17:00 tomorrow.',
        links: [{ text: 'Open the case', href: '/cases/c' }],
      },
    ])
    const shown = (facts: Partial<ButtonFacts>) => {
      const button = { viewerId: 'me', assessorId: null, releaseOn: null, offer: null }
      return referralButtons({ ...withdrawn, ...button, ...facts }, TUESDAY).map(({ event }) => event)
    }
    expect(shown({ refused: refused('case_closed') })).toEqual([])
    expect(shown({})).toEqual(['undo_end'])
    const house = { ...withdrawn, refused: refused('service_not_found'), side: 'provider' } as const
    expect(undoingWords(house, TUESDAY)[0]?.text).toMatch(
      /^The service has closed since. Open it again first/,
    )
  })

  it('is a new referral at once of what the clock ended, and nothing of what is open', () => {
    const expired = { ...DECLINED, state: 'expired', endedBy: null } as const
    expect(undoingWords(expired, TUESDAY)[0]?.links[0]?.href).toBe('/cases/c/refer/s')
    expect(undoingWords({ ...DECLINED, state: 'under_review' }, TUESDAY)).toEqual([])
  })

  it('of somebody who never came never advises to record a departure, which would count as a stay', () => {
    const stands = { ...DECLINED, side: 'provider', state: 'arrived' } as const
    const over = { ...stands, refused: { undo_arrival: { ok: false, reason: 'promise_over' } } } as const
    const said = [...undoingWords(stands, THURSDAY), ...undoingWords(over, TUESDAY)].map(({ text }) => text)
    expect(said).toHaveLength(2)
    for (const text of said)
      expect(text).toMatch(
        /Where the person never came, phone the referrer, and record no departure: that would count as a stay\.$/,
      )
  })

  it('where something else claims the room: both places where that is changed, for it may be over', () => {
    const refused = { undo_arrival: { ok: false, reason: 'bedspace_taken', until: null } } as const
    const [words] = undoingWords({ ...DECLINED, side: 'provider', state: 'arrived', refused }, TUESDAY)
    expect(words?.text).toMatch(
      /Change that first, on your vacancies or among the service’s stays and voids that are over; a hold is changed on its own referral/,
    )
    expect(words?.links.map(link => link.href)).toEqual(['/vacancies', '/our-services/s/rooms/past'])
  })
})
