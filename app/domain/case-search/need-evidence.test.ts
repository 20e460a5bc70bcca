import { describe, expect, it } from 'vitest'
import { PersonFacts } from '../eligibility/facts'
import { findPlace } from '../area/find-place'
import { EMPTY_QUERY } from '../directory/search-query'
import { isEvidence, needEvidence } from './need-evidence'

const KNOWN = PersonFacts.parse({
  sex: 'female',
  ageAtRelease: { min: 34, max: 34 },
  release: { from: '2026-12-28', to: '2026-12-28' },
  rosh: 'not_assessed',
  arson: 'none',
  sexualOffence: 'none',
  offencesAgainstChildren: 'none',
  domesticAbusePerpetrator: 'none',
  violence: 'low',
})

describe('evidence of need', () => {
  it('is a search that nothing narrowed, for a person of whom what decides is known', () => {
    expect(isEvidence(needEvidence(EMPTY_QUERY, KNOWN))).toBe(true)
  })

  it.each([
    ['words', { words: 'Harebell Row' }],
    ['a kind', { facets: { kind: ['parenting_programme'] } }],
    ['a vacancy', { vacancy: 'now' }],
    ['what was confirmed', { confirmedRecently: true }],
    ['a place', { near: { text: 'Durham', miles: 15, place: findPlace('Durham') } }],
  ] as const)('is none that %s narrowed', (_, narrowed) => {
    expect(isEvidence(needEvidence({ ...EMPTY_QUERY, ...narrowed }, KNOWN))).toBe(false)
  })

  it('is none of a case nobody has answered anything of', () => {
    expect(needEvidence(EMPTY_QUERY, PersonFacts.parse({}))).toEqual({
      isNarrowed: false,
      unknown: [
        'sex',
        'ageAtRelease',
        'release',
        'rosh',
        'arson',
        'sexualOffence',
        'offencesAgainstChildren',
        'domesticAbusePerpetrator',
        'violence',
      ],
    })
    expect(isEvidence(needEvidence(EMPTY_QUERY, { ...KNOWN, violence: 'unknown' }))).toBe(false)
  })
})
