import { describe, expect, it } from 'vitest'
import { yearPeriod } from '../unmet-need/period'
import type { Publication, PublishedValue } from '../unmet-need/published'
import { directionOf } from './direction'
import { escalationOf } from './escalation'
import { findIndicator, type Indicator, INDICATORS } from './indicator'
import { ratingOf } from './rating'
import { publishedReading, type Reading, staleReading } from './reading'
import { isGapSubject } from '../action/gap'
import { boundsFault, lightOf, type Threshold, thresholdOn, toleranceWords } from './threshold'

const count = (value: number): PublishedValue => ({ mark: 'count', value })
const FEW: PublishedValue = { mark: 'few', value: null }

type Tables = Record<string, Record<string, PublishedValue>>

function publication(tables: Tables): Publication {
  const made = Object.entries(tables).map(([id, cells]) => [
    id,
    {
      id,
      cells: Object.fromEntries(
        Object.entries(cells).map(([cell, value]) => [cell, { women: null, count: value }]),
      ),
    },
  ])
  return {
    period: yearPeriod(2025),
    version: 1,
    because: 'first',
    isSynthetic: true,
    publishedAt: new Date('2026-04-30T09:00:00Z'),
    tables: Object.fromEntries(made) as Publication['tables'],
    leftOut: [],
  }
}

function indicator(code: string): Indicator {
  const found = findIndicator(code)
  if (!found) throw new Error(code)
  return found
}

const bedsOf = (beds: number, freshBeds: number) => ({ beds, freshBeds, isSynthetic: false })

const ASKED = { coverage: { answered: count(95), not_answered: count(5), total: count(100) } }

describe('what an indicator reads', () => {
  it('counts what is not known of the first night with those not housed', () => {
    const year = publication({
      ...ASKED,
      first_night: { housed: count(60), not_housed: count(30), unknown: count(10), total: count(100) },
    })
    expect(publishedReading(year, indicator('m3'))).toEqual({
      part: count(40),
      parts: [count(30), count(10)],
      whole: count(100),
      percent: 40,
      bounds: null,
      grey: null,
      isOfSupply: false,
    })
  })

  it('says between what unmet need must be where the sum with what is not known is not printed', () => {
    const year = publication({
      ...ASKED,
      first_night: { housed: count(150), not_housed: count(160), unknown: FEW, total: count(315) },
    })
    // Housed 148 to 152, of 313 to 317: with 152 housed at least 161 of 313 (51.4%); with 148 at most 160 + 2 + 4 of 314 (52.9%).
    expect(publishedReading(year, indicator('m3'))).toMatchObject({
      percent: null,
      bounds: { low: 51, high: 53 },
      parts: [count(160), FEW],
      grey: null,
    })
  })

  it.each([
    [{ inside: count(75), outside: count(25), total: count(100) }, 75, null],
    [{ inside: count(95), outside: count(5), total: count(100) }, 95, null],
    [{ inside: count(10), outside: count(5), total: count(15) }, null, 'of fewer than 20'],
    [{ inside: count(100), outside: FEW, total: count(100) }, null, 'all but a few'],
    [{ inside: FEW, outside: count(30), total: count(30) }, null, 'fewer than 5'],
  ])('%o: %s%%, or %s', (cells, percent, grey) => {
    const reading = publishedReading(
      publication({ decision_limits: cells }),
      indicator('decisions_in_limits'),
    )
    expect([reading.percent, reading.grey]).toEqual([percent, grey])
  })

  it('is grey where too few women were asked, and where nothing is published', () => {
    const cells = { first_night_all: { housed: count(80), not_housed: count(20), total: count(100) } }
    const asked = { coverage: { answered: count(80), not_answered: count(20), total: count(100) } }
    expect(publishedReading(publication({ ...cells, ...asked }), indicator('m7')).grey).toBe(
      'only 80% of women on the release list were asked',
    )
    expect(publishedReading(publication(ASKED), indicator('m7')).grey).toBe('not published')
  })

  it('reads how many beds nobody has confirmed of late, of however few', () => {
    expect(staleReading(bedsOf(12, 9))).toMatchObject({ percent: 25, grey: null })
    expect(staleReading(bedsOf(3, 3))).toMatchObject({ percent: 0, grey: null })
    expect(staleReading(bedsOf(0, 0))).toMatchObject({
      percent: null,
      grey: 'there were no beds',
    })
    expect(staleReading(null)).toMatchObject({ percent: null, grey: 'not read then' })
  })

  it('sets no real beds beside invented ones', () => {
    const invented = { ...bedsOf(109, 95), isSynthetic: true }
    expect(staleReading(invented, bedsOf(500, 400))).toMatchObject({
      part: null,
      percent: null,
      grey: 'other beds, of an invented history: not compared',
    })
    expect(staleReading(invented, invented)).toMatchObject({ percent: 13, grey: null })
  })

  it('is found in the register by the subject of every indicator', () => {
    for (const { subject } of INDICATORS) expect(isGapSubject(subject)).toBe(true)
  })
})

