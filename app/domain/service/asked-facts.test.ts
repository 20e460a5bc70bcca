import { describe, expect, it } from 'vitest'
import { askedOf } from '@tests/factories/asked-about'
import type { AskedAbout } from './asked-about'
import { askedFacts, checkedWords } from './asked-facts'
import { packFacts, unpackFacts } from './asked-topics'

const TODAY = '2026-11-26'
const NOTHING = askedOf().takes

function said(asked: AskedAbout, sought: Parameters<typeof askedFacts>[2] = []): string[] {
  return askedFacts(asked, TODAY, sought).map(({ topic, value, answer }) =>
    `${topic} ${value} ${answer ?? ''}`.trim(),
  )
}

describe('what people ask of a home', () => {
  it('is answered in the order they ask it', () => {
    const asked = askedOf({
      takes: {
        sex: 'mixed',
        ageMin: 18,
        ageMax: 25,
        peopleFromPrison: 'yes',
        children: { rule: 'none' },
        couple: 'case_by_case',
        pets: 'assistance_only',
      },
      rooms: ['shared', 'self_contained'],
      rent: 14_800,
      charge: 1_450,
      firstWeek: 2_500,
      staffing: '24 hours',
      referralRoute: 'phone',
    })
    expect(said(asked)).toEqual([
      'who Women and men',
      'ages 18 to 25',
      'room Own or shared house',
      'children No no',
      'couples Case by case ask',
      'pets Assistance dogs ask',
      'from-prison Yes yes',
      'pay £148 rent and £14.50 charge a week, £25 at first',
      'staffed 24 hours',
      'refers You: ring',
    ])
  })

  it('says of what is not stated that it is to be asked, never no', () => {
    expect(said(askedOf())).toEqual([
      'who Not stated: ask ask',
      'ages Not stated: ask ask',
      'room Not stated: ask ask',
      'children Not stated: ask ask',
      'couples Not stated: ask ask',
      'pets Not stated: ask ask',
      'from-prison Not stated: ask ask',
      'pay Not stated: ask ask',
      'staffed Not stated: ask ask',
      'refers Your prison’s team',
    ])
  })

  it('names the limits of children, and visits', () => {
    const live = { rule: 'live_in', most: 2, highestAge: 7, boysHighestAge: null } as const
    const children = (rule: AskedAbout['takes']['children']) =>
      said(askedOf({ takes: { ...NOTHING, children: rule } }))[3]
    expect([
      children(live),
      children({ ...live, most: null, highestAge: null }),
      children({ rule: 'visits_only' }),
      children({ rule: 'case_by_case' }),
    ]).toEqual([
      'children Yes, two under 8 yes',
      'children Yes yes',
      'children Visits only ask',
      'children Case by case ask',
    ])
  })

  it('says what there is to pay as far as it is stated', () => {
    const pay = (stated: Partial<AskedAbout>) => said(askedOf(stated))[7]
    expect([
      pay({ rent: 14_800 }),
      pay({ charge: 1_400, firstWeek: 0 }),
      pay({ payment: 'No rent is charged' }),
      pay({ firstWeek: 2_500 }),
    ]).toEqual([
      'pay £148 rent a week',
      'pay £14 charge a week',
      'pay No rent is charged',
      'pay £25 at first',
    ])
  })

  it('says what is looked for and a card else leaves out, stated or not', () => {
    expect(said(askedOf({ wheelchair: false }), ['wheelchair', 'languages', 'pets']).slice(10)).toEqual([
      'wheelchair No no',
      'languages Not stated: ask ask',
    ])
  })

  it('says of approved premises that probation refers', () => {
    expect(said(askedOf({ kind: 'approved_premises', isHome: false, referralRoute: 'elsewhere' }))).toEqual([
      'refers Probation',
    ])
  })
})

describe('what people ask of a programme', () => {
  const programme = {
    audiences: ['mothers', 'pregnant'],
    deliveredIn: ['prison', 'video'],
    prisonCodes: ['LNI'],
    hasRuns: true,
    run: { startsOn: '2026-12-14', endsOn: '2027-02-01', lastReferralOn: '2026-12-07' },
  }
  const of = (more: { run?: null; hasRuns?: boolean }) =>
    said(askedOf({ kind: 'parenting_programme', isHome: false, programme: { ...programme, ...more } }))

  it('is its run, the last day to refer and whom it is for', () => {
    expect(of({})).toEqual([
      'for Mothers and people who are pregnant',
      'where In prison, by video: HMP & YOI Low Newton',
      'run 14 Dec to 1 Feb 2027',
      'refer-by 7 Dec',
      'refers Your prison’s team',
    ])
  })

  it('says when no run is to come, and nothing of runs where it goes by none', () => {
    expect(of({ run: null })[2]).toBe('run None open now no')
    expect(of({ run: null, hasRuns: false })).toHaveLength(3)
  })
})

it('a card says when it was checked, or that it was not', () => {
  expect(checkedWords(askedOf({ checkedOn: '2026-11-18' }), TODAY)).toBe('rules checked Wed 18 November')
  expect(checkedWords(askedOf({ checkedOn: '2025-11-18' }), TODAY)).toBe('rules checked Tue 18 November 2025')
  expect(checkedWords(askedOf(), TODAY)).toBe('rules not checked')
  // That an editor read the entry is no word of its provider on whom it takes.
  expect(checkedWords(askedOf({ assuredOn: '2026-11-18' }), TODAY)).toBe('rules not checked')
  const other = { isHome: false, assuredOn: '2026-11-18' }
  expect(checkedWords(askedOf(other), TODAY)).toBe('entry checked Wed 18 November')
  expect(checkedWords(askedOf({ isHome: false }), TODAY)).toBe('entry not checked')
})

it('facts travel as one text, and come out as they went in', () => {
  const facts = askedFacts(askedOf({ staffing: 'Day and night  on call', referralRoute: 'phone' }), TODAY)
  expect(packFacts(facts)).toContain('pets ask Not stated: ask\nfrom-prison ask Not stated: ask')
  expect(packFacts(facts)).toContain('staffed  Day and night  on call')
  expect(unpackFacts(packFacts(facts))).toEqual(facts)
  expect(unpackFacts('')).toEqual([])
})
