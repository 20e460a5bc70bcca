import { authorities } from '../area/region'
import { type TableId, tableSpec } from './publishable-tables'

/** Of a woman whose home is not in the region, or not known. */
const NO_AUTHORITY = ['outside', 'unknown']

/** The code of an authority's police-force area: 'cleveland', 'durham', 'northumbria'. Null outside the region. */
export function policeAreaOf(authorityCode: string): string | null {
  const authority = authorities.find(each => each.code === authorityCode)
  return authority ? areaCode(authority.policeForce) : null
}

/** The authorities by name, then those women whose home is in none. */
export const AUTHORITY_CELLS: readonly string[] = [...authorities.map(each => each.code), ...NO_AUTHORITY]

export const POLICE_AREA_CELLS: readonly string[] = [
  ...new Set(authorities.map(each => areaCode(each.policeForce))),
  ...NO_AUTHORITY,
]

const LISTS = { authorities: AUTHORITY_CELLS, police_areas: POLICE_AREA_CELLS } as const

/** Lists that are kept elsewhere hold codes, and never a word somebody typed. */
const CODE = /^[a-z0-9_+.-]{1,60}$/

/** The cells of a table that are listed here, without its total; none where its list is kept elsewhere. */
export function cellsListed(id: TableId): readonly string[] {
  const { cells } = tableSpec(id)
  if (cells === 'authorities' || cells === 'police_areas') return LISTS[cells]
  return typeof cells === 'string' ? [] : cells
}

/** Whether the closed list has this cell of this table; 'total' is one of every table that adds up. */
export function isCellOf(id: TableId, cell: string): boolean {
  const { cells, adds } = tableSpec(id)
  if (cell === 'total') return adds !== 'single'
  const listed = cellsListed(id)
  return listed.length > 0 ? listed.includes(cell) : typeof cells === 'string' && CODE.test(cell)
}

function areaCode(policeForce: string): string {
  return policeForce.split(' ')[0]?.toLowerCase() ?? ''
}
