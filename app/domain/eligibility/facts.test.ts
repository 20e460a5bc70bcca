import { describe, expect, it } from 'vitest'
import { FACT_LABELS } from './fact-labels'
import { type FactField, NeedFacts, PersonFacts, SafetyFacts, tierOf, TriageFacts } from './facts'
import { bandOf, mergeFacts, splitFacts } from './facts-by-tier'

const FACTS = PersonFacts.parse({
  sex: 'female',
  ageAtRelease: { min: 34, max: 34 },
  arson: 'conviction',
  arsonYear: 2023,
  recourse: 'no',
  avoid: { authorities: ['E06000001'], serviceIds: [] },
})

describe('facts of a person', () => {
  it('are unknown until somebody answers', () => {
    expect(PersonFacts.parse({})).toMatchObject({
      fromPrison: true,
      sex: 'unknown',
      arson: 'unknown',
      children: null,
      arrearsPence: null,
      petCouldBeFostered: false,
    })
  })

  it('belong to one tier each', () => {
    const fields = [TriageFacts, NeedFacts, SafetyFacts].flatMap(schema => Object.keys(schema.shape))
    expect(new Set(fields).size).toBe(fields.length)
    expect(fields.sort()).toEqual(Object.keys(PersonFacts.shape).sort())
    expect(fields).toEqual(Object.keys(FACT_LABELS).sort())
  })

  it.each<[FactField, 1 | 2 | 3]>([
    ['arson', 1],
    ['rosh', 1],
    ['funding', 1],
    ['ageAtRelease', 2],
    ['licenceExclusions', 2],
    ['substances', 2],
    ['arsonYear', 3],
    ['abuse', 3],
    ['needsWomenOnly', 3],
    ['avoid', 3],
  ])('%s is tier %i', (field, tier) => {
    expect(tierOf(field)).toBe(tier)
  })

  it('are kept apart by tier and put together again', () => {
    const parts = splitFacts(FACTS)
    expect(parts.triage).not.toHaveProperty('arsonYear')
    expect(parts.triage).not.toHaveProperty('ageAtRelease')
    expect(parts.triage.ageBand).toBe('30_39')
    expect(parts.need.recourse).toBe('no')
    expect(parts.safety).toMatchObject({
      arsonYear: 2023,
      avoid: { authorities: ['E06000001'], serviceIds: [] },
    })
    expect(mergeFacts(parts)).toEqual({ ...FACTS, ageBand: '30_39' })
  })

  it('of a tier that may not be read are unknown', () => {
    const { triage } = splitFacts(FACTS)
    expect(mergeFacts({ triage })).toMatchObject({
      arson: 'conviction',
      arsonYear: null,
      recourse: 'unknown',
    })
  })

  it('give the band of the youngest age', () => {
    expect(bandOf({ min: 17, max: 18 })).toBe('under_18')
    expect(bandOf({ min: 60, max: 61 })).toBe('60_over')
    expect(bandOf(null)).toBeNull()
  })

  it('refuse a window or a month that is none', () => {
    expect(PersonFacts.safeParse({ release: { from: '2026-12-28', to: '2026-12-01' } }).success).toBe(false)
    expect(PersonFacts.safeParse({ release: { from: '2026-02-30', to: '2026-03-01' } }).success).toBe(false)
    expect(PersonFacts.safeParse({ dueMonth: '2027-13' }).success).toBe(false)
  })
})
