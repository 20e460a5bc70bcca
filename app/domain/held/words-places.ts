/**
 * Every place of free words about somebody in prison, by its table: the column, and what the words are. app/domain/held/strike-words.test.ts walks
 * the database: a sealed column that is neither here nor named there as no words fails. Safe for the browser.
 */
export const WORDS_PLACES = {
  case_change: { column: 'was', what: 'What the case said before it was corrected' },
  case_closing: { column: 'note', what: 'Why the case closed' },
  case_shortlist_note: { column: 'note', what: 'A note on the shortlist' },
  nobody_fits_answer: { column: 'note', what: 'An answer of the coordinator' },
  referral_note: { column: 'note', what: 'Words written with a referral' },
  offer: { column: 'extension_reason', what: 'Why an offer was extended' },
} as const

export type WordsPlace = keyof typeof WORDS_PLACES

/** A place by its name, or null. */
export function findWordsPlace(table: string): WordsPlace | null {
  return (Object.keys(WORDS_PLACES) as WordsPlace[]).find(each => each === table) ?? null
}
