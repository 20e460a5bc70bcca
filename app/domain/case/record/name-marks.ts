import type { KeyRing } from '@db/encryption/key-ring'
import type { CaseIdentity } from './case-identity.server'
import { nameReadings, namesIn } from './names-the-person'
import { tidyNumber } from './person-case'
import { forgivenTypos, typosBetween } from '@search/typo-distance'

/**
 * The marks by which a team finds a case: of each word of the name its first letters, and of the CRN all of it, each under a key of
 * its own and for that team alone. No name can be read from them, and the same name at two prisons has two marks.
 */

/** As many letters of a word as a mark is made of; what is typed beyond is compared with the name itself, once that is opened. */
const LETTERS = 3
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
const SHORTEST_BESIDE = 4

/** The marks of a case. */
export function marksOf(
  keys: KeyRing,
  organisationId: string,
  { name, crn }: Pick<CaseIdentity, 'name' | 'crn'>,
): Buffer[] {
  const marks = marksOfWords(keys, organisationId, wordsOf(name))
  return crn === null ? marks : [...marks, crnMark(keys, organisationId, crn)]
}

/** The marks that a case has which answers to typed words, for each way of reading them. None where there is no word to go by. */
export function marksSought(keys: KeyRing, organisationId: string, typed: string): Buffer[][] {
  return readingsOf(typed).map(words => marksOfWords(keys, organisationId, words))
}

/**
 * The same where a slip may lie in the letters a mark is made of: of all words but one, for each that is long enough to have a slip. None
 * where one word alone was typed, for then there is nothing else to go by.
 */
export function marksBesideASlip(keys: KeyRing, organisationId: string, typed: string): Buffer[][] {
  return readingsOf(typed).flatMap(words =>
    words.flatMap((word, at) => {
      const others = words.filter((_, nth) => nth !== at)
      return others.length > 0 && slipsForgiven(word, words) > 0
        ? [marksOfWords(keys, organisationId, others)]
        : []
    }),
  )
}

/** Where one word alone was typed: the marks of which a case has one whose name has that word with a slip. None for more words, or a short one. */
export function marksASlipAway(keys: KeyRing, organisationId: string, typed: string): Buffer[] {
  const alone = readingsOf(typed).flatMap(([word = '', ...others]) =>
    others.length === 0 && slipsForgiven(word, [word]) > 0 ? [word] : [],
  )
  return marksOfWords(keys, organisationId, alone.flatMap(startsASlipAway))
}

/** The first three letters that a word may have which was typed with one slip, the first letter right. */
function startsASlipAway([a = '', b = '', c = '', d = '']: string): string[] {
  const wrongOrMissing = [...ALPHABET].flatMap(any => [a + any + c, a + any + b, a + b + any])
  return [...wrongOrMissing, a + c + b, a + c + d]
}

/** True where each typed word begins a word of the name. */
export function answersTo(typed: string, name: string): boolean {
  const words = wordsOf(name)
  return readingsOf(typed).some(each => each.every(start => words.some(word => word.startsWith(start))))
}

/** The same with one slip in a word long enough: a letter wrong, missing, added or swapped, and not the first. */
export function nearlyAnswersTo(typed: string, name: string): boolean {
  const words = wordsOf(name)
  return readingsOf(typed).some(each => {
    const slips = (start: string) =>
      Math.min(...words.map(word => typosBetween(start, word, slipsForgiven(start, each), true)))
    return each.reduce((sum, start) => sum + slips(start), 0) <= 1
  })
}

/** One in a word of five letters, or of four beside another: alone so few letters may be anybody's. */
function slipsForgiven(word: string, among: readonly string[]): number {
  return among.length > 1 && word.length === SHORTEST_BESIDE ? 1 : Math.min(1, forgivenTypos(word))
}

export function crnMark(keys: KeyRing, organisationId: string, crn: string): Buffer {
  return keys.mark(organisationId, `crn ${tidyNumber(crn)}`)
}

function marksOfWords(keys: KeyRing, organisationId: string, words: readonly string[]): Buffer[] {
  const starts = new Set(words.map(word => word.slice(0, LETTERS)))
  return [...starts].map(start => keys.mark(organisationId, `name ${start}`))
}

function readingsOf(typed: string): string[][] {
  return nameReadings(typed).filter(words => words.length > 0)
}

/** The words of a name in every reading; 'O’Shea' is found by 'Shea' too. */
function wordsOf(name: string): string[] {
  return [...new Set([...namesIn(name), ...namesIn(name.replace(/[^\p{L}\p{M}\s]/gu, ' '))])]
}
