import { describe, expect, it } from 'vitest'
import type { OwnBedspace } from '~/domain/vacancy/own/own-bedspaces.server'
import type { Claim } from '~/domain/vacancy/vacancy'
import { offerChoices } from '~/screens/referral-event/offer-choices'
import { bedspacesThen, noneFreeWords } from './bedspaces-then'

/** Released on Monday 8 March 2027; two working days between stays. */
const TODAY = '2027-02-01'
const DAY = '2027-03-08'

function room(name: string, claims: Claim[], named = true): OwnBedspace {
  const facts = { id: name, name, named, type: 'shared', sex: null, wheelchair: null, turnaround: 2 }
  return {
    ...facts,
    today: { kind: 'free' },
    isFree: false,
    claims: claims.map(each => ({ ...each, id: name })),
  }
}

function claim(kind: Claim['kind'], from: string, until: string | null): Claim {
  return { kind, from, until, voidReason: null, lapsesAt: null, leaves: null }
}

const HELD = claim('hold', '2027-03-01', '2027-03-09')
const LONG = claim('hold', '2027-03-01', '2027-06-01')
const FOR_GOOD = claim('occupied', '2026-06-01', null)

describe('what a provider has on the day of a release', () => {
  it('says of none that is free from when one can be offered, the same day as the page of an offer', () => {
    const rooms = [room('Room 1', [LONG]), room('Room 2', [HELD]), room('Room 3', [FOR_GOOD])]
    const rows = bedspacesThen(rooms, { today: TODAY, day: DAY })
    expect(noneFreeWords(rows, TODAY)).toBe(
      'None is free on that day. Room 2: can be offered from Tue 9 March.',
    )
    const { choices } = offerChoices(rooms, { today: TODAY, fromOn: DAY, untilOn: '2027-05-31' })
    const offered = choices.map(({ id, hint }) => [id, /from .*/.exec(hint.split(': ').at(-1) ?? '')?.[0]])
    const said = rows.flatMap(({ id, words }) => {
      const from = /can be offered (from .*)$/.exec(words)?.[1]
      return from ? [[id, from]] : []
    })
    expect(said.sort()).toEqual(offered.sort())
    expect(said).toEqual([
      ['Room 1', 'from Tue 1 June'],
      ['Room 2', 'from Tue 9 March'],
    ])
  })

  it('says so of beds that are counted, and of a house that is full for good nothing more', () => {
    const counted = bedspacesThen([room('a', [HELD], false), room('b', [LONG], false)], {
      today: TODAY,
      day: DAY,
    })
    expect(counted[0]?.words).toBe('0 of 2 free; one can be offered from Tue 9 March')
    expect(noneFreeWords(counted, TODAY)).toBe(
      'None is free on that day. Bedspaces: can be offered from Tue 9 March.',
    )
    const full = bedspacesThen([room('Room 3', [FOR_GOOD])], { today: TODAY, day: DAY })
    expect(noneFreeWords(full, TODAY)).toBe('None is free on that day.')
  })
})
