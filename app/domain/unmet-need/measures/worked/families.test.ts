import { expect, it } from 'vitest'
import { counted } from '@tests/support/tiny-world'
import type { ProgrammeEpisode } from '~/domain/unmet-need/counting/world'

function parent(woman: string, known: Partial<ProgrammeEpisode> = {}): ProgrammeEpisode {
  return {
    woman,
    reachableOn: '2025-08-15',
    contactPermitted: 'yes',
    hasTimeToFinish: true,
    nominated: false,
    started: false,
    outcome: 'open',
    reason: null,
    rotl: 'not_needed',
    children: null,
    ...known,
  }
}

const STARTED = { nominated: true, started: true }

/**
 * Seven for whom contact is permitted; six have time to finish (Fay has not). Nominated 4, started 3, of whom one completed, one left, one goes on.
 * Gil may have no contact, of Hana nobody has recorded it, Ida belongs to the year before.
 */
const programmes = [
  parent('Ada', { ...STARTED, outcome: 'completed', rotl: 'used', children: 2 }),
  parent('Bea', { ...STARTED, outcome: 'left', reason: 'released', children: 3 }),
  parent('Cat', { ...STARTED, rotl: 'not_used', children: 1 }),
  parent('Dora', {
    nominated: true,
    outcome: 'not_reached',
    reason: 'no_place',
    rotl: 'not_used',
    children: 4,
  }),
  parent('Eve', { outcome: 'not_reached', children: null }),
  parent('Fay', { hasTimeToFinish: false, outcome: 'not_reached', reason: 'no_time', children: 1 }),
  parent('Jo', { rotl: 'not_used', children: 0 }),
  parent('Gil', { ...STARTED, contactPermitted: 'no' }),
  parent('Hana', { ...STARTED, contactPermitted: null }),
  parent('Ida', { ...STARTED, reachableOn: '2025-03-31' }),
]

it('F1 to F3: 6 could be reached, 3 started, 1 of the 2 whose run is over completed', () => {
  expect(counted('family_path', { programmes })).toEqual({
    could_be_reached: '6 / 6',
    nominated: '4 / 4',
    started: '3 / 3',
    run_over: '2 / 2',
    completed: '1 / 1',
    total: '7 / 7',
  })
})

it('F4: 4 were not reached or left, by why', () => {
  expect(counted('family_not_reached', { programmes })).toEqual({
    no_place: '1 / 1',
    no_time: '1 / 1',
    released: '1 / 1',
    unknown: '1 / 1',
    total: '4 / 4',
  })
})

it('F5: a licence was used for 1 of the 3 nominated who needed one', () => {
  expect(counted('family_rotl', { programmes })).toEqual({ used: '1 / 1', not_used: '2 / 2', total: '3 / 3' })
})

it('F6: 6 children of the 3 who started, of 10 of those who could be reached', () => {
  expect(counted('family_children', { programmes })).toEqual({
    could_be_reached: '4 / 10',
    nominated: '4 / 10',
    started: '3 / 6',
    run_over: '2 / 5',
    completed: '1 / 2',
    total: '5 / 11',
  })
})

it('counts nothing of families while nobody records them', () => {
  expect(() => counted('family_path', {})).toThrow('Not counted')
})
