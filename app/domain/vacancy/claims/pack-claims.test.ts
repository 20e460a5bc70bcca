import { describe, expect, it } from 'vitest'
import { type LooseClaim, packClaims } from './pack-claims'

function claim(id: string, bedspaceId: string | null, from: string, until: string | null): LooseClaim {
  return { id, bedspaceId, from: `2027-03-${from}`, until: until === null ? null : `2027-03-${until}` }
}

describe('laying claims out over a count of bedspaces', () => {
  it('leaves each where it lies when it can', () => {
    const claims = [
      claim('a', 'one', '01', '05'),
      claim('b', 'two', '01', '05'),
      claim('c', 'two', '05', '09'),
    ]
    expect(packClaims(['one', 'two'], claims)).toEqual(
      new Map([
        ['a', 'one'],
        ['b', 'two'],
        ['c', 'two'],
      ]),
    )
  })

  it('moves one so that another fits', () => {
    const claims = [
      claim('a', 'one', '01', '05'),
      claim('b', 'two', '08', '12'),
      claim('new', null, '03', '10'),
    ]
    expect(packClaims(['one', 'two'], claims)).toEqual(
      new Map([
        ['a', 'one'],
        ['new', 'two'],
        ['b', 'one'],
      ]),
    )
  })

  it('says when they do not all fit', () => {
    const claims = [
      claim('a', 'one', '01', '05'),
      claim('b', 'two', '04', null),
      claim('new', null, '04', '06'),
    ]
    expect(packClaims(['one', 'two'], claims)).toBeNull()
  })

  it('lays nothing behind a claim until further notice', () => {
    expect(packClaims(['one'], [claim('a', 'one', '01', null), claim('new', null, '09', '10')])).toBeNull()
  })
})
