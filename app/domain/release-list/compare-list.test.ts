import { describe, expect, it } from 'vitest'
import { compareList, type KeptEntry, type KnownCase } from './compare-list'

const TODAY = '2027-02-01'

function person(key: string, releaseOn: string) {
  return { key, prisonNumber: `Z${key}`, releaseOn, sex: 'woman' as const }
}
function entry(key: string, releaseOn: string): KeptEntry {
  return { id: `entry ${key}`, key, releaseOn, sex: 'woman' }
}
function known(key: string, releaseOn: string | null, isClosed = false): KnownCase {
  return { caseId: `case ${key}`, key, releaseOn, isClosed }
}
function kinds(...of: Parameters<typeof compareList>) {
  return compareList(...of).map(({ key, kind, from, to, entryId }) => [key, kind, from, to, entryId])
}

describe('a list beside the one before', () => {
  it('tells new, moved, gone and unchanged apart', () => {
    const file = [person('a', '2027-03-01'), person('b', '2027-03-09'), person('c', '2027-03-03')]
    const kept = [entry('b', '2027-03-02'), entry('c', '2027-03-03'), entry('d', '2027-03-04')]
    expect(kinds(file, kept, [], TODAY)).toEqual([
      ['a', 'new', null, '2027-03-01', null],
      ['b', 'moved', '2027-03-02', '2027-03-09', 'entry b'],
      ['c', 'unchanged', '2027-03-03', '2027-03-03', null],
      ['d', 'gone', '2027-03-04', null, 'entry d'],
    ])
  })

  it('changes nothing the second time', () => {
    const file = [person('a', '2027-03-01')]
    expect(kinds(file, [entry('a', '2027-03-01')], [known('a', '2027-03-01')], TODAY)).toEqual([
      ['a', 'unchanged', '2027-03-01', '2027-03-01', null],
    ])
  })

  it('leaves what has passed as it is, and begins a new release', () => {
    const kept = [entry('a', '2026-11-02'), entry('b', '2027-01-31')]
    expect(kinds([person('a', '2027-03-01')], kept, [], TODAY)).toEqual([
      ['a', 'new', null, '2027-03-01', null],
    ])
  })

  it('moves the case that has another day, unless that is closed', () => {
    const file = [person('a', '2027-03-01'), person('b', '2027-03-01'), person('c', '2027-03-01')]
    const kept = file.map(({ key, releaseOn }) => entry(key, releaseOn))
    const cases = [known('a', '2027-02-20'), known('b', null), known('c', '2027-02-20', true)]
    expect(kinds(file, kept, cases, TODAY)).toEqual([
      ['a', 'moved', '2027-02-20', '2027-03-01', null],
      ['b', 'moved', null, '2027-03-01', null],
      ['c', 'unchanged', '2027-03-01', '2027-03-01', null],
    ])
  })
})
