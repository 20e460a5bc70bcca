/** A word of a text: folded, with where it stands in the text and its place among the words. */
export interface Token {
  word: string
  start: number
  end: number
  position: number
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const CAMEL_CASE = /(?<=\p{Ll})(?=\p{Lu})/u
/** Most words hold nothing to fold, or to cut. */
const PLAIN = /^[\x20-\x7e]*$/
const LOWER = /^[a-z0-9]+$/
const SENTENCE_BREAK = /[.;,!?()[\]{}|]/
const SENTENCE_GAP = 8

/**
 * The words of a text as Meilisearch cuts them: at everything that is neither letter nor digit, and before a capital
 * inside a word. Words on two sides of a full stop or comma stand eight places apart, so that they make no phrase.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let position = -1
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const broken = tokens.length > 0 && SENTENCE_BREAK.test(text.slice(end, match.index))
    position += broken ? SENTENCE_GAP : 1
    for (const part of partsOf(match[0], match.index)) {
      tokens.push({ ...part, position })
      position += 1
    }
    position -= 1
    end = match.index + match[0].length
  }
  return tokens
}

/** The words of a text as one text, folded: two names that read the same are the same. */
export function wordsOf(text: string): string {
  return tokenise(text)
    .map(token => token.word)
    .join(' ')
}

/** Lower case, without accents, compatibility forms made plain. */
function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function partsOf(word: string, at: number): Omit<Token, 'position'>[] {
  if (LOWER.test(word)) return [{ word, start: at, end: at + word.length }]
  const parts: Omit<Token, 'position'>[] = []
  let start = at
  for (const part of word.split(CAMEL_CASE)) {
    parts.push({ word: fold(part), start, end: start + part.length })
    start += part.length
  }
  return parts
}
