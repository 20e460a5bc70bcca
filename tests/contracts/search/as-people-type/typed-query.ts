import type { Property } from './property'

/** Who types, and what each may see: resettlement officers and councils are signed in, everybody else is not. */
export const AUDIENCE_OF = {
  officer: 'professional',
  council: 'professional',
  probation: 'public',
  adviser: 'public',
  mother: 'public',
  father: 'public',
  partner: 'public',
  relative: 'public',
  herself: 'public',
  himself: 'public',
} as const

type Typist = keyof typeof AUDIENCE_OF

/**
 * Something people type into the box, and what a person who knows the region would hold of the first five services shown.
 * Something must always be shown. `first`: the first has it. `some`: each is had by one of them at least. `most`: each is
 * had by more than half of them. `all`: each is had by every one. `none`: no one has any of them.
 */
export interface TypedQuery {
  typed: string
  by: Typist
  first?: Property
  some?: readonly Property[]
  most?: readonly Property[]
  all?: readonly Property[]
  none?: readonly Property[]
}
