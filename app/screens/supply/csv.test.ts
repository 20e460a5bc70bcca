import { describe, expect, it } from 'vitest'
import type { SupplyCell, SupplyOutcome } from '~/domain/report/supply'
import { SUPPLY_COLUMN_ORDER } from '~/domain/report/supply-columns'
import { supplyCsv } from './csv'
import { supplyPage } from './page'

const COUNTED = { services: 1, lastConfirmedAt: null, verifiedAt: null }

function reportOf(outcome: SupplyOutcome, beds: number, free: number | null) {
  const cells = Object.fromEntries(
    SUPPLY_COLUMN_ORDER.map(column => [
      column,
      { ...COUNTED, column, outcome, beds, free, bedsNotConfirmed: free === null ? beds : 0 },
    ]),
  ) as Record<SupplyCell['column'], SupplyCell>
  const rows = [{ authorityCode: 'E08000024', cells }]
  return { rows, sentence: '', notConfirmed: null, asOf: new Date('2026-11-22T09:00:00Z') }
}

describe('the file of supply', () => {
  it.each([
    ['yes', 12, 3, 'yes', 'yes'],
    ['yes', 12, null, 'unconfirmed', '"yes, beds not confirmed"'],
    ['stale', 12, 3, 'stale', 'stale'],
  ] as const)('says of %s over %d beds, %s free, what the page says', (outcome, beds, free, shown, said) => {
    const report = reportOf(outcome, beds, free)
    const [headings, line] = supplyCsv(report).split('\r\n')
    expect(supplyPage(report).rows[0]?.cells[0]?.coverage).toBe(shown)
    expect(headings).not.toContain('Services,')
    expect(line).toContain(`Women-only supported housing,${said},${beds},`)
  })
})
