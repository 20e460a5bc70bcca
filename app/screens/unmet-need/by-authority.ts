import { authorities } from '~/domain/area/region'
import {
  type Publication,
  publishedCell,
  type PublishedValue,
  valueWords,
} from '~/domain/unmet-need/published'
import type { AreaShown } from '~/ui/map/region-outline'
import { href } from '~/paths'
import { type PublishedAs, publishedAs, type Version } from './published-as'

/** The three counts of a row, as printed. */
interface AreaCounts {
  name: string
  need: string
  secured: string
  unmet: string
}

interface AuthorityLine extends AreaCounts {
  code: string
  href: string
}

export interface ByAuthority {
  published: PublishedAs
  lines: AuthorityLine[]
  /** Women whose home is in no authority of the region, and all. */
  others: AreaCounts[]
  areas: AreaShown[]
}

/** From how many women on an area is filled how; fewer than 5 is left plain, what is not shown is hatched. */
const TONES = [
  { from: 20, tone: 'strong' },
  { from: 10, tone: 'middle' },
  { from: 5, tone: 'sand' },
] as const

/** Counts by authority of home of one publication, in the order of their names, and the map of those not housed. */
export function byAuthority(
  pool: Publication,
  listed: readonly Version[],
  page: Pick<Publication, 'isSynthetic'>,
): ByAuthority {
  const lines = authorities.map(({ code, name }) => ({
    code,
    href: href('unmet-need/authorities/:code', { code }),
    ...countsOf(pool, code, name),
  }))
  const areas = lines.map(({ code, name, href: address, unmet }) => ({
    code,
    name,
    href: address,
    about: `${unmet} not housed`,
    tone: toneOf(valueAt(pool, 'unmet_by_authority', code)),
  }))
  const others = [
    ['outside', 'Outside the region'],
    ['unknown', 'Home not known'],
    ['total', 'All'],
  ] as const
  const published = publishedAs(pool, listed)
  // Said once a page, and where the page's own figures are real.
  return {
    published: { ...published, isSynthetic: pool.isSynthetic && !page.isSynthetic },
    lines,
    others: others.map(([cell, name]) => countsOf(pool, cell, name)),
    areas,
  }
}

function countsOf(pool: Publication, cell: string, name: string): AreaCounts {
  return {
    name,
    need: wordsOf(valueAt(pool, 'need_by_authority', cell)),
    secured: wordsOf(valueAt(pool, 'secured_by_authority', cell)),
    unmet: wordsOf(valueAt(pool, 'unmet_by_authority', cell)),
  }
}

/** The published count of a cell, or null where it is not published. */
export function valueAt(
  publication: Publication,
  table: Parameters<typeof publishedCell>[1],
  cell: string,
): PublishedValue | null {
  return publishedCell(publication, table, cell)?.count ?? null
}

export function wordsOf(value: PublishedValue | null): string {
  return value ? valueWords(value) : 'not published'
}

function toneOf(value: PublishedValue | null): AreaShown['tone'] {
  if (value?.mark === 'few') return 'plain'
  if (value?.value == null) return 'hatched'
  const count = value.value
  return TONES.find(({ from }) => count >= from)?.tone ?? 'plain'
}