const threshold = (validFrom: string, green: number, amber: number, struckAt: Date | null = null) =>
  ({ indicator: 'stale_vacancies', validFrom, green, amber, struckAt }) as Threshold

describe('a threshold', () => {
  const rows = [
    threshold('2000-01-01', 10, 25),
    threshold('2027-04-01', 8, 20),
    threshold('2027-06-01', 1, 2, new Date('2027-06-02T09:00:00Z')),
  ]

  it.each([
    ['1999-12-31', undefined],
    ['2027-03-31', 10],
    ['2027-04-01', 8],
    ['2027-07-01', 8],
  ])('holds from its day until another’s, and not once it is struck: %s', (day, green) => {
    expect(thresholdOn(rows, 'stale_vacancies', day)?.green).toBe(green)
  })

  it('is of its own indicator', () => {
    expect(thresholdOn(rows, 'm3', '2027-07-01')).toBeNull()
  })

  it.each([
    [10, 'lower', 'green'],
    [11, 'lower', 'amber'],
    [25, 'lower', 'amber'],
    [26, 'lower', 'red'],
  ] as const)('of less is better, 10 and 25: %s is %s', (percent, better, light) => {
    expect(lightOf(percent, { green: 10, amber: 25 }, better)).toBe(light)
  })

  it.each([
    [90, 'green'],
    [89, 'amber'],
    [75, 'amber'],
    [74, 'red'],
  ] as const)('of more is better, 90 and 75: %s is %s', (percent, light) => {
    expect(lightOf(percent, { green: 90, amber: 75 }, 'higher')).toBe(light)
  })

  it('must have green on the better side, and says its tolerance in words', () => {
    expect(boundsFault({ green: 25, amber: 10 }, 'lower')).toContain('amber must end above green')
    expect(boundsFault({ green: 75, amber: 75 }, 'higher')).toContain('amber must begin below green')
    expect(boundsFault({ green: 90, amber: 75 }, 'higher')).toBeNull()
    expect(toleranceWords({ green: 10, amber: 25 }, 'lower')).toBe('Green to 10%, amber to 25%, red above')
    expect(toleranceWords({ green: 90, amber: 75 }, 'higher')).toBe(
      'Green from 90%, amber from 75%, red below',
    )
  })
})

/** A figure of which only the bounds may be said. */
const between = (low: number, high: number): Reading => ({
  ...reads(null),
  bounds: { low, high },
  grey: null,
})

const reads = (percent: number | null, whole = 200, more: Partial<Reading> = {}): Reading => ({
  part: null,
  whole: count(whole),
  percent,
  bounds: null,
  grey: percent === null ? 'fewer than 5' : null,
  isOfSupply: false,
  ...more,
})

