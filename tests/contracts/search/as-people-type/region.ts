import type { Property } from './property'

/** The twelve authorities, by their ONS codes. */
export const HARTLEPOOL = 'E06000001'
export const MIDDLESBROUGH = 'E06000002'
export const REDCAR = 'E06000003'
export const STOCKTON = 'E06000004'
export const DARLINGTON = 'E06000005'
export const DURHAM = 'E06000047'
export const NORTHUMBERLAND = 'E06000057'
export const NEWCASTLE = 'E08000021'
export const NORTH_TYNESIDE = 'E08000022'
export const SOUTH_TYNESIDE = 'E08000023'
export const SUNDERLAND = 'E08000024'
export const GATESHEAD = 'E08000037'

const TEES_VALLEY = [HARTLEPOOL, MIDDLESBROUGH, REDCAR, STOCKTON, DARLINGTON]
const TYNE_AND_WEAR = [NEWCASTLE, NORTH_TYNESIDE, SOUTH_TYNESIDE, SUNDERLAND, GATESHEAD]

/** Nowhere a bus goes to in an hour: what a search for one end of the region must not bring up of the other. */
export const FAR_FROM_TEES: Property = { outside: [...TEES_VALLEY, DURHAM] }
export const FAR_FROM_TYNE: Property = { outside: [...TYNE_AND_WEAR, DURHAM, NORTHUMBERLAND] }
export const FAR_FROM_DURHAM: Property = { outside: [...TYNE_AND_WEAR, ...TEES_VALLEY, DURHAM] }

export function inside(...authorities: string[]): Property {
  return { covers: authorities }
}
