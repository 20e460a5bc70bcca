import { describe, expect, it } from 'vitest'
import { readQuery } from '../directory/reading/read-query.server'
import { wantsBed } from './case-search'

describe('a search wants a bed', () => {
  it.each([
    ['', [], true],
    ['sunderland garden', [], true],
    ['somewhere to live', [], true],
    ['hostel', [], true],
    ['domestic abuse', [], true],
    ['parenting course and somewhere to live', [], true],
    ['parenting course', ['supported_housing'], true],
    ['', ['mentoring', 'refuge'], true],
    ['with my kids', [], true],
    ['parenting course', [], false],
    ['mentor', [], false],
    ['homework club', [], false],
    ['bedtime story', [], false],
    ['family support', [], false],
    ['council', [], false],
    ['', ['mentoring'], false],
    ['sunderland', ['bond_scheme'], false],
  ])('“%s” with the kinds %j: %s', (words, kind, wanted) => {
    expect(wantsBed({ facets: { kind } }, readQuery(words, 'professional', 15, '2026-11-27'))).toBe(wanted)
  })
})
