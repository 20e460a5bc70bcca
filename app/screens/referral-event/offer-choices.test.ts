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
        fitsFirstNight: true,
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
        fitsFirstNight: false,
      },
    ])
  })

  it('is nothing where every bedspace is claimed without an end, as of a house of rooms', () => {
    const [full] = [counted('a', [hold('2027-02-01', null)])]
    expect(offerChoices([full], DAYS).choices).toEqual([])
    expect(offerChoices([{ ...full, named: true }], DAYS).choices).toEqual([])
  })
})

describe('a bedspace that is not empty yet, and is ready by the first night', () => {
  /** Friday 12 February and two working days: Tuesday 16, three weeks before the first night. */
  const sure: OwnBedspace['claims'] = [
    {
      ...{ id: 's', kind: 'occupied', from: '2026-06-01', until: null, voidReason: null, lapsesAt: null },
      leaves: { on: '2027-02-12', isSure: true },
    },
  ]
  const repair: OwnBedspace['claims'] = [
    {
      ...{ id: 'v', kind: 'void', from: '2027-02-01', until: '2027-02-20', voidReason: 'repair' },
      ...{ lapsesAt: null, leaves: null },
    },
  ]

  it('is among those for the first night, not under those taken on it, and says who is there', () => {
    const rooms = [sure, repair].map((claims, at) => ({ ...counted(`Room ${at + 1}`, claims), named: true }))
    expect(offerChoices(rooms, DAYS).choices).toEqual([
      {
        ...{ id: 'Room 1', name: 'Room 1, shared', isFree: false, fitsFirstNight: true },
        hint: 'Occupied, leaving on Fri 12 February (sure): can be offered from Tue 16 February',
      },
      {
        ...{ id: 'Room 2', name: 'Room 2, shared', isFree: false, fitsFirstNight: true },
        hint: 'Void (repair) until and including Fri 19 February; ready from Sat 20 February: can be offered from Sat 20 February',
      },
    ])
    const early = { ...DAYS, fromOn: '2027-02-15' }
    expect(offerChoices(rooms, early).choices.map(({ fitsFirstNight }) => fitsFirstNight)).toEqual([
      false,
      false,
    ])
  })

  it('is one of a count that is ready by then', () => {
    expect(offerChoices([counted('a', sure), counted('b', repair)], DAYS).choices).toEqual([
      {
        ...{ id: 'a', name: 'Any bedspace, shared', isFree: false, fitsFirstNight: true },
        hint: '0 of 2 empty now, 2 ready by the first night. Occupied, leaving on Fri 12 February (sure): can be offered from Tue 16 February',
      },
    ])
  })
})
