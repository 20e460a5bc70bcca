import { describe, expect, it } from 'vitest'
import { Policy } from '../eligibility/policy'
import { supplyGrid, supplyMatrix } from './supply'
import { cellOf, supplyAnswers } from './cell'
import { askedInWords, askedOf, SUPPLY_COLUMNS, type SupplyAsked, USUAL_QUESTION } from './columns'
import { answersOf, type SupplyCriterion } from './criteria'
import { notConfirmedSentence, supplySentence } from './sentence'
import type { SupplyService } from './service'

const NEWCASTLE = 'E08000021'
const MONDAY = new Date('2026-11-16T09:00:00Z')
const SUNDAY = new Date('2026-11-22T09:00:00Z')

type Answers = Partial<Record<SupplyCriterion, 'yes' | 'case_by_case' | 'no' | null>>
type House = Partial<Omit<SupplyService, 'answers'>> & { answers?: Answers }

const ANSWERS: Answers = { from_prison: 'yes', children: 'no', couple: 'no', complex_needs: 'case_by_case' }

const WOMENS_HOUSE: SupplyService = {
  id: 'house',
  kind: 'supported_housing',
  isConfidential: false,
  authorities: [NEWCASTLE],
  sex: 'women',
  answers: ANSWERS,
  policyVerifiedAt: MONDAY,
  isPolicyVerified: true,
  beds: 12,
  free: 2,
  isVacancyConfirmed: true,
  vacancyConfirmedAt: SUNDAY,
}

function house({ answers, ...rest }: House): SupplyService {
  return { ...WOMENS_HOUSE, ...rest, answers: { ...ANSWERS, ...answers } }
}

function cell(asked: SupplyAsked, ...houses: House[]) {
  return cellOf(supplyAnswers(NEWCASTLE, houses.map(house), asked))
}

const WOMEN_ONLY: SupplyAsked = { place: 'women_only', asks: [] }
const FROM_PRISON: SupplyAsked = { place: 'any', asks: ['from_prison'] }
const WOMEN_ONLY_FROM_PRISON: SupplyAsked = { place: 'women_only', asks: ['from_prison'] }
const REFUGE: SupplyAsked = { place: 'refuge', asks: [] }

