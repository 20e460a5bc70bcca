import { describe, expect, it } from 'vitest'
import { boardWords, theOneTaken } from './board'
import type { OwnBedspace, VacancyBoard } from '~/domain/vacancy/own/own-bedspaces.server'

const NOW = new Date('2026-11-22T10:00:00Z')
const base = {
  named: true,
  type: 'shared',
  sex: null,
  wheelchair: null,
  turnaround: 2,
  isFree: false,
} as const
const free: OwnBedspace = {
  ...base,
  id: 'a',
  name: 'Room 1',
  today: { kind: 'free' },
  isFree: true,
  claims: [],
}
const stay = {
  kind: 'occupied',
  from: '2026-06-01',
  until: null,
  voidReason: null,
  leaves: { on: '2026-12-02', isSure: false },
} as const
const taken: OwnBedspace = {
  ...base,
  id: 'b',
  name: 'Room 2',
  today: stay,
  claims: [{ ...stay, id: 'b1', lapsesAt: null }],
}

function board(more: Partial<VacancyBoard> = {}): VacancyBoard {
  return {
    service: { id: 's', name: 'Harebell Row', kind: 'supported_housing' },
    ...{ pausedReason: null, pausedUntil: null },
    vacancy: {
      total: 2,
      free: 1,
      limited: null,
      expected: { on: '2026-12-04', count: 1, isAbout: true, limited: null },
      voids: 0,
    },
    confirmedAt: new Date('2026-11-20T10:00:00Z'),
    addedSince: 0,
    freshness: {
      state: 'confirmed',
      freshUntil: new Date('2026-11-27T10:00:00Z'),
      checkUntil: new Date('2026-12-04T10:00:00Z'),
    },
    bedspaces: [free, taken],
    stays: new Map([
      ['b', { claimId: 'b1', referralId: null, from: '2026-06-01', leftOn: null, isToMove: false }],
    ]),
    referrals: new Map(),
    ...more,
  }
}

