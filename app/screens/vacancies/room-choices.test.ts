import { describe, expect, it } from 'vitest'
import type { OwnBedspace } from '~/domain/vacancy/own/own-bedspaces.server'
import { roomChoices } from './room-choices'

/** Monday 1 February 2027; two working days between stays. */
const TODAY = '2027-02-01'
const PROMISED = { today: TODAY, fromOn: '2027-03-08', untilOn: '2027-05-31', mayBeginLater: false }
const FROM_NOW = { today: TODAY, fromOn: TODAY, untilOn: null, mayBeginLater: true }

type Claimed = OwnBedspace['claims'][number]

function claim(
  kind: Claimed['kind'],
  from: string,
  until: string | null,
  more: Partial<Claimed> = {},
): Claimed {
  return { ...{ id: from, kind, from, until, voidReason: null, lapsesAt: null, leaves: null }, ...more }
}

function room(name: string, ...claims: Claimed[]) {
  return { id: name, name, named: true, type: 'shared', turnaround: 2, claims }
}

const about = { leaves: { on: '2027-02-12', isSure: false } }
const sure = { leaves: { on: '2027-02-12', isSure: true } }

describe('another room for days that are promised', () => {
  it('is one that is free on each of them; of the others it says why not', () => {
    const rooms = [
      room('Empty'),
      room('Promised later', claim('hold', '2027-05-10', '2027-08-01')),
      room('Just after', claim('hold', '2027-06-02', null)),
      room('A day too soon', claim('hold', '2027-06-01', null)),
      room('Leaving about', claim('occupied', '2027-01-04', null, about)),
      room('Leaving surely', claim('occupied', '2027-01-04', null, sure)),
      room('In repair', claim('void', '2027-02-01', '2027-03-09', { voidReason: 'repair' })),
    ]
    const { free, taken } = roomChoices(rooms, PROMISED)
    expect(free).toEqual(
      ['Empty', 'Just after', 'Leaving surely'].map(name => ({
        id: name,
        name: `${name}, shared`,
        hint: 'Free for all of these days',
      })),
    )
    expect(taken.map(({ name, hint }) => [name, hint])).toEqual([
      [
        'Promised later, shared',
        'Free until and including Thu 6 May, then turnaround; promised from Mon 10 May',
      ],
      [
        'A day too soon, shared',
        // Monday 31 May is a bank holiday: two working days before the first of June is Thursday.
        'Free until and including Thu 27 May, then turnaround; promised from Tue 1 June',
      ],
      ['Leaving about, shared', 'Occupied, leaving about Fri 12 February'],
      ['In repair, shared', 'Void (repair) until and including Mon 8 March; ready from Tue 9 March'],
    ])
  })
})

describe('another room to go on in, from a day that is asked beside it', () => {
  it('is one that is free until further notice, now or from a day on', () => {
    const rooms = [
      room('Empty'),
      room('In repair', claim('void', '2027-01-25', '2027-02-03', { voidReason: 'repair' })),
      room('Leaving surely', claim('occupied', '2027-01-04', null, sure)),
      room('Promised', claim('hold', '2027-03-08', '2027-06-02')),
      room(
        'Promised soon',
        claim('turnaround', '2027-01-29', '2027-02-02'),
        claim('hold', '2027-02-08', null),
      ),
      room('Stayed in', claim('occupied', '2027-01-04', null)),
    ]
    const { free, taken } = roomChoices(rooms, FROM_NOW)
    expect(free.map(({ id, hint }) => [id, hint])).toEqual([
      ['Empty', 'Free'],
      ['In repair', 'Free from Wed 3 February'],
      ['Leaving surely', 'Free from Tue 16 February'],
      ['Promised', 'Free from Wed 2 June'],
    ])
    expect(taken.map(({ id, hint }) => [id, hint])).toEqual([
      [
        'Promised soon',
        'Turnaround until and including Mon 1 February; ready from Tue 2 February; held until further notice, from Mon 8 February',
      ],
      ['Stayed in', 'Occupied'],
    ])
  })

  it('of a count is any of those that are alike, or none', () => {
    const counted = (...claims: Claimed[]) => ({ ...room('Bedspace', ...claims), named: false })
    const full = counted(claim('occupied', '2027-01-04', null))
    const any = { id: 'Bedspace', name: 'Any bedspace, shared' }
    expect(roomChoices([full, counted()], FROM_NOW)).toEqual({ free: [{ ...any, hint: 'Free' }], taken: [] })
    expect(roomChoices([full, full], FROM_NOW)).toEqual({
      free: [],
      taken: [{ ...any, hint: 'All of them are claimed on some of these days' }],
    })
  })
})
