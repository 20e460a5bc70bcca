import { describe, expect, it } from 'vitest'
import type { OwnBedspace } from '~/domain/vacancy/own/own-bedspaces.server'
import { offerChoices } from './offer-choices'

const DAYS = { today: '2027-02-01', fromOn: '2027-03-08', untilOn: '2027-05-31' } as const

function counted(id: string, claims: OwnBedspace['claims']): OwnBedspace {
  const what = { name: id, named: false, type: 'shared', sex: null, wheelchair: null, turnaround: 2 }
  return { id, ...what, today: { kind: 'free' }, isFree: claims.length === 0, claims }
}

function hold(from: string, until: string | null): OwnBedspace['claims'][number] {
  return { id: 'h', kind: 'hold', from, until, voidReason: null, lapsesAt: null, leaves: null }
}

describe('what a counted house offers', () => {
  it('is one choice, free, with how many', () => {
    const beds = [counted('a', [hold('2027-03-01', '2027-03-20')]), counted('b', [])]
    expect(offerChoices(beds, DAYS).choices).toEqual([
      {
        id: 'b',
        name: 'Any bedspace, shared',
        hint: '1 of 2 free on the first night, 1 for the whole stay',
        isFree: true,
      },
    ])
  })

  it('is not free on a day on which every bedspace is claimed, and says from when it can be offered', () => {
    const beds = [counted('a', [hold('2027-03-01', '2027-03-20')])]
    expect(offerChoices(beds, DAYS).choices).toEqual([
      {
        id: 'a',
        name: 'Any bedspace, shared',
        hint: '0 of 1 free on the first night, 0 for the whole stay. Held until and including Fri 19 March; ready from Sat 20 March: can be offered from Sat 20 March',
        isFree: false,
      },
    ])
  })

  it('is nothing where every bedspace is claimed without an end, as of a house of rooms', () => {
    const [full] = [counted('a', [hold('2027-02-01', null)])]
    expect(offerChoices([full], DAYS).choices).toEqual([])
    expect(offerChoices([{ ...full, named: true }], DAYS).choices).toEqual([])
  })
})
