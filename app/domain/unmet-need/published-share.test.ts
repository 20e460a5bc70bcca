import { describe, expect, it } from 'vitest'
import type { PublishedValue } from './published'
import { publishedShare } from './published-share'

const count = (value: number): PublishedValue => ({ mark: 'count', value })
const FEW: PublishedValue = { mark: 'few', value: null }
const HIDDEN: PublishedValue = { mark: 'hidden', value: null }

describe('a share, from published numbers alone', () => {
  it.each([
    [count(65), count(215), 30],
    [count(5), count(20), 25],
    [count(15), count(20), 75],
    [count(195), count(640), 30],
  ])('of %o in %o', (part, whole, percent) => {
    expect(publishedShare(part, whole)).toEqual({ percent })
  })

  it.each([
    [count(5), count(15), 'of fewer than 20'],
    [count(0), count(40), 'fewer than 5'],
    [count(40), count(40), 'all but a few'],
    [FEW, count(40), 'fewer than 5'],
    [HIDDEN, count(40), 'not shown'],
    [count(10), HIDDEN, 'not shown'],
    [null, count(40), 'not published'],
  ])('is not said of %o in %o', (part, whole, because) => {
    expect(publishedShare(part, whole)).toEqual({ percent: null, because })
  })
})
