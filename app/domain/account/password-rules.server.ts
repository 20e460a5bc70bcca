import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** What a password may not be built of, besides what was found in breaches: phrases that everybody knows, and our own. */
const KNOWN_PHRASES = [
  'correcthorsebatterystaple',
  'correct horse battery staple',
  'thequickbrownfox',
  'the quick brown fox',
  'a fictional bed by the tyne',
  'throughgate',
]

/** Guesses below which a password is refused: the bar of the library's best score. */
const LEAST_SCORE = 4
/** What makes a long password weak shows in its beginning, and judging takes longer the longer it is. */
const JUDGED_LETTERS = 40

const TOO_EASY =
  'This password is easy to guess. Use three or more words that have nothing to do with each other'
const SAYS_WHO =
  'This password is built of your name, your email address, your organisation or Throughgate. Use words that have nothing to do with you'

let estimator: ZxcvbnFactory | undefined

/**
 * Why a new password may not be used, in words; null where it may. Judged on this machine alone, by a list of 49,000 passwords found in
 * breaches and by how it is built: repeats, rows of keys, runs of numbers, and whose it is.
 * @param about what belongs to the person: name, email address, organisation
 */
export function whyTooEasy(password: string, about: readonly string[]): string | null {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, known: KNOWN_PHRASES },
    graphs: adjacencyGraphs,
  })
  const judged = password.normalize('NFKC').slice(0, JUDGED_LETTERS)
  const { score } = estimator.check(judged, wordsOf(about))
  if (score >= LEAST_SCORE) return null
  return estimator.check(judged).score >= LEAST_SCORE ? SAYS_WHO : TOO_EASY
}

/** Each whole, and each of its words of three letters or more. */
function wordsOf(about: readonly string[]): string[] {
  return about.flatMap(each => [each, ...each.split(/[^\p{L}\p{N}]+/u).filter(word => word.length >= 3)])
}
