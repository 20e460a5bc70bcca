import { describe, expect, it } from 'vitest'
import { ENTRY_PARTS } from './parts'
import { partForm } from './read-field'

function saidOf(typed: object): string[] {
  const read = partForm(ENTRY_PARTS.contact.fields, '2027-02-01').safeParse({
    staffedHours: { answer: 'all' },
    ...typed,
  })
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('the page of an entry on contact', () => {
  it.each([
    [
      { referralRoute: 'elsewhere' },
      'referralRouteReason: Say how somebody is referred, and why it is not done here: prisons read these words',
    ],
    [{ referralRoute: 'elsewhere', referralRouteReason: 'By the council' }],
    [{ referralRoute: 'phone' }],
    [{ referralRoute: 'here' }],
  ])('asks for words where somebody is referred elsewhere: %o', (typed, ...said) => {
    expect(saidOf(typed)).toEqual(said)
  })
})
