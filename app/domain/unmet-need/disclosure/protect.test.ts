import { describe, expect, it } from 'vitest'
import { quarterPeriod, yearPeriod } from '../period'
import type { TableId } from '../publishable-tables'
import { type PublishedCell, valueWords } from '../published'
import type { RawTable } from '../raw-table'
import { protect } from './protect'

const QUARTER = quarterPeriod(2025, 1)
const NOTHING_BEFORE = { publications: [], counted: [] }

/** A table in which each woman is counted once; its total besides. */
function table(id: TableId, counts: Record<string, number>): RawTable {
  const cells = Object.entries(counts).map(([cell, count]) => ({ cell, women: count, count }))
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  return { id, cells: [...cells, { cell: 'total', women: total, count: total }] }
}

function printed(tables: readonly RawTable[], period = QUARTER) {
  const made = protect({ period, tables }, NOTHING_BEFORE)
  const words = (cells: Readonly<Record<string, PublishedCell>>) =>
    Object.fromEntries(Object.entries(cells).map(([cell, { count }]) => [cell, valueWords(count)]))
  return Object.fromEntries(made.tables.map(each => [each.id, words(each.cells)]))
}

describe('what is published of one table', () => {
  it('says none and few alike, and all else to the nearest 5', () => {
    expect(printed([table('secured', { yes: 22, no: 48, unknown: 2 })])).toEqual({
      secured: { yes: '20', no: '50', unknown: 'fewer than 5', total: '70' },
    })
  })

  it.each([
    [0, 'fewer than 5'],
    [4, 'fewer than 5'],
    [5, '5'],
    [7, '5'],
    [8, '10'],
    [1002, '1,000'],
  ])('prints a total of %i as %s', (total, words) => {
    expect(printed([table('coverage', { answered: total, not_answered: 0 })]).coverage?.total).toBe(words)
  })

  it('says so little of a quarter with 4 women that none can be found in it', () => {
    expect(printed([table('secured', { yes: 3, no: 1, unknown: 0 })]).secured).toEqual({
      yes: 'fewer than 5',
      no: 'fewer than 5',
      unknown: 'fewer than 5',
      total: 'fewer than 5',
    })
  })

  it('prints a region without a woman like one with few', () => {
    expect(printed([table('hnia', { in_4_days: 0, later: 0, not_recorded: 0 })]).hnia?.total).toBe(
      'fewer than 5',
    )
  })

  it('gives a cell nobody was counted in its place', () => {
    expect(Object.keys(printed([table('secured', { yes: 9 })]).secured ?? {}).sort()).toEqual([
      'no',
      'total',
      'unknown',
      'yes',
    ])
  })

  it('does not call seven referrals of three women fewer than 5, and does not show them', () => {
    const raw: RawTable = {
      id: 'decision_limits',
      cells: [
        { cell: 'inside', women: 30, count: 44 },
        { cell: 'outside', women: 3, count: 7 },
        { cell: 'total', women: 31, count: 51 },
      ],
    }
    expect(printed([raw]).decision_limits).toEqual({ inside: '45', outside: 'not shown', total: '50' })
  })

  it.each([
    [9, 'not shown'],
    [10, '3'],
  ])('prints a median of the days of %i women as %s', (women, words) => {
    const raw: RawTable = { id: 'decision_days', cells: [{ cell: 'median', women, count: 3 }] }
    expect(printed([raw], yearPeriod(2025)).decision_days).toEqual({ median: words })
  })

  it('neither hides nor rounds supply', () => {
    const raw: RawTable = { id: 'bed_nights', cells: [{ cell: 'women_only.free', women: 0, count: 3 }] }
    expect(printed([raw]).bed_nights?.['women_only.free']).toBe('3')
  })
})

describe('what is hidden so that another stays hidden', () => {
  it('hides one of 7 and 7, for 5, 5 and 20 would give the 4 away', () => {
    const { secured } = printed([table('secured', { yes: 7, no: 7, unknown: 4 })])
    expect(Object.values(secured ?? {}).sort()).toEqual(['20', '5', 'fewer than 5', 'not shown'])
    expect(secured?.total).toBe('20')
  })

  it('hides one of four times 8, for 10, 10, 10, 10 and 30 would give the 0 away', () => {
    const raw = table('need_by_police_area', {
      northumbria: 8,
      durham: 8,
      cleveland: 8,
      outside: 8,
      unknown: 0,
    })
    const cells = printed([raw], yearPeriod(2025)).need_by_police_area
    expect(Object.values(cells ?? {}).sort()).toEqual(['10', '10', '10', '30', 'fewer than 5', 'not shown'])
    expect(cells?.total).toBe('30')
  })

  it('guards what a quarter hid against the year that holds it', () => {
    const quarters = ([1, 2, 3, 4] as const).map(quarter => ({
      period: quarterPeriod(2025, quarter),
      tables: [table('coverage', { answered: 50, not_answered: quarter === 1 ? 4 : 7 })],
    }))
    const year = {
      period: yearPeriod(2025),
      tables: [table('coverage', { answered: 200, not_answered: 25 })],
    }
    const publications = quarters.map(each => ({
      ...{ period: each.period, version: 1, because: 'first' as const, isSynthetic: true },
      publishedAt: new Date('2026-05-01T09:00:00Z'),
      tables: Object.fromEntries(protect(each, NOTHING_BEFORE).tables.map(made => [made.id, made] as const)),
      leftOut: [],
    }))
    const { tables } = protect(year, { publications, counted: quarters })
    // 5, 5, 5 and fewer than 5 in quarters, 25 in the year: 21 to 25 at most, so that nothing is given away.
    expect(tables[0]?.cells.not_answered?.count).toEqual({ mark: 'count', value: 25 })
  })
})

describe('the closed list', () => {
  it.each<[string, TableId, Record<string, number>]>([
    ['a table', 'by_name' as TableId, { yes: 5 }],
    ['a period', 'need_by_authority', { E06000047: 5 }],
    ['a cell', 'secured', { maybe: 5 }],
  ])('refuses %s that is not on it', (_, id, counts) => {
    expect(() => printed([table(id, counts)])).toThrow('Not on the closed list')
  })

  it('refuses a table that does not add up', () => {
    const raw: RawTable = {
      id: 'secured',
      cells: [
        { cell: 'yes', women: 5, count: 5 },
        { cell: 'total', women: 6, count: 6 },
      ],
    }
    expect(() => printed([raw])).toThrow('do not add up')
  })
})
