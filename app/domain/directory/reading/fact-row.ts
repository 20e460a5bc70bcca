import type { Weight } from './reading'

/**
 * Words that are a fact. `words` are phrases with commas between; singular, plural, possessive and one slip are understood.
 * `required` narrows, `preferred` puts first; each entry is one fact, its tags (any of which will do) with spaces between.
 * `professionals` says what they get instead; where that alone is said, somebody signed out is told to ring and ask.
 */
export interface FactRow {
  chip: string
  words: string
  /** How much it matters; a wish is given up before a need. */
  weight: Weight
  required?: readonly string[]
  preferred?: readonly string[]
  professionals?: { required?: readonly string[]; preferred?: readonly string[] }
}
