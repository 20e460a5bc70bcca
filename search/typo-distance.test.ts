import { describe, expect, it } from 'vitest'
import { forgivenTypos, typosBetween } from './typo-distance'

describe('typing errors', () => {
  it.each([
    ['wear', 0],
    ['haven', 1],
    ['cottages', 1],
    ['newcastle', 2],
  ])('are forgiven in %s: %i', (word, forgiven) => {
    expect(forgivenTypos(word)).toBe(forgiven)
  })

  it.each([
    ['haven', 'haven', 0],
    ['havem', 'haven', 1],
    ['haen', 'haven', 1],
    ['havven', 'haven', 1],
    ['haevn', 'haven', 1],
    ['xaven', 'haven', 2],
    ['aven', 'haven', 2],
    ['ahven', 'haven', 2],
    ['xhaven', 'haven', 2],
    ['xaxen', 'haven', Infinity],
    ['hxvxx', 'haven', Infinity],
    ['hav', 'haven', 2],
    ['ha', 'haven', Infinity],
  ])('from %s to %s are %d', (typed, word, typos) => {
    expect(typosBetween(typed, word, 2, false)).toBe(typos)
  })

  it.each([
    ['newcaslt', 'newcastle', 1],
    ['newc', 'newcastle', 0],
    ['nwec', 'newcastle', 1],
    ['mewc', 'newcastle', 2],
  ])('from %s to a beginning of %s are %d', (typed, word, typos) => {
    expect(typosBetween(typed, word, 2, true)).toBe(typos)
  })

  it('beyond what is forgiven are as good as infinite', () => {
    expect(typosBetween('haevm', 'haven', 1, false)).toBe(Infinity)
    expect(typosBetween('xaven', 'haven', 1, false)).toBe(Infinity)
  })
})
