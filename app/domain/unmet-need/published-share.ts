import type { PublishedValue } from './published'

/** Fewest women a share may be of, and fewest that it and what remains may count (product.md, "What may be published", step 4). */
const DENOMINATOR_FROM = 20
const PART_FROM = 5

/** A share in whole per cent, or why there is none. */
export type PublishedShare = { percent: number } | { percent: null; because: string }

/** The share of a whole that a part is, from their published numbers alone. */
export function publishedShare(part: PublishedValue | null, whole: PublishedValue | null): PublishedShare {
  if (!part || !whole) return { percent: null, because: 'not published' }
  if (whole.value === null || part.value === null)
    return { percent: null, because: part.mark === 'few' ? 'fewer than 5' : 'not shown' }
  if (whole.value < DENOMINATOR_FROM) return { percent: null, because: `of fewer than ${DENOMINATOR_FROM}` }
  if (part.value < PART_FROM) return { percent: null, because: 'fewer than 5' }
  if (whole.value - part.value < PART_FROM) return { percent: null, because: 'all but a few' }
  return { percent: Math.round((100 * part.value) / whole.value) }
}
