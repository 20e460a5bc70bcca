import { describe, expect, it } from 'vitest'
import { historyQuarters, makeHistory } from './make-history'
import type { SyntheticEpisode } from './synthetic-episode'

/** Percent of some that are so. */
function percent<Row>(rows: readonly Row[], isSo: (row: Row) => boolean): number {
  return (100 * rows.filter(isSo).length) / rows.length
}

function expectWithin(value: number, [lowest, highest]: readonly [number, number]): void {
  expect(value).toBeGreaterThanOrEqual(lowest)
  expect(value).toBeLessThanOrEqual(highest)
}

function isNeed({ housingNeed }: SyntheticEpisode): boolean {
  return housingNeed === 'nowhere' || housingNeed === 'under_12_weeks'
}

/** Not under a roof, or on a sofa she does not call safe. */
function wentNowhere({ firstNight, firstNightRoute, isSafe }: SyntheticEpisode): boolean {
  return firstNight === 'not_housed' || (firstNightRoute === 'family' && isSafe === 'no')
}

const HOMES: Record<string, readonly [number, number]> = {
  E06000047: [13.5, 18.5],
  E06000004: [9.5, 14.5],
  E06000057: [8, 12],
  E08000021: [8, 12],
  E06000002: [7, 11],
  E08000024: [7, 11],
  E06000003: [6, 10],
  E08000022: [5.3, 8.7],
  E08000037: [4.3, 7.7],
  E06000001: [4.3, 7.7],
  E08000023: [3.5, 6.5],
  E06000005: [1, 3.3],
}

const AGES: Record<string, readonly [number, number]> = {
  '18-20': [2.5, 5.5],
  '21-24': [8.5, 13.5],
  '25-29': [14, 20],
  '30-39': [34.5, 41.5],
  '40-49': [18, 24],
  '50-59': [5, 9],
  '60+': [0.8, 3.2],
}

const DAYS = [
  ['2026-11-27', '2022-04-01', '2026-09-30', 18],
  ['2027-03-31', '2022-04-01', '2026-12-31', 19],
  ['2027-04-01', '2023-04-01', '2027-03-31', 16],
  ['2028-02-29', '2023-04-01', '2027-12-31', 19],
] as const

