import { SUPPLY_CRITERIA, type SupplyCriterion } from './criteria'
import { SUPPLY_PLACES, type SupplyPlace } from './places'

/** What a cell asks of the services of an authority: a kind of place, and everything it must say yes to. */
export interface SupplyAsked {
  place: SupplyPlace
  asks: readonly SupplyCriterion[]
}

interface ColumnFacts extends SupplyAsked {
  label: string
}

/** The combinations that always stand (product.md, "Coverage matrix"). */
export const SUPPLY_COLUMNS = {
  women_only: { label: 'Women-only supported housing', place: 'women_only', asks: [] },
  women_only_from_prison: {
    label: 'Women-only and takes her from prison',
    place: 'women_only',
    asks: ['from_prison'],
  },
  from_prison: { label: 'Takes women from prison', place: 'any', asks: ['from_prison'] },
  with_children: { label: 'With her children', place: 'any', asks: ['children'] },
  couples: { label: 'Couples', place: 'any', asks: ['couple'] },
  complex_needs: { label: 'Complex needs', place: 'any', asks: ['complex_needs'] },
  women_only_prison_children: {
    label: 'Women-only, prison and children',
    place: 'women_only',
    asks: ['from_prison', 'children'],
  },
  refuge: { label: 'Refuge', place: 'refuge', asks: [] },
  step_free: { label: 'Step-free', place: 'any', asks: ['step_free'] },
} as const satisfies Record<string, ColumnFacts>

export type SupplyColumn = keyof typeof SUPPLY_COLUMNS

export const SUPPLY_COLUMN_CODES = Object.keys(SUPPLY_COLUMNS) as readonly SupplyColumn[]

/** What somebody asks of the whole matrix. */
export interface SupplyQuestion {
  /** She comes from prison: asked in every column that could be. */
  fromPrison: boolean
  /** A combination of her own choosing, beside the standing columns; null where none is chosen. */
  chosen: SupplyAsked | null
}

/** The question is where a woman from prison can go. */
export const USUAL_QUESTION: SupplyQuestion = { fromPrison: true, chosen: null }

/** The columns of the coverage matrix in their order. */
export const MATRIX_COLUMNS: readonly SupplyColumn[] = [
  'women_only',
  'women_only_from_prison',
  'from_prison',
  'with_children',
  'complex_needs',
  'couples',
  'refuge',
]

/** The nine cells of one authority, three in a row. */
export const GRID_COLUMNS: readonly SupplyColumn[] = [
  'women_only',
  'women_only_from_prison',
  'from_prison',
  'with_children',
  'couples',
  'complex_needs',
  'women_only_prison_children',
  'refuge',
  'step_free',
]

/** Whether there is women-only housing at all is asked before whom it takes; every other column may be asked for a woman from prison. */
const ASKED_OF_ALL: readonly SupplyColumn[] = ['women_only']

/** What a standing column asks; from prison as well where the reader asks so. */
export function askedOf(column: SupplyColumn, fromPrison: boolean): SupplyAsked {
  const { place, asks } = SUPPLY_COLUMNS[column]
  if (!fromPrison || ASKED_OF_ALL.includes(column)) return { place, asks }
  return { place, asks: [...new Set<SupplyCriterion>(['from_prison', ...asks])] }
}

/** What is asked, in words: 'Women-only supported housing: from prison, with children'. */
export function askedInWords({ place, asks }: SupplyAsked): string {
  const words = asks.map(code => SUPPLY_CRITERIA[code].label).join(', ')
  return words === '' ? SUPPLY_PLACES[place].label : `${SUPPLY_PLACES[place].label}: ${words}`
}
