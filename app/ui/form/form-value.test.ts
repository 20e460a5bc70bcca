import { describe, expect, it } from 'vitest'
import { fieldId, listOf, partsOf, rowsOf, textOf } from './form-value'

describe('what a form holds', () => {
  it('reads a text, and nothing where there is none', () => {
    expect([textOf('a'), textOf(2019), textOf(null), textOf(['a'])]).toEqual(['a', '2019', '', ''])
  })

  it('takes one ticked box for a list of one', () => {
    expect([listOf('lift'), listOf(['lift', 'stairs']), listOf(''), listOf(undefined)]).toEqual([
      ['lift'],
      ['lift', 'stairs'],
      [],
      [],
    ])
  })

  it('gives empty rows after the filled ones, never more than allowed', () => {
    expect(rowsOf([{ age: '3' }], 2, 2, 12)).toEqual([{ age: '3' }, {}, {}])
    expect(rowsOf(undefined, 0, 2, 12)).toEqual([{}, {}])
    expect(rowsOf([{}, {}], 2, 2, 3)).toHaveLength(3)
  })

  it('makes ids that a link can lead to', () => {
    expect(fieldId({ formId: 'answers' }, 'children[0].age')).toBe('answers-children-0-age')
    expect(partsOf('text')).toEqual({})
  })
})
