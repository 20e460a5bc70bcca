import { describe, expect, it } from 'vitest'
import { dateOf, fieldId, fieldOf, formStateOf, listOf, partsOf, rowsOf, textOf, wrongIn } from './form-value'

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

describe('a form drawn again', () => {
  const sent = {
    status: 'error' as const,
    initialValue: { name: 'Ada', born: { day: '31', month: '2' } },
    error: { 'born.day': ['Enter a day of February'], name: ['Enter both names'] },
  }

  it('holds what was typed, and what it starts from where nothing came back', () => {
    expect(fieldOf(formStateOf('case', sent, { name: 'Bea' }), 'name')).toEqual({
      id: 'case-name',
      name: 'name',
      errors: ['Enter both names'],
      defaultValue: 'Ada',
    })
    expect(fieldOf(formStateOf('case', undefined, { name: 'Bea' }), 'name').defaultValue).toBe('Bea')
    expect(fieldOf(formStateOf('case', null), 'name').defaultValue).toBeUndefined()
  })

  it('gives a date its boxes, and every error of the form', () => {
    expect(dateOf(formStateOf('case', sent), 'born')).toEqual({
      id: 'case-born',
      name: 'born',
      allErrors: sent.error,
      defaultValue: { day: '31', month: '2' },
    })
  })

  it('says what is wrong in the order of the page, each line a link to its control', () => {
    expect(wrongIn(formStateOf('case', sent), ['name', 'born'])).toEqual([
      { text: 'Enter both names', fieldId: 'case-name' },
      { text: 'Enter a day of February', fieldId: 'case-born' },
    ])
  })
})
