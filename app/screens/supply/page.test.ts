import { describe, expect, it } from 'vitest'
import type { SupplyCell } from '~/domain/report/supply'
import { SUPPLY_COLUMN_ORDER } from '~/domain/report/supply-columns'
import { supplyPage } from './page'

const CELL: Omit<SupplyCell, 'column'> = {
  outcome: 'yes',
  services: 1,
  beds: 12,
  free: 3,
  bedsNotConfirmed: 0,
  lastConfirmedAt: new Date('2026-11-20T09:00:00Z'),
  verifiedAt: new Date('2025-12-30T09:00:00Z'),
}

/** The page of one area: the same answer in every column, but for whether a woman from prison is taken. */
function page(all: Partial<SupplyCell>, fromPrison: Partial<SupplyCell> = all) {
  const cells = Object.fromEntries(
    SUPPLY_COLUMN_ORDER.map(column => [
      column,
      { ...CELL, column, ...(column === 'women_only_from_prison' ? fromPrison : all) },
    ]),
  ) as Record<SupplyCell['column'], SupplyCell>
  const asOf = new Date('2026-11-22T09:00:00Z')
  const { rows, areas } = supplyPage({
    rows: [{ authorityCode: 'E08000024', cells }],
    sentence: '',
    notConfirmed: null,
    asOf,
  })
  return { cell: rows[0]?.cells[0], area: areas[0] }
}

describe('a cell of the page of supply', () => {
  it('says what is free, and since when beds and policy are known', () => {
    expect(page({}).cell).toEqual({
      coverage: 'yes',
      details: ['12 beds, 3 free now', 'beds confirmed 20 Nov', 'policy verified 30 Dec 2025'],
    })
  })

  it('is not green over beds nobody has confirmed', () => {
    expect(page({ free: null }).cell).toMatchObject({
      coverage: 'unconfirmed',
      details: ['12 beds', 'last confirmed 20 Nov', 'policy verified 30 Dec 2025'],
    })
  })
})

describe('an area of the map of supply', () => {
  it('keeps what is refused apart from what nobody has confirmed', () => {
    expect(page({}, { outcome: 'none', services: 0 }).area).toMatchObject({
      tone: 'sand',
      about: 'not taken',
    })
    expect(page({}, { outcome: 'not_confirmed', services: 0 }).area?.tone).toBe('hatched')
    expect(page({ outcome: 'none', services: 0 }).area).toMatchObject({ tone: 'plain', about: 'none' })
  })

  it('is full only where beds are confirmed', () => {
    expect(page({}).area?.tone).toBe('strong')
    expect(page({}, { free: null }).area?.tone).toBe('middle')
  })
})
