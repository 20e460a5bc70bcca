import { synonyms } from '../synonyms'
import { tokenise } from '../tokens'
import { forgivenTypos, typosBetween } from '../typo-distance'
import type { Posting, WordIndex } from './word-index'

/** Something in the index that stands for what was typed: a word, or words side by side. */
export interface Derivation {
  words: readonly string[]
  posting: Posting
  typos: number
  exact: boolean
}

/** What may stand for a stretch of one to three typed words, written together when they are several. */
export interface Stretch {
  words: readonly string[]
  prefix: boolean
  typoTolerance: boolean
}

/**
 * Everything in the index that a stretch of typed words may mean: the word itself, words it begins, words it was
 * mistyped for, its synonyms, and itself cut in two. Writing several words as one costs a typo for each joint.
 */
export function derivationsOf(index: WordIndex, stretch: Stretch): Derivation[] {
  const joints = stretch.words.length - 1
  const joined = stretch.words.join('')
  const forgiven = stretch.typoTolerance ? Math.max(0, forgivenTypos(joined) - joints) : 0
  const derivations = [...synonymsOf(index, stretch.words.join(' '))]
  for (const [word, typos] of wordsLike(index, joined, forgiven, stretch.prefix)) {
    const posting = index.posting(word)
    const exact = joints === 0 && word === joined
    if (posting) derivations.push({ words: [word], posting, typos: typos + joints, exact })
  }
  return joints === 0 ? [...derivations, ...cutInTwo(index, joined)] : derivations
}

function wordsLike(index: WordIndex, typed: string, forgiven: number, prefix: boolean): Map<string, number> {
  const found = new Map<string, number>()
  if (index.posting(typed)) found.set(typed, 0)
  if (prefix) for (const word of index.wordsFrom(typed)) found.set(word, 0)
  if (forgiven === 0) return found
  const candidates = [...index.wordsOfLetter(typed.charAt(0))]
  if (forgiven === 2) candidates.push(...otherBeginnings(index, typed, prefix))
  for (const word of candidates) {
    const typos = found.has(word) ? Infinity : typosBetween(typed, word, forgiven, prefix)
    if (typos !== Infinity) found.set(word, typos)
  }
  return found
}

/** Words one error away at the very beginning: a first letter wrong, added, missing, or swapped with the second. */
function* otherBeginnings(index: WordIndex, typed: string, prefix: boolean): Iterable<string> {
  const rest = typed.slice(1)
  const spellings = [rest, typed.charAt(1) + typed.charAt(0) + typed.slice(2)]
  for (const letter of index.letters()) spellings.push(letter + rest, letter + typed)
  for (const spelling of spellings) {
    if (prefix) yield* index.wordsFrom(spelling)
    else if (index.posting(spelling)) yield spelling
  }
}

function* synonymsOf(index: WordIndex, typed: string): Iterable<Derivation> {
  for (const meaning of Object.hasOwn(synonyms, typed) ? (synonyms[typed] ?? []) : []) {
    const words = tokenise(meaning).map(token => token.word)
    yield { words, posting: index.phrase(words), typos: 0, exact: false }
  }
}

/** "nightstop" for "night stop": the cut that most services hold. It costs one typo. */
function cutInTwo(index: WordIndex, typed: string): Derivation[] {
  let best: Derivation | null = null
  for (let at = 1; at < typed.length; at += 1) {
    const words = [typed.slice(0, at), typed.slice(at)]
    const posting = index.phrase(words)
    if (posting.size > (best?.posting.size ?? 0)) best = { words, posting, typos: 1, exact: false }
  }
  return best === null ? [] : [best]
}
