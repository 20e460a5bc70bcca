import { describe, expect, it } from 'vitest'
import { TriageFacts } from '../../eligibility/facts'
import { householdLine, triageHeading } from './triage'

const woman = { sex: 'female', ageBand: '30_39' } as const

describe('a person in the words of triage', () => {
  it.each([
    [{ ...woman }, 'Woman, 30–39'],
    [{ ...woman, childrenPlan: 'live_in', childBands: ['under_5'] }, 'Woman, 30–39, with one child under 5'],
    [
      { ...woman, childrenPlan: 'live_in', childBands: ['under_5', '5_10'], pregnancy: 'yes' },
      'Woman, 30–39, with two children under 11, pregnant',
    ],
    [
      { ...woman, childrenPlan: 'visits', childBands: ['11_17'] },
      'Woman, 30–39, one child under 18 to visit',
    ],
    [
      { sex: 'male', ageBand: '60_over', couple: 'yes', pets: 'dog' },
      'Man, 60 or over, as a couple, with a dog',
    ],
    [{}, 'Person, age not known'],
  ] as const)('%j: %s', (facts, words) => {
    expect(triageHeading(TriageFacts.parse(facts))).toBe(words)
  })

  it('says so when the case can no longer be read', () => {
    expect(triageHeading(null)).toBe('No longer readable')
  })

  it('never says an exact age of a child', () => {
    const facts = TriageFacts.parse({ childrenPlan: 'live_in', childBands: ['5_10'] })
    expect(householdLine(facts)).toBe('With one child under 11')
  })
})
