import { FACTS } from './facts'
import { FAMILIES } from './families'
import { KINDS } from './kinds'
import { PLACES } from './places'
import { SENTENCES } from './sentences'
import type { TypedQuery } from './typed-query'

/** Everything people type that is looked at while the tables of words are written. */
export const AS_PEOPLE_TYPE: readonly TypedQuery[] = [
  ...PLACES,
  ...KINDS,
  ...FACTS,
  ...FAMILIES,
  ...SENTENCES,
]
