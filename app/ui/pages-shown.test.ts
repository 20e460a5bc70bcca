import { describe, expect, it } from 'vitest'

import { pagesShown } from './pages-shown'

describe('the page numbers shown', () => {
  it('are all of them when there are few', () => {
    expect(pagesShown(2, 3)).toEqual([1, 2, 3])
  })

  it('leave gaps between the ends and the neighbours of this page', () => {
    expect(pagesShown(6, 12)).toEqual([1, 'gap', 5, 6, 7, 'gap', 12])
  })

  it('have no gap before the first or after the last page', () => {
    expect(pagesShown(1, 9)).toEqual([1, 2, 'gap', 9])
    expect(pagesShown(9, 9)).toEqual([1, 'gap', 8, 9])
  })
})
