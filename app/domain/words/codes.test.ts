import { expect, it } from 'vitest'
import { codesOf, isCodeOf, labelOf } from './codes'

const FRUIT = { pear: 'Pear', apple: 'An apple' }

it('a table of labels says which codes there are, in its order, and what each is called', () => {
  expect(codesOf(FRUIT)).toEqual(['pear', 'apple'])
  expect(['apple', 'Pear', 'constructor', '__proto__', ''].filter(text => isCodeOf(FRUIT, text))).toEqual([
    'apple',
  ])
  expect(['apple', 'plum', 'toString'].map(text => labelOf(FRUIT, text))).toEqual([
    'An apple',
    'plum',
    'toString',
  ])
})
