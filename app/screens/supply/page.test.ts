import { describe, expect, it } from 'vitest'
import type { SupplyService } from '~/domain/supply/service'
import { supplyReport } from '~/domain/supply/report'
import { supplyCsv } from './csv'
import { supplyPage } from './page'
import { questionOf, readSought } from './sought'

const NOW = new Date('2026-11-22T09:00:00Z')
const HOUSE: SupplyService = {
  id: 'house',
  kind: 'supported_housing',
  isConfidential: false,
  authorities: ['E08000024'],
  sex: 'women',
  answers: { from_prison: 'yes', children: 'no' },
  policyVerifiedAt: new Date('2025-12-30T09:00:00Z'),
  isPolicyVerified: true,
  beds: 12,
  free: 3,
  isVacancyConfirmed: true,
  vacancyConfirmedAt: new Date('2026-11-20T09:00:00Z'),
}

function factsOf(address: string, ...houses: Partial<SupplyService>[]) {
  const { sought, problems } = readSought(new URLSearchParams(address), '2026-11-22')
  const services = houses.map(each => ({ ...HOUSE, ...each }))
  const read = { asOf: NOW, day: sought.on ?? '2026-11-22', isEarlier: sought.reading !== null, services }
  return {
    sought,
    problems,
    nights: ['2026-11-22', '2026-10-01'],
    report: supplyReport(read, questionOf(sought)),
  }
}

/** The first cell of Sunderland: the combination chosen, else women-only housing. */
function firstCell(address: string, ...houses: Partial<SupplyService>[]) {
  return supplyPage(factsOf(`${address}&area=E08000024`, ...houses)).rows[0]?.cells[0]
}

const HIDDEN = { id: 'hidden', isConfidential: true, beds: 9 }

describe('a cell of the page of supply', () => {
  it.each<[string, string, Partial<SupplyService>[], [string, string, string]]>([
    ['what is free', '', [{}], ['yes', 'exists', '12 beds, 3 free']],
    [
      'that one is paused',
      '',
      [{}, { id: 'b', beds: 6, free: 0, isPaused: true }],
      ['yes', 'exists', '18 beds, 3 free, 6 paused'],
    ],
    ['that all are paused', '', [{ free: 0, isPaused: true }], ['yes', 'exists', '12 beds, paused']],
    ['that none is free', 'place=women_only', [{ free: 0 }], ['yes', 'yes', '12 beds, 0 free']],
    [
      'that nobody confirmed it',
      '',
      [{ isVacancyConfirmed: false }],
      ['yes', 'exists', '12 beds not confirmed'],
    ],
    [
      'what of it nobody confirmed',
      '',
      [{}, { id: 'b', beds: 6, isVacancyConfirmed: false }],
      ['yes', 'exists', '18 beds, 3 free, 6 not confirmed'],
    ],
    [
      'that of those added since nobody has said anything',
      '',
      [{ beds: 8, free: 0, addedSince: 6 }],
      ['yes', 'exists', '8 beds, 0 free, 6 not confirmed'],
    ],
    [
      'the same of one house beside others that are confirmed, not confirmed and paused',
      '',
      [
        {},
        { id: 'b', beds: 8, free: 1, addedSince: 6 },
        { id: 'c', beds: 5, isVacancyConfirmed: false, addedSince: 2 },
        { id: 'd', beds: 4, free: 0, isPaused: true, addedSince: 1 },
      ],
      ['yes', 'exists', '29 beds, 4 free, 4 paused, 11 not confirmed'],
    ],
    [
      'that it does not take her',
      'with=children',
      [{}],
      ['does_not_take', 'exists, does not take her', '12 beds, none for her'],
    ],
    ['no bed of a confidential service', '', [HIDDEN], ['yes', 'exists', 'beds not shown: confidential']],
    [
      'that a confidential service is beside',
      '',
      [{}, HIDDEN],
      ['yes', 'exists', '12 beds, 3 free; 1 confidential, beds not shown'],
    ],
    [
      'who has not said',
      'with=couple',
      [{}, { id: 'b' }],
      ['not_confirmed', 'not confirmed', '2 of 2 services have not said'],
    ],
    ['a service without beds', '', [{ beds: 0 }], ['yes', 'exists', '1 service']],
  ])('says %s', (_what, address, houses, [outcome, words, beds]) => {
    expect(firstCell(address, ...houses)).toMatchObject({ outcome, words, details: [beds] })
  })

  it('says none exists without a bed beside it', () => {
    expect(firstCell('place=refuge', {})).toMatchObject({
      outcome: 'none',
      words: 'none exists',
      details: [],
    })
  })

  it('says when it was verified only where that is asked', () => {
    expect(firstCell('dates=yes', {})?.details).toEqual([
      '12 beds, 3 free',
      'verified 30 Dec 2025, beds 20 Nov',
    ])
    expect(firstCell('dates=yes', HIDDEN)?.details).toEqual([
      'beds not shown: confidential',
      'verified 30 Dec 2025',
    ])
  })

  it('leads to what is behind it, with everything that was asked', () => {
    expect(firstCell('with=children&on=2026-12-01', {})?.href).toBe(
      '/supply/E08000024/chosen?with=children&on=2026-12-01',
    )
  })
})

