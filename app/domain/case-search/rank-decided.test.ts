import { describe, expect, it } from 'vitest'
import { PersonFacts } from '../eligibility/facts'
import { Policy } from '../eligibility/policy'
import { type Rankable, rankDecided, type RankFor, whyFirst } from './rank-decided'

const SUNDERLAND = 'E08000024'
const NEWCASTLE = 'E08000021'
const WOMEN = { policy: Policy.parse({ sex: 'women' }) }

/** The lot is given by hand: the later a place is named in a list, the better its lot, so that nothing is in order by chance. */
let lots = 1_000

function place(id: string, fields: Partial<Rankable> = {}): Rankable {
  lots -= 1
  return {
    id,
    kind: 'supported_housing',
    supportLevel: null,
    policy: Policy.parse({ sex: 'mixed' }),
    decision: { answers: [] },
    authorities: [NEWCASTLE],
    vacancyRank: 2,
    freeOn: null,
    distanceMiles: null,
    lot: lots,
    ...fields,
  }
}

function person(facts: object = {}, fields: Partial<RankFor> = {}): RankFor {
  const known = { sex: 'female', preferredAuthorities: [SUNDERLAND], ...facts }
  return { facts: PersonFacts.parse(known), isFromWomensPrison: true, wantsBed: true, ...fields }
}

function order(items: Rankable[], asked = person(), sort: 'fit' | 'distance' | 'available' = 'fit') {
  return rankDecided(items, asked, sort).map(item => item.id)
}

describe('the order within a group', () => {
  const unknown = place('unknown', { vacancyRank: 3, freeOn: '2026-11-22', distanceMiles: 1 })
  const confirmed = place('confirmed', { vacancyRank: 0, freeOn: '2026-12-01', distanceMiles: 9 })
  const toCheck = place('to check', { vacancyRank: 1, freeOn: '2026-11-22', distanceMiles: 5 })
  const full = place('full', { freeOn: '2027-02-01', distanceMiles: 2 })

  it('puts confirmed vacancies first and those nobody confirmed last, however near', () => {
    expect(order([unknown, full, toCheck, confirmed])).toEqual(['confirmed', 'to check', 'full', 'unknown'])
  })

  it('puts what is free on her day before what is only expected by it, by available date', () => {
    const expected = place('expected', { vacancyRank: 2, freeOn: '2026-11-20' })
    expect(order([expected, full, confirmed], person(), 'available')).toEqual([
      'confirmed',
      'expected',
      'full',
    ])
  })

  it('puts a preferred area before what is free elsewhere, and a place to live before a course', () => {
    const preferred = place('preferred', { authorities: [SUNDERLAND, NEWCASTLE] })
    const course = place('course', { kind: 'mentoring', authorities: [SUNDERLAND] })
    expect(order([course, confirmed, preferred])).toEqual(['preferred', 'confirmed', 'course'])
    expect(order([confirmed, course], person({}, { wantsBed: false }))).toEqual(['course', 'confirmed'])
  })

  it('puts women-only first for a woman who needs it, before any area and whatever is free', () => {
    const women = place('women', WOMEN)
    const mixed = place('mixed', { vacancyRank: 0, authorities: [SUNDERLAND] })
    expect(order([mixed, women], person({ needsWomenOnly: 'yes' }))).toEqual(['women', 'mixed'])
    expect(order([mixed, women], person({ needsWomenOnly: 'no' }))).toEqual(['mixed', 'women'])
  })

  it('puts women-only ahead within her areas where she has not said and leaves a prison for women', () => {
    const women = place('women', WOMEN)
    const free = place('free', { vacancyRank: 0 })
    const preferred = place('preferred', { authorities: [SUNDERLAND] })
    for (const needsWomenOnly of ['unknown', 'prefer_not_to_say'])
      expect(order([free, women, preferred], person({ needsWomenOnly }))).toEqual([
        'preferred',
        'women',
        'free',
      ])
    const elsewhere = person({ needsWomenOnly: 'unknown' }, { isFromWomensPrison: false })
    expect(order([women, free], elsewhere)).toEqual(['free', 'women'])
  })

  it('puts never ahead what is for others: a recovery house for somebody who takes nothing', () => {
    const recovery = place('recovery', {
      kind: 'recovery_house',
      vacancyRank: 0,
      authorities: [SUNDERLAND],
    })
    const plain = place('plain', { vacancyRank: 3 })
    expect(order([recovery, plain], person({ substances: 'none' }))).toEqual(['plain', 'recovery'])
    const two = [
      place('ordinary', { vacancyRank: 0 }),
      place('of recovery', { kind: 'recovery_house', vacancyRank: 0 }),
    ]
    expect(order(two, person({ substances: 'recovery' }))).toEqual(['of recovery', 'ordinary'])
    expect(order(two.toReversed(), person({ substances: 'none' }))).toEqual(['ordinary', 'of recovery'])
  })

  it('puts before others what has the least left to settle', () => {
    const answers = (...outcomes: string[]) => ({
      decision: { answers: outcomes.map(outcome => ({ outcome })) },
    })
    const twice = place('twice', answers('discuss', 'discuss') as object)
    const once = place('once', answers('discuss', 'eligible') as object)
    const refused = place('refused', answers('not_eligible') as object)
    expect(order([refused, twice, once])).toEqual(['once', 'twice', 'refused'])
  })

  it('goes by nearness among equals, and by the lot of the day where nothing else tells them apart', () => {
    const far = place('far', { distanceMiles: 3 })
    const near = place('near', { distanceMiles: 1 })
    const [drawn, first] = [place('a', { lot: 9 }), place('z', { lot: 2 })]
    expect(order([drawn, far, first, near])).toEqual(['near', 'far', 'z', 'a'])
  })

  it('goes by distance when asked, services without a place last', () => {
    const nowhere = place('nowhere', { vacancyRank: 0 })
    expect(order([nowhere, confirmed, unknown, full], person(), 'distance')).toEqual([
      'unknown',
      'full',
      'confirmed',
      'nowhere',
    ])
  })

  it('goes by the day a bed is free when asked, those nobody confirmed last', () => {
    expect(order([unknown, full, confirmed, toCheck], person(), 'available')).toEqual([
      'to check',
      'confirmed',
      'full',
      'unknown',
    ])
  })
})

