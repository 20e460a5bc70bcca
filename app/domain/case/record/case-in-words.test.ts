import { describe, expect, it } from 'vitest'
import { PersonFacts } from '../../eligibility/facts'
import { daysWords, householdWords, releaseWords, wantedAreas } from './case-in-words'

const household = (facts: object) => householdWords(PersonFacts.parse(facts))

describe('a household in a few words', () => {
  it('says sex, age on release and who comes too', () => {
    const child = { age: { min: 3, max: 3 }, sex: 'boy' }
    expect(
      household({
        sex: 'female',
        ageAtRelease: { min: 34, max: 34 },
        childrenPlan: 'live_in',
        children: [child],
      }),
    ).toBe('Woman, 34, with one child (3)')
  })

  it('names both ages where a birthday falls inside the release window', () => {
    expect(household({ sex: 'male', ageAtRelease: { min: 24, max: 25 } })).toBe('Man, 24 or 25')
    expect(household({ sex: 'female', ageAtRelease: { min: 36, max: 38 } })).toBe('Woman, 36 to 38')
  })

  it('lists children from the youngest and says what is planned for them', () => {
    const children = [9, 4].map(age => ({ age: { min: age, max: age }, sex: 'girl' }))
    expect(household({ childrenPlan: 'visits', children })).toBe('Person, two children (4 and 9) to visit')
    expect(household({ childrenPlan: 'undecided' })).toBe('Person, children, plan not decided')
  })

  it('adds a couple, a pregnancy and a pet, and leaves out what nobody knows', () => {
    expect(household({ couple: 'yes', pregnancy: 'yes', pets: 'dog' })).toBe(
      'Person, as a couple, pregnant, with a dog',
    )
    expect(household({})).toBe('Person')
  })
})

describe('a release in a few words', () => {
  it('counts the days from today and says how sure it is', () => {
    expect(releaseWords('2026-12-28', 'firm', '2026-11-22')).toBe('Mon 28 December (in 36 days) · firm')
    expect(releaseWords('2026-11-23', 'likely', '2026-11-22')).toBe(
      'Mon 23 November (tomorrow) · likely, may move',
    )
  })

  it('names the year of a day far off, and says when no day is known', () => {
    expect(releaseWords('2028-01-03', 'likely', '2026-11-22')).toContain('Mon 3 January 2028')
    expect(releaseWords(null, 'not_known', '2026-11-22')).toBe('Not known yet')
  })

  it('counts days in the queue', () => {
    expect([4, 1, 0, -2, null].map(daysWords)).toEqual([
      '4 days',
      '1 day',
      'Today',
      '2 days ago',
      'Not known',
    ])
  })
})

describe('wanted areas', () => {
  it('are named in the order given', () => {
    expect(wantedAreas({ preferredAuthorities: ['E08000024', 'E08000023'] })).toBe(
      'Sunderland, South Tyneside',
    )
    expect(wantedAreas({ preferredAuthorities: [] })).toBe('No preference recorded')
  })
})