describe('the page of supply', () => {
  it('says what was chosen, and where it is taken', () => {
    const page = supplyPage(
      factsOf('with=children', { answers: { from_prison: 'yes', children: 'case_by_case' } }),
    )
    expect(page.columns[0]?.label).toBe('Any housing that takes women: from prison, with children')
    expect(page.chosen).toBe(
      'Any housing that takes women: from prison, with children. Taken as a rule in 0 of 12 authorities; in one, case by case; in eleven, not confirmed.',
    )
  })

  it('says of which day its beds are, and marks an earlier reading', () => {
    expect(supplyPage(factsOf('')).stands).toBe(
      'Supply as it stood on 22 November 2026, 09:00. Free beds are those free today.',
    )
    expect(supplyPage(factsOf('on=2026-12-01')).stands).toContain(
      'Free beds are those free on 1 December 2026.',
    )
    expect(supplyPage(factsOf('reading=2026-10-01')).stands).toMatch(
      /^An earlier reading: .*kept as it was\.$/,
    )
  })

  it.each<[string, Partial<SupplyService>, string, string]>([
    ['taken', {}, 'strong', 'taken as a rule'],
    ['refused', { answers: { from_prison: 'no' } }, 'sand', 'exists, not taken'],
    ['not said', { answers: {} }, 'hatched', 'there is some, not confirmed whether they are taken'],
    ['no such place', { sex: 'mixed' }, 'plain', 'none exists'],
    ['not said whether there is any', { sex: null }, 'hatched', 'not confirmed whether there is any'],
  ])('fills an area of the map: %s', (_what, house, tone, about) => {
    const area = supplyPage(factsOf('', house)).areas.find(({ code }) => code === 'E08000024')
    expect(area).toMatchObject({ tone, about })
  })
})

describe('the file of supply', () => {
  const linesOf = (address: string, ...houses: Partial<SupplyService>[]) =>
    supplyCsv(factsOf(address, ...houses)).split('\r\n')
  const lineOf = (what: string, ...houses: Partial<SupplyService>[]) =>
    linesOf('', ...houses)
      .find(line => line.includes(`E08000024,Sunderland,${what},`))
      ?.split(`E08000024,Sunderland,${what},`)[1]

  it('leaves a number nobody knows empty, with its mark: never 0', () => {
    const kind = 'Women-only supported housing'
    expect(lineOf(kind, {})).toBe(`${kind},yes,1,12,,3,,0,2026-11-20,2025-12-30,0,0`)
    expect(lineOf(kind, { free: 0 })).toBe(`${kind},yes,1,12,,0,,0,2026-11-20,2025-12-30,0,0`)
    expect(lineOf(kind, { isVacancyConfirmed: false })).toBe(
      `${kind},yes,1,12,,,not confirmed,12,2026-11-20,2025-12-30,0,0`,
    )
    expect(lineOf(kind, HIDDEN)).toBe(
      `${kind},yes,1,,not shown: confidential,,not shown: confidential,,,2025-12-30,,`,
    )
    expect(lineOf(kind, { sex: null })).toBe(`${kind},not confirmed,1,,not confirmed,,not confirmed,,,,,`)
    expect(lineOf(kind, { sex: 'mixed' })).toBe(`${kind},none exists,0,0,,,none exists,,,2025-12-30,,`)
  })

  it('counts the beds of paused services, and those added since, apart', () => {
    const kind = 'Women-only supported housing'
    expect(lineOf(kind, {}, { id: 'b', isPaused: true, beds: 6, addedSince: 2 })).toBe(
      `${kind},yes,2,18,,3,,0,2026-11-20,2025-12-30,6,0`,
    )
    expect(lineOf(kind, { addedSince: 4 })).toBe(`${kind},yes,1,12,,3,,4,2026-11-20,2025-12-30,0,4`)
    expect(linesOf('', {})[0]).toMatch(
      /,"Of the beds, those of paused services","Of the beds, those added since vacancies were confirmed"$/,
    )
  })

  it('says which reading it is, and has a line for each area and column, the chosen one first', () => {
    expect(linesOf('reading=2026-10-01')[1]).toMatch(/^2026-11-22,earlier,2026-11-22,E06000047,/)
    expect(linesOf('with=couple', {}).filter(line => line !== '')).toHaveLength(1 + 12 * 8)
    expect(linesOf('with=couple', {})[1]).toContain(
      '"Any housing that takes women: from prison, as a couple"',
    )
  })
})
