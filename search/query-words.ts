import { tokenise } from './tokens'

/** The words of a search. With `prefix` the last one may be the beginning of a word: somebody is still typing it. */
export interface QueryWords {
  words: readonly string[]
  prefix: boolean
}

/** Words that say nothing of a service. Every other word must match, so these would only lose services. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at by do for from i in is it me my near of on or our that the there to we who with'.split(
    ' ',
  ),
)

/** Meilisearch looks at the first ten words; both engines do. */
const MOST_WORDS = 10
const MOST_CHARACTERS = 200
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/giu

/**
 * The words somebody typed, as both engines look for them: folded, without stop words and possessive endings, quotes and
 * hyphens meaning nothing (so that no input is an operator). A separator after the last word ends it.
 */
export function readWords(text: string): QueryWords {
  const typed = text.slice(0, MOST_CHARACTERS).replace(POSSESSIVE, ' ')
  const tokens = tokenise(typed)
  const meaningful = tokens.filter(token => !STOP_WORDS.has(token.word))
  const kept = (meaningful.length > 0 ? meaningful : tokens).slice(0, MOST_WORDS)
  const last = kept.at(-1)
  return {
    words: kept.map(token => token.word).filter(word => word !== ''),
    prefix: last !== undefined && last.end === typed.length,
  }
}

/** The words as one text for Meilisearch, where a space at the end turns prefix search off. */
export function wordsAsText({ words, prefix }: QueryWords): string {
  return words.join(' ') + (prefix || words.length === 0 ? '' : ' ')
}
