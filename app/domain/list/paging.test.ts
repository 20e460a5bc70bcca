import { describe, expect, it } from 'vitest'
import { pageOf, pageWords } from './paging'

describe('one page of a list', () => {
  it('holds fifty, and says which they are', () => {
    expect(pageOf(2, 120)).toEqual({ page: 2, pages: 3, total: 120, first: 51 })
    expect(pageWords(pageOf(2, 120), 50)).toBe('Showing 51 to 100 of 120.')
    expect(pageWords(pageOf(3, 120), 20)).toBe('Showing 101 to 120 of 120.')
  })

  it('is the last where one is asked for that is not there, and the first of an empty list', () => {
    expect(pageOf(9, 120)).toMatchObject({ page: 3, first: 101 })
    expect(pageOf(4, 0)).toEqual({ page: 1, pages: 1, total: 0, first: 1 })
    expect(pageOf(1, 50)).toMatchObject({ pages: 1 })
    expect(pageOf(1, 51)).toMatchObject({ pages: 2 })
  })

  it('says nothing where all are shown', () => {
    expect(pageWords(pageOf(1, 12), 12)).toBeNull()
  })
})
