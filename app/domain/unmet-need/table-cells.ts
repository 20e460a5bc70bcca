import { authorities } from '../area/region'
import { type TableId, tableSpec } from './publishable-tables'

/** Of a woman whose home is not in the region, or not known. */
const NO_AUTHORITY = ['outside', 'unknown']

/** The code of an authority's police-force area: 'cleveland', 'durham', 'northumbria'. Null outside the region. */
export function policeAreaOf(authorityCode: string): string | null {
  const authority = authorities.find(each => each.code === authorityCode)
  return authority ? areaCode(authority.policeForce) : null
}

const LISTS = {
  authorities: [...authorities.map(each => each.code), ...NO_AUTHORITY],
  police_areas: [...new Set(authorities.map(each => areaCode(each.policeForce))), ...NO_AUTHORITY],
} as const

/** Lists that are kept elsewhere hold codes, and never a word somebody typed. */
const CODE = /^[a-z0-9_+.-]{1,60}$/

/** Whether the closed list has this cell of this table; 'total' is one of every table that adds up. */
export function isCellOf(id: TableId, cell: string): boolean {
  const { cells, adds } = tableSpec(id)
  if (cell === 'total') return adds !== 'single'
  if (cells === 'authorities' || cells === 'police_areas') return LISTS[cells].includes(cell)
  return typeof cells === 'string' ? CODE.test(cell) : cells.includes(cell)
}

function areaCode(policeForce: string): string {
  return policeForce.split(' ')[0]?.toLowerCase() ?? ''
}