describe.each(DAYS)('the invented history on %s', (today, from, to, quarters) => {
  const history = makeHistory(today)
  const released = history.filter(({ endedAs }) => endedAs === 'released')
  const referrals = released.flatMap(each => each.referrals)

  it('covers four whole years to 31 March and the whole quarters since', () => {
    expect(historyQuarters(today)).toHaveLength(quarters)
    const days = history.flatMap(({ releasedOn }) => releasedOn ?? []).sort()
    expectWithin(days.length, [quarters * 85, quarters * 98])
    expect(days[0]! >= from && days.at(-1)! <= to).toBe(true)
    expect(days.every(day => day >= from && day <= to)).toBe(true)
  })

  it('knows nothing that is not over', () => {
    const known = history.flatMap(each => [
      each.hniaOn,
      each.dateKnownOn,
      each.placeEndedOn,
      ...each.referrals.flatMap(({ submittedOn, acknowledgedOn, decidedOn }) => [
        submittedOn,
        acknowledgedOn,
        decidedOn,
      ]),
    ])
    expect(known.every(day => day === null || day <= today)).toBe(true)
    const late = released.filter(({ day91, releasedOn }) => day91 !== null && releasedOn !== null)
    expect(
      late.every(({ releasedOn }) => Date.parse(releasedOn!) + 91 * 86_400_000 < Date.parse(today)),
    ).toBe(true)
  })

  it('has about 350 releases a year, some of women who had one before, and the ends that are no release', () => {
    expectWithin((released.length * 4) / quarters, [335, 365])
    expectWithin(new Set(released.map(({ woman }) => woman)).size / released.length, [0.8, 0.93])
    const inNumbers = (end: string) => history.filter(({ endedAs }) => endedAs === end).length
    expectWithin(inNumbers('transferred'), [15, 60])
    expectWithin(inNumbers('deported'), [4, 25])
    expectWithin(inNumbers('died'), [1, 12])
    expectWithin(inNumbers('not_released'), [10, 50])
  })

  it('sends women where they went, and lets about 31% need a place', () => {
    expectWithin(percent(released, wentNowhere), [15.8, 20.8])
    expectWithin(
      percent(released, ({ firstNight }) => firstNight === null),
      [5, 8.6],
    )
    expectWithin(
      percent(released, ({ firstNightRoute }) => firstNightRoute === 'cas'),
      [5, 9],
    )
    const answered = released.filter(({ housingNeed }) => housingNeed !== null)
    expectWithin(percent(answered, isNeed), [28.5, 33.5])
  })

  it('asks the housing question of fewer in the first year than in the last', () => {
    const listed = released.filter(({ isListed }) => isListed)
    const [first, last] = [`${Number(from.slice(0, 4)) + 1}-04-01`, `${Number(from.slice(0, 4)) + 3}-04-01`]
    const isAnswered = ({ housingNeed }: SyntheticEpisode) => housingNeed !== null
    expectWithin(
      percent(
        listed.filter(({ releasedOn }) => releasedOn! < first),
        isAnswered,
      ),
      [74, 86],
    )
    expectWithin(
      percent(
        listed.filter(({ releasedOn }) => releasedOn! >= last),
        isAnswered,
      ),
      [90.5, 95.5],
    )
  })

  it('takes homes, ages and custody from the calibration', () => {
    const fromRegion = released.filter(({ homeAuthority }) => homeAuthority.startsWith('E'))
    for (const [code, range] of Object.entries(HOMES)) {
      expectWithin(
        percent(fromRegion, ({ homeAuthority }) => homeAuthority === code),
        range,
      )
    }
    for (const [band, range] of Object.entries(AGES)) {
      expectWithin(
        percent(released, ({ ageBand }) => ageBand === band),
        range,
      )
    }
    expectWithin(
      percent(released, ({ homeAuthority }) => homeAuthority === 'outside'),
      [6, 10],
    )
    expectWithin(
      percent(released, ({ homeAuthority }) => homeAuthority === 'unknown'),
      [0.8, 3.2],
    )
    expectWithin(
      percent(released, ({ custodyStatus }) => custodyStatus === 'remand'),
      [12, 18],
    )
    expectWithin(
      percent(released, ({ custodyStatus }) => custodyStatus === 'recall'),
      [9.5, 14.5],
    )
  })

  it('refuses as many referrals as are refused, for more than one reason', () => {
    const declined = referrals.filter(({ outcome }) => outcome === 'declined')
    const gaveReason = (category: string) =>
      percent(declined, ({ reasons }) => reasons.some(reason => reason.startsWith(`${category}.`)))
    expectWithin((100 * declined.length) / referrals.length, [54, 61])
    expectWithin(gaveReason('capacity'), [60, 70])
    expectWithin(gaveReason('needs'), [40, 50])
    expectWithin(gaveReason('risk'), [20, 30])
    const toRefuges = referrals.filter(({ isRefuge }) => isRefuge)
    expect(toRefuges.length).toBeGreaterThan(30)
    expectWithin(
      percent(toRefuges, ({ outcome }) => outcome === 'arrived'),
      [0, 5],
    )
  })

  it('fills no more beds than come free in a year, so that most are housed by another way', () => {
    const arrived = referrals.filter(({ outcome }) => outcome === 'arrived')
    expectWithin((arrived.length * 4) / quarters, [10, 23])
    expect(arrived).toHaveLength(
      released.filter(({ firstNightRoute }) => firstNightRoute === 'approved_route').length,
    )
    for (const route of ['council', 'cas', 'own_home', 'family', 'other'] as const) {
      expect(released.some(({ firstNightRoute }) => firstNightRoute === route)).toBe(true)
    }
  })

  it('has barriers, assessments and the rest of what is recorded, and gaps in all of it', () => {
    const asked = released.filter(({ barriers }) => barriers.length > 0)
    expectWithin(
      percent(asked, ({ barriers }) => barriers.includes('mental_health')),
      [67, 76],
    )
    expectWithin(
      percent(asked, ({ barriers }) => barriers.includes('substances')),
      [42, 52],
    )
    expectWithin(
      percent(asked, ({ barriers }) => barriers.includes('domestic_abuse')),
      [56, 66],
    )
    for (const column of [
      'hniaOn',
      'securedBefore',
      'isSafe',
      'isSuitable',
      'day91',
      'option28',
      'councilTold',
    ] as const) {
      expectWithin(
        percent(released, each => each[column] === null),
        [2, 60],
      )
    }
  })
})

describe('an invented release', () => {
  const history = makeHistory('2026-11-27')

  it('is the same every time', () => {
    expect(makeHistory('2026-11-27')).toEqual(history)
  })

  it('is told in the order in which things happen', () => {
    for (const { receivedOn, openedOn, dateKnownOn, releasedOn, referrals, endedAs } of history) {
      if (endedAs !== 'released' || !releasedOn || !receivedOn || !dateKnownOn) continue
      expect(receivedOn <= openedOn && openedOn <= dateKnownOn && dateKnownOn <= releasedOn).toBe(true)
      const days = referrals.map(({ submittedOn }) => submittedOn)
      expect([...days].sort()).toEqual(days)
      expect(days.every(day => day >= openedOn && day < releasedOn)).toBe(true)
    }
  })

  it('of one woman never begins before the one before it has ended', () => {
    const last = new Map<string, string>()
    for (const { woman, receivedOn, releasedOn, endedAs } of history) {
      const before = last.get(woman)
      expect(before === undefined || before < receivedOn!).toBe(true)
      last.set(woman, endedAs === 'released' ? releasedOn! : 'ends here')
    }
  })
})