describe('a cell of the coverage matrix', () => {
  it.each<[string, SupplyAsked, House[], string]>([
    ['a women-only house', WOMEN_ONLY, [{}], 'yes'],
    ['a women-only house nobody verified for 90 days', WOMEN_ONLY, [{ isPolicyVerified: false }], 'stale'],
    ['a mixed house alone', WOMEN_ONLY, [{ sex: 'mixed' }], 'none'],
    [
      'a mixed house nobody verified',
      WOMEN_ONLY,
      [{ sex: 'mixed', isPolicyVerified: false }],
      'not_confirmed',
    ],
    ['a house that states no sex', WOMEN_ONLY, [{ sex: null }], 'not_confirmed'],
    ['a refuge alone', WOMEN_ONLY, [{ kind: 'refuge' }], 'none'],
    ['no housing at all', WOMEN_ONLY, [], 'not_confirmed'],
    ['a service in another authority', WOMEN_ONLY, [{ authorities: ['E06000002'] }], 'not_confirmed'],
    ['approved premises alone', FROM_PRISON, [{ kind: 'approved_premises' }], 'not_confirmed'],
    ['a refuge', REFUGE, [{ kind: 'refuge' }], 'yes'],
    ['a refuge for men only', REFUGE, [{ sex: 'men', kind: 'refuge' }], 'none'],
    ['a refuge, which is asked for apart', FROM_PRISON, [{ kind: 'refuge' }], 'none'],
    ['a mixed house', FROM_PRISON, [{ sex: 'mixed' }], 'yes'],
    ['a house that states no sex', FROM_PRISON, [{ sex: null }], 'not_confirmed'],
    ['a house for men only', FROM_PRISON, [{ sex: 'men' }], 'none'],
    [
      'a house for men only that nobody verified',
      FROM_PRISON,
      [{ sex: 'men', isPolicyVerified: false }],
      'not_confirmed',
    ],
    [
      'two that say no',
      FROM_PRISON,
      [{ answers: { from_prison: 'no' } }, { answers: { from_prison: 'no' } }],
      'does_not_take',
    ],
    [
      'one no and one case by case',
      FROM_PRISON,
      [{ answers: { from_prison: 'no' } }, { answers: { from_prison: 'case_by_case' } }],
      'case_by_case',
    ],
    [
      'one no and one blank',
      FROM_PRISON,
      [{ answers: { from_prison: 'no' } }, { answers: { from_prison: null } }],
      'not_confirmed',
    ],
    [
      'a no that nobody verified',
      FROM_PRISON,
      [{ answers: { from_prison: 'no' }, isPolicyVerified: false }],
      'not_confirmed',
    ],
    ['a mixed house that takes people from prison', WOMEN_ONLY_FROM_PRISON, [{ sex: 'mixed' }], 'none'],
    [
      'a women-only house that does not',
      WOMEN_ONLY_FROM_PRISON,
      [{ answers: { from_prison: 'no' } }],
      'does_not_take',
    ],
    [
      'a women-only house that has not said',
      WOMEN_ONLY_FROM_PRISON,
      [{ answers: { from_prison: null } }],
      'not_confirmed',
    ],
  ])('for %s, asked %j', (_case, asked, houses, outcome) => {
    expect(cell(asked, ...houses).outcome).toBe(outcome)
  })

  it('counts the beds of the services that give the answer, and no others', () => {
    const found = cell(FROM_PRISON, { beds: 12 }, { id: 'other', answers: { from_prison: 'no' }, beds: 6 })
    expect([found.services, found.beds, found.free]).toEqual([1, 12, 2])
  })

  it('counts the beds of what does not take her, which are none for her', () => {
    const found = cell(FROM_PRISON, { answers: { from_prison: 'no' }, beds: 5, policyVerifiedAt: MONDAY })
    expect([found.outcome, found.services, found.beds, found.verifiedAt]).toEqual([
      'does_not_take',
      1,
      5,
      MONDAY,
    ])
  })

  it('dates what does not exist by the oldest policy that says so, and by none where kinds alone say it', () => {
    const found = cell(
      WOMEN_ONLY,
      { sex: 'mixed' },
      { sex: 'men', policyVerifiedAt: SUNDAY },
      { kind: 'emergency', policyVerifiedAt: null, isPolicyVerified: false },
    )
    expect([found.outcome, found.services, found.beds, found.verifiedAt]).toEqual(['none', 0, 0, MONDAY])
    const byKind = cell(WOMEN_ONLY, { kind: 'emergency', policyVerifiedAt: null, isPolicyVerified: false })
    expect([byKind.outcome, byKind.verifiedAt]).toEqual(['none', null])
  })

  it('counts as free only what is freshly confirmed', () => {
    const stale = { id: 'other', beds: 6, free: 3, isVacancyConfirmed: false }
    const found = cell(FROM_PRISON, {}, stale)
    expect([found.beds, found.free, found.bedsNotConfirmed]).toEqual([18, 2, 6])
  })

  it('counts the beds of a paused house apart, confirmed or not, and none of them free', () => {
    const paused = { id: 'other', beds: 6, free: 0, isVacancyConfirmed: false, isPaused: true }
    const found = cell(FROM_PRISON, {}, paused)
    expect([found.beds, found.free, found.bedsPaused, found.bedsNotConfirmed]).toEqual([18, 2, 6, 0])
  })

  it('says that nothing is confirmed apart from that nothing is free', () => {
    expect(cell(WOMEN_ONLY, { isVacancyConfirmed: false }).free).toBeNull()
    expect(cell(WOMEN_ONLY, { free: 0 }).free).toBe(0)
  })

  it('counts no bed of a confidential service, and says that it is there', () => {
    const hidden = { isConfidential: true, beds: 9, free: 4, vacancyConfirmedAt: null }
    expect(cell(WOMEN_ONLY, hidden)).toMatchObject({
      outcome: 'yes',
      services: 1,
      confidential: 1,
      beds: 0,
      free: null,
    })
    expect(cell(WOMEN_ONLY, {}, hidden)).toMatchObject({
      ...{ services: 2, confidential: 1, beds: 12, free: 2, lastConfirmedAt: SUNDAY },
    })
  })

  it('dates a cell by its oldest confirmation, and by none when one service never confirmed', () => {
    expect(cell(WOMEN_ONLY, {}, { vacancyConfirmedAt: MONDAY }).lastConfirmedAt).toEqual(MONDAY)
    expect(cell(WOMEN_ONLY, {}, { vacancyConfirmedAt: null }).lastConfirmedAt).toBeNull()
  })
})

describe('a combination', () => {
  const ALL: SupplyAsked = { place: 'any', asks: ['from_prison', 'children', 'complex_needs'] }
  it.each<[string, Answers, string]>([
    ['every yes', { from_prison: 'yes', children: 'yes', complex_needs: 'yes' }, 'yes'],
    [
      'one case by case',
      { from_prison: 'yes', children: 'case_by_case', complex_needs: 'yes' },
      'case_by_case',
    ],
    [
      'a blank before case by case',
      { from_prison: null, children: 'case_by_case', complex_needs: 'yes' },
      'not_confirmed',
    ],
    ['a no before a blank', { from_prison: null, children: 'no', complex_needs: 'yes' }, 'does_not_take'],
  ])('is answered by its weakest answer: %s', (_case, answers, outcome) => {
    expect(cell(ALL, { answers }).outcome).toBe(outcome)
  })

  it('is no yes of two services that each say yes to a half of it', () => {
    const halves = [
      { answers: { from_prison: 'yes', children: 'no' } },
      { answers: { from_prison: 'no', children: 'yes' } },
    ] as const
    expect(cell({ place: 'any', asks: ['from_prison', 'children'] }, ...halves).outcome).toBe('does_not_take')
  })

  it('asks of a reading that is older than a criterion what is not stated there', () => {
    const older = { ...WOMENS_HOUSE, answers: { from_prison: 'yes' } } as const
    expect(cellOf(supplyAnswers(NEWCASTLE, [older], { place: 'any', asks: ['step_free'] })).outcome).toBe(
      'not_confirmed',
    )
  })

  it('is said in words', () => {
    expect(askedInWords({ place: 'women_only', asks: ['from_prison', 'children', 'age_18_20'] })).toBe(
      'Women-only supported housing: from prison, with children, aged 18 to 20',
    )
    expect(askedInWords(REFUGE)).toBe('Refuge and safe accommodation')
  })

  it('asks for a woman from prison in every standing column but whether there is women-only housing', () => {
    const asking = Object.keys(SUPPLY_COLUMNS).filter(column =>
      askedOf(column as keyof typeof SUPPLY_COLUMNS, true).asks.includes('from_prison'),
    )
    expect(Object.keys(SUPPLY_COLUMNS).filter(column => !asking.includes(column))).toEqual(['women_only'])
    expect(askedOf('with_children', false).asks).toEqual(['children'])
  })
})