describe('why the first is the first', () => {
  const needs = person({ needsWomenOnly: 'yes', childrenPlan: 'live_in' })
  const family = { policy: Policy.parse({ sex: 'women', children: { rule: 'live_in' } }) }
  const why = (...items: Rankable[]) => whyFirst(rankDecided(items, needs, 'fit'), needs)

  it('names the parts that put it before another', () => {
    const first = place('first', { ...family, vacancyRank: 0, authorities: [SUNDERLAND] })
    const others = [
      place('mixed', { vacancyRank: 0, authorities: [SUNDERLAND] }),
      place('elsewhere', { ...family, vacancyRank: 0 }),
      place('full', { ...family, authorities: [SUNDERLAND] }),
      place('without children', { ...WOMEN, vacancyRank: 0, authorities: [SUNDERLAND] }),
    ]
    expect(why(...others, first)).toEqual({
      alike: 0,
      reasons: [
        { name: 'women_only_needed', words: 'women only, as needed' },
        { name: 'preferred_area', words: 'in Sunderland, a preferred area' },
        { name: 'free', words: 'free and confirmed' },
        { name: 'made_for_her', words: 'takes children to live there' },
      ],
    })
  })

  it('names no part that another part had decided before it, and never nearness over a nearer one', () => {
    const first = place('first', { ...WOMEN, vacancyRank: 0, distanceMiles: 9 })
    const nearer = place('nearer', { ...WOMEN, vacancyRank: 1, distanceMiles: 1 })
    const further = place('further', { ...WOMEN, vacancyRank: 2, distanceMiles: 14 })
    const free = { name: 'free', words: 'free and confirmed' }
    expect(why(nearer, further, first)).toEqual({ alike: 0, reasons: [free] })
    const furtherAlike = place('further alike', { ...WOMEN, vacancyRank: 0, distanceMiles: 14 })
    expect(why(nearer, furtherAlike, first)).toEqual({
      alike: 0,
      reasons: [free, { name: 'distance', words: 'nearest of those otherwise alike' }],
    })
    const mixed = place('mixed', { vacancyRank: 3 })
    expect(why(mixed, first)?.reasons).toEqual([
      { name: 'women_only_needed', words: 'women only, as needed' },
    ])
  })

  it('names nothing that another has as well, and says how many are as good', () => {
    const alike = () => place('alike', { ...WOMEN, vacancyRank: 0 })
    expect(why(alike(), alike(), place('full', WOMEN))).toEqual({
      alike: 1,
      reasons: [{ name: 'free', words: 'free and confirmed' }],
    })
    expect(why(alike(), alike())).toBeNull()
    expect(why(alike())).toBeNull()
  })
})
