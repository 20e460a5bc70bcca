import { describe, expect, it } from 'vitest'

import { errorItems } from './form-errors'

const FIELDS = [
  { id: 'case-name', name: 'name' },
  { id: 'case-born', name: 'born' },
  { id: 'case-children', name: 'children' },
]

describe('the lines of the error summary', () => {
  it('follow the order of the fields on the page, not of the errors', () => {
    const allErrors = { born: ['Enter a date of birth'], name: ['Enter a name'] }
    expect(errorItems(allErrors, FIELDS)).toEqual([
      { text: 'Enter a name', fieldId: 'case-name' },
      { text: 'Enter a date of birth', fieldId: 'case-born' },
    ])
  })

  it('send what is wrong inside a group to the group', () => {
    const allErrors = { 'children[1].age': ['Enter an age'], 'born.day': ['Enter a day'] }
    expect(errorItems(allErrors, FIELDS)).toEqual([
      { text: 'Enter a day', fieldId: 'case-born' },
      { text: 'Enter an age', fieldId: 'case-children' },
    ])
  })

  it('put the form as a whole first and an unknown field last, both without a link', () => {
    const allErrors = {
      namesake: ['Cannot be used'],
      name: ['Enter a name'],
      '': ['This was changed by someone else'],
    }
    expect(errorItems(allErrors, FIELDS)).toEqual([
      { text: 'This was changed by someone else', fieldId: undefined },
      { text: 'Enter a name', fieldId: 'case-name' },
      { text: 'Cannot be used', fieldId: undefined },
    ])
  })

  it('say the same thing about one field once', () => {
    expect(errorItems({ name: ['Enter a name', 'Enter a name'] }, FIELDS)).toHaveLength(1)
  })
})
