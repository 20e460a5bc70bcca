import type { TypedToken } from '../../words/typed-tokens'
import { ageBandsWithin } from '../age-bands'

interface AgeRead {
  chip: string
  bands: readonly string[]
  /** How many words it took. */
  length: number
}

const UNDER = ['under', 'below', 'younger']
const OVER = ['over', 'above', 'older']
const YEARS = /^(\d{2})(yo|yr|yrs|ys|s)?$/
const AFTER_YEARS = ['year', 'yr', 'yo', 'years', 'yrs']

/** An age somebody gives: 'under 25', 'over 50', '19 year old', '17yo', 'aged 42'. Of a child's age nothing is read. */
export function ageAt(tokens: readonly TypedToken[], from: number): AgeRead | null {
  const word = (step: number) => tokens[from + step]?.text ?? ''
  if (UNDER.includes(word(0)) || OVER.includes(word(0))) {
    const step = word(1) === 'than' ? 2 : 1
    const years = yearsIn(word(step))
    if (years === null) return null
    return UNDER.includes(word(0))
      ? { chip: `under ${years}`, bands: ageBandsWithin(null, years - 1), length: step + 1 }
      : { chip: `over ${years}`, bands: ageBandsWithin(years, null), length: step + 1 }
  }
  if (word(0) === 'aged' || word(0) === 'age') return exactly(yearsIn(word(1)), 2)
  const years = yearsIn(word(0))
  if (years === null) return null
  if (/[a-z]/.test(word(0))) return word(0).endsWith('s') ? null : exactly(years, 1)
  if (!AFTER_YEARS.includes(word(1))) return null
  return exactly(years, word(2) === 'old' ? 3 : 2)
}

const CHILDREN = new Set([
  ...['kid', 'child', 'son', 'daughter', 'boy', 'girl', 'bairn', 'baby', 'toddler', 'lad'],
  ...['grandson', 'granddaughter', 'grandchild', 'brother', 'sister', 'nephew', 'niece'],
])
const LOOKS_BACK = 3

/** Whether an age is a child's: 'kids under 18', 'a 17 year old son'. It says nothing of whom a place is for. */
export function isOfChild(tokens: readonly TypedToken[], at: number, { bands, length }: AgeRead): boolean {
  const before = tokens.slice(Math.max(0, at - LOOKS_BACK), at)
  const after = tokens[at + length]?.stem ?? ''
  return before.some(({ stem }) => CHILDREN.has(stem)) || (CHILDREN.has(after) && bands[0] === '16-17')
}

function exactly(years: number | null, length: number): AgeRead | null {
  return years === null ? null : { chip: `aged ${years}`, bands: ageBandsWithin(years, years), length }
}

function yearsIn(text: string): number | null {
  const years = Number(YEARS.exec(text)?.[1] ?? Number.NaN)
  return years >= 16 && years <= 99 ? years : null
}
