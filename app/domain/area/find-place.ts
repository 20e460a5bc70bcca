import { typedTokens } from '../words/typed-tokens'
import type { Place } from './place'
import { placeTable } from './place-names'
import { postcodesIn } from './postcode'

/** What people write around the name of a place in a box that asks for one. */
const AROUND = new Set(['near', 'in', 'at', 'around', 'council', 'city', 'the', 'of', 'town'])

const table = placeTable(new Set(AROUND))

/**
 * The place a person typed into a box for one: a postcode, a sector or a district (its centre stands for it), a prison, a
 * town or an authority, with one slip. Null when the region holds no such place, or more is typed than a place.
 */
export function findPlace(text: string): Place | null {
  const [postcode] = postcodesIn(text)
  if (postcode) return postcode.text.replace(/ /g, '') === folded(text) ? postcode.place : null
  const tokens = typedTokens(text)
  for (let from = 0; from < tokens.length; from += 1) {
    const found = table.at(tokens, from)
    if (!found) {
      if (AROUND.has(tokens[from]?.text ?? '')) continue
      return null
    }
    const rest = tokens.slice(from + found.length)
    return rest.every(({ text: word }) => AROUND.has(word)) ? found.meaning : null
  }
  return null
}

function folded(text: string): string {
  return text.replace(/[^a-z0-9]/gi, '').toUpperCase()
}
