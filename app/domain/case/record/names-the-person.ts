import type { CaseIdentity } from './case-identity.server'
import { ordinalsInFigures, writtenDays } from './written-days'

/** Names that are words as well: found only where they are written as names are, with a capital. */
const WORDS_TOO: ReadonlySet<string> = new Set(
  `able amber angel april art ash august autumn baker bank banks barber bell berry best bird bishop black blossom blue
  bond boy bridge brook brooks brown burns bush butcher carpenter carter chance chase church clay clear close coat cole
  cook cooper cotton crane cross dale dawn day dean dear drew duke early east eden english faith fern field fields fish
  fisher flint flower ford forest forth fox frank free friend frost garden gates gay glass gold good grace grant gray
  green grey grove guest hall hand hardy harmony harper haven hazel heath heather hill hills hunt hunter holly home hood
  hope house iris ivy jade jewel job joy july june justice key kind king kings knight lace lake lane law lily little
  long love low lucky man mark mason may melody mercy mill miller mills mine moon moor more moss new noble north oak
  olive page park parks pearl penny pepper piper poor pope pool poppy power price prince queen rain ray reed rich rise
  river rivers robin rock rose rosemary rowan ruby rush sage sandy savage sharp shepherd short singer skinner sky small
  smart smith snow south speed spring star steel still stone storm street strong summer sunny swan swift taylor temple
  thorn trinity turner van viola violet wall walker ward waters way weaver weeks well wells west white wild will willow
  winter wise wolf wood woods word worth wren young your`
    .trim()
    .split(/\s+/),
)
/** Written with a capital at the start of any sentence: such a name cannot be told from the word. */
const NEVER_TOLD: ReadonlySet<string> = new Set(
  'am an as at be by do go he if in is it me my no of on or so to up us we and any for the'.split(' '),
)
const SHORTEST_IN_SMALL_LETTERS = 3
const SHORTEST_WHOLE_NAME = 5

/** 'O'Shea' is written 'O Shea', and 'McKay' 'Mc Kay'. */
const PREFIX = /^(o|mc|mac|fitz|de|di|da|la|le|al|el)(?=\p{L}{3})/u

/** Letters that Unicode does not take apart into a plain one and its accent. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  Æ: 'Ae',
  Đ: 'D',
  Ð: 'D',
  Ł: 'L',
  Ø: 'O',
  Œ: 'Oe',
  Þ: 'Th',
}
const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const MARKS = /[\p{Mn}\p{Cf}]/gu
const APOSTROPHES = /['’‘‛ʼʻʹ′`´＇]/gu

/**
 * True when words tell who the person is: a name or a part of it, the prison number, the CRN or the date of birth, in any
 * spelling. Both sides are folded alike: accents, apostrophes, hyphens, spaces, capitals. Words that only mean the person
 * ("her mother's house") are not found, nor a name that is a word as well where it is written small.
 */
export function namesThePerson(words: string, identity: CaseIdentity): boolean {
  const { name, prisonNumber, crn, dateOfBirth } = identity
  const plain = joinSpelled(plainLetters(words))
  // An apostrophe belongs to a name or ends it: 'O’Shea' and 'Petra’s'.
  const readings = [plain.replace(APOSTROPHES, ''), plain.replace(APOSTROPHES, ' ')]
  const told = [prisonNumber, crn].filter(each => each !== null).map(lettersAndFigures)
  const run = lettersAndFigures(plain)
  if (told.some(each => run.includes(each))) return true
  if (readings.some(each => writtenDays(dateOfBirth).test(ordinalsInFigures(each.toLowerCase())))) return true
  return namesIn(name).some(part => readings.some(each => isNamed(each, part))) || holdsWholeName(run, name)
}

/** True when words hold a name whole, its parts one after the other, in any spelling: where one part alone may be any word. */
export function holdsTheName(words: string, name: string): boolean {
  return holdsWholeName(lettersAndFigures(joinSpelled(plainLetters(words))), name)
}

function holdsWholeName(run: string, name: string): boolean {
  const whole = lettersAndFigures(plainLetters(name))
  return whole.length >= SHORTEST_WHOLE_NAME && run.includes(whole)
}

/** The parts of a name in plain small letters, and those of a double-barrelled one: 'o’shea-ward' gives 'oshea' and 'ward' too. */
export function namesIn(name: string): string[] {
  return [...new Set(nameReadings(name).flat())]
}

/** The ways to read a name, each as its words in plain small letters: 'Zoë O Shea' is 'zoe', 'shea' and 'zoe', 'oshea'. */
export function nameReadings(name: string): string[][] {
  const joined = name.replace(/(?<!\p{L})(o|mc|mac|fitz)\s+(?=\p{L})/giu, '$1')
  const spellings = [
    name,
    joined,
    name.toLowerCase().replace(/[äöüåø]/gu, letter => TWO_LETTERS[letter] ?? letter),
  ]
  return spellings.map(each =>
    plainLetters(each)
      .replace(APOSTROPHES, '')
      .split(/[^\p{L}]+/u)
      .map(part => part.toLowerCase())
      .filter(part => part.length > 1),
  )
}

function isNamed(text: string, part: string): boolean {
  if (NEVER_TOLD.has(part)) return false
  const letters = part.replace(PREFIX, '$1[^\\p{L}\\p{N}]?')
  const found = text.matchAll(new RegExp(`(?<!\\p{L})${letters}s?(?!\\p{L})`, 'giu'))
  const needsCapital = WORDS_TOO.has(part) || part.length < SHORTEST_IN_SMALL_LETTERS
  return [...found].some(([written]) => !needsCapital || /^\p{Lu}/u.test(written))
}

/** Without accents and what cannot be seen: 'Zoë' gives 'Zoe', 'Łucja' 'Lucja'. Capitals stay. */
function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[^\p{ASCII}]/gu, letter => PLAIN[letter] ?? letter)
}

/** 'P e t r a' and 'P.e.t.r.a' are read as 'Petra'. */
function joinSpelled(text: string): string {
  return text.replace(/(?<!\p{L})\p{L}(?:[\s.\-–_*]+\p{L}(?!\p{L})){2,}/gu, run =>
    run.replace(/[^\p{L}]+/gu, ''),
  )
}

function lettersAndFigures(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
