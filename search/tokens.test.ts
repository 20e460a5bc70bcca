import { describe, expect, it } from 'vitest'
import { tokenise } from './tokens'

describe('the words of a text', () => {
  it.each<[text: string, words: [word: string, start: number, end: number, position: number][]]>([
    ['', []],
    [' -- ', []],
    [
      'Two rooms',
      [
        ['two', 0, 3, 0],
        ['rooms', 4, 9, 1],
      ],
    ],
    [
      'first-floor',
      [
        ['first', 0, 5, 0],
        ['floor', 6, 11, 1],
      ],
    ],
    [
      'full. Then',
      [
        ['full', 0, 4, 0],
        ['then', 6, 10, 8],
      ],
    ],
    [
      '(a, b) c',
      [
        ['a', 1, 2, 0],
        ['b', 4, 5, 8],
        ['c', 7, 8, 16],
      ],
    ],
    [
      'HomeGroup beds',
      [
        ['home', 0, 4, 0],
        ['group', 4, 9, 1],
        ['beds', 10, 14, 2],
      ],
    ],
    [
      'NE4 5tg',
      [
        ['ne4', 0, 3, 0],
        ['5tg', 4, 7, 1],
      ],
    ],
    [
      'Café e\u0301t',
      [
        ['cafe', 0, 4, 0],
        ['et', 5, 8, 1],
      ],
    ],
    [
      'a😀b',
      [
        ['a', 0, 1, 0],
        ['b', 3, 4, 1],
      ],
    ],
    [
      '𐐨𐐨 x',
      [
        ['𐐨𐐨', 0, 4, 0],
        ['x', 5, 6, 1],
      ],
    ],
    [
      'a\uD83Db\uDE00',
      [
        ['a', 0, 1, 0],
        ['b', 2, 3, 1],
      ],
    ],
    [
      'سكن. بيت',
      [
        ['سكن', 0, 3, 0],
        ['بيت', 5, 8, 8],
      ],
    ],
  ])('%j', (text, words) => {
    expect(tokenise(text).map(({ word, start, end, position }) => [word, start, end, position])).toEqual(
      words,
    )
  })
})
