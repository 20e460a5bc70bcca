/** A word of a text: folded, with where it stands in the text and its place among the words. */
export interface Token {
  word: string
  start: number
  end: number
  position: number
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u
const CAMEL_CASE = /(?<=\p{Ll})(?=\p{Lu})/u
/** Most words hold nothing to fold but a capital in front, and nothing to cut. */
const PLAIN = /^[\x20-\x7e]*$/
const SIMPLE = /^[A-Za-z]?[a-z0-9]*$/
const SENTENCE_BREAKS = '.;,!?()[]{}|'
const SENTENCE_GAP = 8

const [GAP, BREAK, WORD] = [0, 1, 2]

/**
 * The words of a text as Meilisearch cuts them: at everything that is neither letter nor digit, and before a capital
 * inside a word. Words on two sides of a full stop or comma stand eight places apart, so that they make no phrase.
 * It reads a character at a time: every search marks its words in a page of texts.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  let broken = false
  for (let at = 0; at < text.length; at += 1) {
    const sort = sortAt(text, at)
    if (sort !== WORD) {
      broken ||= sort === BREAK
      continue
    }
    const end = endOfWord(text, at)
    if (broken && tokens.length > 0) position += SENTENCE_GAP - 1
    position = takeParts(tokens, text.slice(at, end), at, position)
    broken = false
    // What stands at the end of a word is in none, but may break a sentence.
    at = end - 1
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

/** Adds a word, or what it is cut into, and gives the position that is next. */
function takeParts(tokens: Token[], word: string, start: number, position: number): number {
  const parts = SIMPLE.test(word) ? [word] : word.split(CAMEL_CASE)
  let from = start
  for (const part of parts) {
    tokens.push({ word: fold(part), start: from, end: from + part.length, position })
    from += part.length
    position += 1
  }
  return position
}

function endOfWord(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && sortAt(text, end) === WORD) end += 1
  return end
}

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => sortOf(String.fromCharCode(code)))

/** What stands there: part of a word, a break between sentences, or another gap. */
function sortAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < ASCII.length) return ASCII[code] ?? GAP
  const isSecond = code >= 0xdc00 && code <= 0xdfff && isFirstOfPair(text.charCodeAt(at - 1))
  return sortOf(String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0))
}

function sortOf(character: string): number {
  if (WORD_CHARACTER.test(character)) return WORD
  return SENTENCE_BREAKS.includes(character) ? BREAK : GAP
}

/** Whether a code is the first of the two that a character outside the first 65,536 is written as. */
function isFirstOfPair(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}
