import { describe, expect, it } from 'vitest'
import { TriageFacts } from '../eligibility/facts'
import { householdLine, releaseLine, triageHeading } from './triage-words'

const child = (years: number) => ({ age: { min: years, max: years }, sex: 'girl' as const })
const woman = { sex: 'female', ageBand: '30_39' } as const

describe('a person in the words of triage', () => {
  it.each([
    [{ ...woman }, 'Woman, 30–39'],
    [{ ...woman, childrenPlan: 'live_in', children: [child(3)] }, 'Woman, 30–39, with one child under 5'],
    [
      { ...woman, childrenPlan: 'live_in', children: [child(3), child(9)], pregnancy: 'yes' },
      'Woman, 30–39, with two children under 11, pregnant',
    ],
    [
      { ...woman, childrenPlan: 'visits', children: [child(12)] },
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
    const facts = TriageFacts.parse({ childrenPlan: 'live_in', children: [child(7)] })
    expect(householdLine(facts)).toBe('With one child under 11')
  })

  it('names the day of release, with the year where it is another', () => {
    expect(releaseLine('2026-12-28', '2026-11-22')).toBe('Release Mon 28 December')
    expect(releaseLine('2027-01-04', '2026-11-22')).toBe('Release Mon 4 January 2027')
    expect(releaseLine(null, '2026-11-22')).toBe('Release date not known')
  })
})
