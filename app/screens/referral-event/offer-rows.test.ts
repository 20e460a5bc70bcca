import { describe, expect, it } from 'vitest'
import { offerLede, offerRows } from './offer-rows'

const NOW = new Date('2026-11-22T10:00:00Z')
const OFFER = {
  bedspaceName: 'Room 2',
  bedspaceType: 'shared',
  fromOn: '2026-12-28',
  untilOn: '2027-06-28',
  expiresAt: new Date('2026-11-24T17:00:00Z'),
  isHeld: true,
  heldUntil: new Date('2026-11-24T17:00:00Z'),
  stayAhead: null,
}
const PRICE = {
  rentWeeklyPence: 9550,
  serviceChargeWeeklyPence: 1200,
  depositPence: 0,
  firstWeekChargePence: null,
  paymentNote: 'Housing Benefit pays the rent',
}

describe('an offer as it is read out', () => {
  it('says the room, the days, the price and until when it stands', () => {
    expect(offerRows(OFFER, PRICE, '2026-12-28', NOW).map(({ key, value }) => [key, value])).toEqual([
      ['Room', 'Room 2, shared'],
      ['Release', 'Mon 28 December'],
      ['First night', 'Mon 28 December'],
      ['Last day', 'Mon 28 June 2027'],
      ['Rent', '£95.50 a week'],
      ['Service charge', '£12 a week'],
      ['First week’s charge', 'Not stated'],
      ['Deposit', 'Nothing to pay'],
      ['How it is paid', 'Housing Benefit pays the rent'],
      ['Offer expires', 'At 17:00 on Tue 24 November'],
    ])
  })

  it('says where the hold is shorter than the offer, and where there is none', () => {
    const last = (more: object) => offerRows({ ...OFFER, ...more }, PRICE, null, NOW).at(-1)
    expect(last({ heldUntil: new Date('2026-11-23T10:00:00Z') })).toEqual({
      key: 'Held',
      value: 'Until 10:00 tomorrow; then the yes is what takes the room',
    })
    expect(last({ isHeld: false, heldUntil: null })).toEqual({
      key: 'Held',
      value: 'No: the yes is what takes the room',
    })
    expect(last({ heldUntil: null })?.key).toBe('Offer expires')
  })
})

it('says what an offer holds, by the landlord’s policy', () => {
  expect(offerLede(null)).toContain('is held from now until')
  expect(offerLede(3)).toContain('is held for 3 days')
  expect(offerLede(0)).toContain('Nothing is held')
  expect(offerLede(0)).not.toContain('is held from')
})