describe('a light', () => {
  const rated = { better: 'higher', baseline: '61% (April 2022 to March 2023)' } as const
  const set = threshold('2000-01-01', 90, 75)

  it.each([
    ['a figure in tolerance', reads(92), set, { light: 'green' }],
    ['too small a number, never red', reads(null), set, { light: null, because: 'fewer than 5' }],
    ['too few asked', reads(20, 200, { grey: 'few asked' }), set, { light: null, because: 'few asked' }],
    [
      'no threshold, never red',
      reads(3),
      null,
      { light: null, because: 'no threshold yet: baseline 61% (April 2022 to March 2023)' },
    ],
  ])('%s', (_, reading, held, rating) => {
    expect(ratingOf(reading, held, rated)).toEqual(rating)
  })

  it.each([
    [between(49, 54), 'lower', 20, 40, { light: 'red' }],
    [between(36, 40), 'lower', 20, 40, { light: 'amber' }],
    [between(17, 20), 'lower', 20, 40, { light: 'green' }],
    [between(38, 42), 'lower', 20, 40, { light: null, because: 'at least 38%, at most 42%: amber or red' }],
    [between(91, 95), 'higher', 90, 75, { light: 'green' }],
    [between(70, 74), 'higher', 90, 75, { light: 'red' }],
    [
      between(89, 93),
      'higher',
      90,
      75,
      { light: null, because: 'at least 89%, at most 93%: amber or green' },
    ],
  ] as const)('of %o, %s better, is one that the bounds decide', (reading, better, green, amber, rating) => {
    const held = threshold('2000-01-01', green, amber)
    expect(ratingOf(reading, held, { better, baseline: null })).toEqual(rating)
  })

  it('is not given to what is neither better nor worse', () => {
    expect(ratingOf(reads(40), set, { better: null, baseline: null }).light).toBeNull()
  })
})

describe('a direction', () => {
  it.each([
    [reads(70), reads(65), 'higher', 'better', 'Better by 5 points', null],
    [reads(70), reads(65), 'lower', 'worse', 'Worse by 5 points', null],
    [reads(64), reads(65), 'lower', 'better', 'Better by 1 point', null],
    [reads(70), reads(65), null, 'more', '5 points more', null],
    [reads(65), reads(65, 25), 'higher', 'same', 'The same', null],
    [reads(70, 25), reads(65, 200), 'higher', 'better', 'Better by 5 points', 'of about 25: not a trend'],
    [reads(70, 10, { isOfSupply: true }), reads(65), 'higher', 'better', 'Better by 5 points', null],
    [reads(null), reads(65), 'higher', null, 'Not said', null],
    [between(49, 54), reads(45), 'lower', 'worse', 'Worse by at least 4 points', null],
    [between(49, 54), reads(55), 'lower', 'better', 'Better by at least 1 point', null],
    [between(49, 54), reads(52), 'lower', null, 'Not said', null],
    [reads(40), between(49, 54), null, 'less', 'At least 9 points less', null],
    [reads(70), reads(65, 200, { grey: 'few asked' }), 'higher', null, 'Not said', null],
  ] as const)('%#: %s', (now, before, better, way, words, caution) => {
    expect(directionOf(now, before, better)).toEqual({ way, words, caution })
  })
})

describe('an escalation', () => {
  const TODAY = '2027-02-01'
  const late = { state: 'under_way', dueOn: '2027-01-31' } as const
  const onTime = { state: 'under_way', dueOn: '2027-02-01' } as const

  it.each([
    ['green', null, [], null],
    [null, 'red', [], null],
    ['amber', null, [], 'No action: the owner records one'],
    ['amber', null, [onTime], 'The owner tells the next meeting'],
    ['amber', null, [onTime, late], 'An action is overdue: to the partnership now'],
    ['red', null, [], 'Outside tolerance and no action: to the partnership now'],
    ['red', 'amber', [onTime], 'The owner tells the partnership within a month'],
    ['red', 'red', [onTime], 'Red twice running: to the partnership now'],
  ] as const)('of %s after %s', (now, before, actions, words) => {
    expect(escalationOf({ now, before, actions }, TODAY)).toBe(words)
  })
})
