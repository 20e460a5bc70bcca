import { describe, expect, it } from 'vitest'
import { cellLabel, cellsOf } from './cell-words'
import { PUBLISHABLE_TABLES, type TableId } from './publishable-tables'

const TABLES = Object.keys(PUBLISHABLE_TABLES) as TableId[]

describe('the words of a cell', () => {
  it.each(TABLES)('are said of every cell of %s, and none shows its code', table => {
    for (const cell of cellsOf(table)) expect(cellLabel(table, cell)).toMatch(/^[A-Z“][^_]+$/)
  })

  it('are the field’s own', () => {
    expect(cellLabel('reasons', 'capacity.no_women_only_bed')).toBe('No women-only bed')
    expect(cellLabel('need_by_authority', 'E08000024')).toBe('Sunderland')
    expect(cellLabel('need_by_authority', 'outside')).toBe('Outside the region')
    expect(cellLabel('route', 'cas')).toBe('Probation (approved premises or CAS)')
  })

  it('stand for twelve authorities, and for homes in none', () => {
    expect(cellsOf('need_by_authority')).toHaveLength(14)
    expect(cellsOf('need_by_police_area')).toEqual([
      'durham',
      'northumbria',
      'cleveland',
      'outside',
      'unknown',
    ])
  })
})
