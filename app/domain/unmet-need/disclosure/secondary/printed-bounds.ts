import type { PublishedCell, PublishedValue } from '../../published'
import { FEWEST } from '../few-or-nearest-5'
import type { Unit } from './numbers'

const ROUNDED_BY = 2

/** The whole numbers that may stand behind what is printed. "Not shown" is more than "fewer than 5": that would be said. */
export function boundsOf({ mark, value }: PublishedValue): { least: number; most: number } {
  if (mark === 'few') return { least: 0, most: FEWEST - 1 }
  if (mark === 'hidden' || value === null) return { least: FEWEST, most: Infinity }
  return { least: Math.max(FEWEST, value - ROUNDED_BY), most: value + ROUNDED_BY }
}

/** What a cell prints, number by number. */
export function printedOf(cell: PublishedCell): { unit: Unit; printed: PublishedValue }[] {
  const count = { unit: 'count' as const, printed: cell.count }
  return cell.women ? [count, { unit: 'women' as const, printed: cell.women }] : [count]
}
