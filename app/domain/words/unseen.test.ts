import { describe, expect, it } from 'vitest'
import { holdsUnseen, withoutUnseen } from './unseen'

describe('what cannot be seen', () => {
  it.each([
    ['a zero-width space', 'Ó\u200BNeill', 'ÓNeill'],
    ['letters turned round', 'Ne\u202Eill\u202C', 'Neill'],
    ['letters set apart', '\u2066Zoë\u2069', 'Zoë'],
    ['a control character', 'ill\u0001', 'ill'],
    ['NUL', 'a\0b', 'ab'],
    ['a control character of the second set', 'a\u0085b\u009Bc', 'abc'],
    ['delete', 'a\u007Fb', 'ab'],
    ['a word joiner', 'a\u2060b', 'ab'],
    ['a mark of the byte order', 'a\uFEFFb', 'ab'],
    ['what a page feed is', 'a\fb\vc', 'abc'],
  ])('is found and taken out: %s', (_what, text, left) => {
    expect([holdsUnseen(text), withoutUnseen(text)]).toEqual([true, left])
  })

  it.each([
    ['tab and line ends', 'a\tb\r\nc\nd'],
    ['the joiner of an emoji', '👩\u200D👧'],
    ['the non-joiner of Persian', 'می\u200Cخواهم'],
    ['letters from right to left', 'سكن للنساء \u200Fבית'],
    ['accents', 'Siân Zoë Łukasz Nguyễn'],
    ['a space that does not break', 'a\u00A0b'],
  ])('is none of: %s', (_what, text) => {
    expect([holdsUnseen(text), withoutUnseen(text)]).toEqual([false, text])
  })
})
