import type { TableSpec } from '../publishable-tables'
import type { PublishedCell } from '../published'
import type { RawCell } from '../raw-table'

/**
 * Step 3: how often something happened is shown only where enough women are behind it: 5, and 10 behind a median. Seven referrals
 * of three women are not "fewer than 5" and are not shown either.
 */
export function withEnoughWomen(printed: PublishedCell, raw: RawCell, spec: TableSpec): PublishedCell {
  if (spec.isSupply || raw.women >= spec.fewest || printed.count.mark === 'few') return printed
  return { ...printed, count: { mark: 'hidden', value: null } }
}
