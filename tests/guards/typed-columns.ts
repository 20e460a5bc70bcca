import { CASES } from './typed-columns/cases'
import { DIRECTORY } from './typed-columns/directory'
import { PEOPLE_AND_REGION } from './typed-columns/people-and-region'
import type { TypedColumns } from './typed-columns/typed-columns'

/** Every column that people fill in. A new one stands in no row and in no kind of untyped-columns.ts: the guard fails until it does. */
export const TYPED_COLUMNS: readonly TypedColumns[] = [...PEOPLE_AND_REGION, ...DIRECTORY, ...CASES]
