import { tokenise } from '@search/tokens'

/** A word as it was typed, where it stands, and its stem: what its singular, plural and possessive have in common. */
export interface TypedToken {
  text: string
  stem: string
  start: number
  end: number
}

/** No plain object: 'constructor' is a word that somebody may type. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['women', 'woman'],
  ['womens', 'woman'],
  ['men', 'man'],
  ['mens', 'man'],
  ['children', 'child'],
  ['childrens', 'child'],
  ['wives', 'wife'],
  ['lives', 'live'],
  ['bus', 'bus'],
  ['gas', 'gas'],
  ['1st', 'first'],
  ['2nd', 'second'],
])

/**
 * The words of a query. What follows an apostrophe alone ('women’s', 'mum's') belongs to the word before it, and the end of
 * a denial is part of the word: 'can’t' is 'cant', and not 'can'.
 */
export function typedTokens(text: string): TypedToken[] {
  const tokens: TypedToken[] = []
  for (const { word, start, end } of tokenise(text)) {
    const last = tokens.at(-1)
    if (last && /^['’]$/.test(text.slice(last.end, start)) && word.length <= 2) {
      last.end = end
      if (word === 't') last.stem = last.text += word
    } else tokens.push({ text: word, stem: stemOf(word), start, end })
  }
  return tokens
}

/** 'dogs' and 'dog' are 'dog'; 'babies' is 'baby'; 'women', 'womens' are 'woman'. Folded words alone. */
function stemOf(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular) return irregular
  if (/\d/.test(word) || word.length <= 3 || word.endsWith('ss') || word.endsWith('us')) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** The stems of a phrase of a table, as a query's are compared with it. */
export function stemsOf(phrase: string): string[] {
  return typedTokens(phrase).map(token => token.stem)
}
