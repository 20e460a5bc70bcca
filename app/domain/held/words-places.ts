import type { Role } from '@db/viewer'
import { PROVIDER_ROLES } from '../account/account'

interface Place {
  column: string
  what: string
  /** Whose own words they are, who strike them out as an administrator does: `strike_words` in the database asks it again, with the organisation. */
  by: readonly Role[]
}

const OFFICER = ['officer'] as const

/**
 * Every place of free words about somebody in prison, by its table: the column, what the words are, and who strikes them out. app/domain/held/held-person.test.ts
 * walks the database: a sealed column that is neither here nor named there as no words fails. Safe for the browser.
 */
export const WORDS_PLACES = {
  case_change: { column: 'was', what: 'What the case said before it was corrected', by: OFFICER },
  case_closing: { column: 'note', what: 'Why the case closed', by: OFFICER },
  case_shortlist_note: { column: 'note', what: 'A note on the shortlist', by: OFFICER },
  // The team's once the coordinator knows of it no more.
  nobody_fits_answer: {
    column: 'note',
    what: 'An answer of the coordinator',
    by: ['coordinator', ...OFFICER],
  },
  referral_note: {
    column: 'note',
    what: 'Words written with a referral',
    by: [...OFFICER, ...PROVIDER_ROLES],
  },
  offer: { column: 'extension_reason', what: 'Why an offer was extended', by: PROVIDER_ROLES },
} as const satisfies Readonly<Record<string, Place>>

export type WordsPlace = keyof typeof WORDS_PLACES

/** A place by its name, or null. */
export function findWordsPlace(table: string): WordsPlace | null {
  return (Object.keys(WORDS_PLACES) as WordsPlace[]).find(each => each === table) ?? null
}

/** Whether somebody of a role may strike out words of a place, where their own organisation wrote them; an administrator any. */
export function mayStrike(place: WordsPlace, role: Role): boolean {
  const { by }: Place = WORDS_PLACES[place]
  return role === 'administrator' || by.includes(role)
}