describe('what a policy answers', () => {
  const told = (policy: Partial<Policy>) =>
    answersOf({ policy: { ...Policy.parse({}), ...policy }, complexNeeds: null })

  it('is not stated where nothing is', () => {
    expect(new Set(Object.values(told({})))).toEqual(new Set([null]))
  })

  it('is no to children who may only visit', () => {
    expect(told({ children: { rule: 'visits_only' } }).children).toBe('no')
    expect(told({ children: { rule: 'case_by_case' } }).children).toBe('case_by_case')
    expect(
      told({ children: { rule: 'live_in', most: 2, highestAge: null, boysHighestAge: 12 } }).children,
    ).toBe('yes')
  })

  it('depends on her age where a band is taken in part', () => {
    const ages = told({ ageMin: 16, ageMax: 22 })
    expect([ages.age_18_20, ages.age_21_24, ages.age_25_34]).toEqual(['yes', 'case_by_case', 'no'])
    expect([told({ ageMin: 18 }).age_18_20, told({ ageMin: 18 }).age_65_over]).toEqual(['yes', 'yes'])
    expect(told({ ageMin: 19 }).age_18_20).toBe('case_by_case')
  })

  it('is step-free by level access or for a wheelchair', () => {
    const access = { wheelchair: null, levelAccess: null, lift: null, stairs: null }
    expect(told({ access }).step_free).toBeNull()
    expect(told({ access: { ...access, wheelchair: 'yes' } }).step_free).toBe('yes')
    expect(told({ access: { ...access, levelAccess: 'no' } }).step_free).toBe('no')
  })
})

describe('the grid of one authority', () => {
  it('has its nine cells, each with answer, beds, free and date', () => {
    const grid = supplyGrid(
      [
        house({ answers: { step_free: 'yes' } }),
        house({
          id: 'refuge',
          kind: 'refuge',
          isConfidential: true,
          answers: { from_prison: 'no' },
          policyVerifiedAt: SUNDAY,
        }),
      ],
      NEWCASTLE,
    )
    expect(
      grid.map(({ label, outcome, beds, free, verifiedAt }) => [label, outcome, beds, free, verifiedAt]),
    ).toEqual([
      ['Women-only supported housing', 'yes', 12, 2, MONDAY],
      ['Women-only and takes her from prison', 'yes', 12, 2, MONDAY],
      ['Takes women from prison', 'yes', 12, 2, MONDAY],
      ['With her children', 'does_not_take', 12, 2, MONDAY],
      ['Couples', 'does_not_take', 12, 2, MONDAY],
      ['Complex needs', 'case_by_case', 12, 2, MONDAY],
      ['Women-only, prison and children', 'does_not_take', 12, 2, MONDAY],
      ['Refuge', 'does_not_take', 0, null, SUNDAY],
      ['Step-free', 'yes', 12, 2, MONDAY],
    ])
  })
})

describe('the sentence over the matrix', () => {
  function sentencesOf(...houses: House[]) {
    const rows = supplyMatrix([NEWCASTLE, 'E06000002', 'E08000024'], houses.map(house), USUAL_QUESTION)
    return [supplySentence(rows), notConfirmedSentence(rows)]
  }

  it('counts authorities, and tells a rule from case by case', () => {
    expect(
      sentencesOf(
        {},
        { authorities: ['E06000002'], answers: { from_prison: 'case_by_case' } },
        { authorities: ['E08000024'], sex: 'men' },
      ),
    ).toEqual([
      '2 of 3 authorities have women-only supported housing. In one of them a woman from prison is taken as a rule; in one, case by case.',
      null,
    ])
  })

  it('does not take an authority nobody has confirmed for one that has none', () => {
    expect(
      sentencesOf({ answers: { from_prison: 'no' } }, { authorities: ['E06000002'], sex: null }),
    ).toEqual([
      '1 of 3 authorities has women-only supported housing. None of them is confirmed to take a woman from prison.',
      'In two authorities nobody has confirmed whether there is any.',
    ])
  })
})