describe('a board in words', () => {
  it('says what is free, what comes next, and until when referrers trust it', () => {
    expect(boardWords(board(), NOW)).toMatchObject({
      now: '1 free now',
      next: '1 more expected free from about Fri 4 December',
      confirmed: 'Last confirmed 2 days ago. Referrers see “check first” from 10:00 on Fri 27 November.',
      needsConfirming: false,
    })
  })

  it('says until when what is expected is free, where it is promised after', () => {
    const limited = { count: 1, lastOn: '2026-12-30', nextOn: '2027-01-04', next: 'hold' } as const
    const { vacancy } = board()
    const expected = { on: '2026-12-23', count: 1, isAbout: false, limited }
    expect(boardWords(board({ vacancy: { ...vacancy, expected } }), NOW).next).toBe(
      '1 more expected free from Wed 23 December, that one until and including Wed 30 December, then turnaround; promised from Mon 4 January 2027',
    )
  })

  it('says what is promised: free now, and on hold from a later day', () => {
    const hold = {
      kind: 'hold',
      from: '2026-12-28',
      until: '2027-03-22',
      voidReason: null,
      leaves: null,
    } as const
    const held = { ...free, id: 'h', claims: [{ ...hold, id: 'h1', lapsesAt: null, lastOn: '2027-03-18' }] }
    const limited = { count: 1, lastOn: '2026-12-22', nextOn: '2026-12-28', next: 'hold' } as const
    const vacancy = { total: 3, free: 2, limited, expected: null, voids: 0 }
    const words = boardWords(board({ vacancy, bedspaces: [free, held, taken] }), NOW)
    expect(words.now).toBe(
      '2 free now, 1 of those 2 until and including Tue 22 December, then turnaround; promised from Mon 28 December',
    )
    expect(words.bedspaces[1]).toMatchObject({
      isFree: true,
      // Two working days before Monday 28 December, over Christmas and the weekend: Tuesday 22.
      today: 'free until and including Tue 22 December, then turnaround; promised from Mon 28 December',
      later: [
        'from Mon 28 December: held until and including Thu 18 March 2027, then turnaround; ready from Mon 22 March 2027',
      ],
      // The turnaround is drawn as such: eight weeks are over long before it.
      strip: [
        { kind: 'hold', start: 36, length: 20 },
        { kind: 'turnaround', start: 30, length: 6 },
      ],
    })
    expect(words.bedspaces[0]).toMatchObject({ today: 'free', later: [], strip: [] })
  })

  it('asks to be confirmed from four fifths of the way on', () => {
    const late = new Date('2026-11-26T01:00:00Z')
    expect(boardWords(board(), late).needsConfirming).toBe(true)
    expect(
      boardWords(
        board({
          confirmedAt: null,
          freshness: { state: 'not_confirmed', freshUntil: null, checkUntil: null },
        }),
        NOW,
      ),
    ).toMatchObject({
      confirmed: 'Never confirmed. Referrers see “not confirmed: phone”.',
      needsConfirming: true,
    })
  })

  it('knows which one was taken where only one can be meant', () => {
    expect(theOneTaken(boardWords(board(), NOW))?.id).toBe('a')
    const two = [free, { ...free, id: 'c' }]
    expect(theOneTaken(boardWords(board({ bedspaces: two }), NOW))).toBeNull()
    const counted = two.map(bedspace => ({ ...bedspace, named: false }))
    expect(theOneTaken(boardWords(board({ bedspaces: counted }), NOW))?.id).toBe('a')
    expect(theOneTaken(boardWords(board({ bedspaces: [taken] }), NOW))).toBeNull()
  })

  it('draws the turnaround that a hold claims with it as one', () => {
    const hold = {
      kind: 'hold',
      from: '2026-11-27',
      until: '2026-12-08',
      voidReason: null,
      leaves: null,
    } as const
    const held = { ...free, claims: [{ ...hold, id: 'h1', lapsesAt: null, lastOn: '2026-12-04' }] }
    expect(boardWords(board({ bedspaces: [held] }), NOW).bedspaces[0]?.strip).toEqual([
      { kind: 'hold', start: 5, length: 7 },
      { kind: 'turnaround', start: 12, length: 4 },
      // Who would be there before leaves on Wednesday 25 November at the latest.
      { kind: 'turnaround', start: 3, length: 2 },
    ])
  })

  it('draws a stay whose end is sure up to that day, its turnaround after it, and free days then', () => {
    const sure = { ...stay, id: 's1', lapsesAt: null, leaves: { on: '2026-12-04', isSure: true } }
    const strip = (now: Date) =>
      boardWords(board({ bedspaces: [{ ...taken, claims: [sure] }] }), now).bedspaces[0]?.strip
    // Friday 4 December is twelve days on, and two working days after it Tuesday 8.
    expect(strip(NOW)).toEqual([
      { kind: 'occupied', start: 0, length: 12 },
      { kind: 'turnaround', start: 12, length: 4 },
    ])
    // Not recorded as gone: the stay goes on.
    expect(strip(new Date('2026-12-05T10:00:00Z'))).toEqual([{ kind: 'occupied', start: 0, length: 56 }])
  })

  it('draws claims on a strip of eight weeks from today', () => {
    const [, second] = boardWords(board(), NOW).bedspaces
    expect(second?.strip).toEqual([{ kind: 'occupied', start: 0, length: 56 }])
    // From Sunday 22 November 2026, into the next year.
    expect(boardWords(board(), NOW).weeks).toEqual([
      '22 Nov',
      '29 Nov',
      '6 Dec',
      '13 Dec',
      '20 Dec',
      '27 Dec',
      '3 Jan',
      '10 Jan',
    ])
  })

  it('asks about somebody who was to leave by now, and says who may be changed', () => {
    const words = boardWords(board(), new Date('2026-12-03T10:00:00Z'))
    expect(words).toMatchObject({ overdue: 1, needsConfirming: true })
    expect(words.bedspaces[1]).toMatchObject({
      today: 'occupied, was to leave about Wed 2 December: not recorded yet',
      stay: { claimId: 'b1', referralId: null, isNew: false },
      leftClaimId: null,
    })
    const left = new Map([
      ['a', { claimId: 'a1', referralId: null, from: '2026-06-01', isToMove: false, leftOn: '2026-11-21' }],
    ])
    expect(boardWords(board({ stays: left }), NOW).bedspaces[0]).toMatchObject({
      stay: null,
      leftClaimId: 'a1',
    })
  })
})

it('says of a paused house that none of its beds is offered, counts none of them free, and asks for no confirmation', () => {
  const paused = { pausedReason: 'refurbishment', pausedUntil: '2027-01-04', confirmedAt: null } as const
  expect(boardWords(board(paused), NOW)).toMatchObject({
    now: 'Paused: being refurbished, until about 4 January 2027. None of its beds is offered',
    next: null,
    isPaused: true,
    needsConfirming: false,
    confirmed: 'Nothing is to be confirmed while it is paused: referrers read that it is.',
  })
  const before = { ...paused, confirmedAt: new Date(NOW.getTime() - 30 * 24 * 3_600_000) }
  expect(boardWords(board(before), NOW).confirmed).toMatch(/^Last confirmed .+\. Nothing is to be confirmed/)
})
