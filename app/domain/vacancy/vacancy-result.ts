import type { Day } from '../time/calendar'
import { readyWords } from './free/last-day'

/** What came of a change to a service's vacancies. Safe for the browser. */
export type VacancyResult =
  | { ok: true; serviceId: string }
  /** `until` is the day it is ready again, null when until further notice. */
  | { ok: false; reason: 'bedspace_taken'; until: Day | null }
  /** A count that needs more bedspaces than there are; `most` is how many can be free today. */
  | { ok: false; reason: 'count_grows'; bedspaces: number; most: number }
  | { ok: false; reason: keyof typeof VACANCY_REFUSALS }

const VACANCY_REFUSALS = {
  not_found: 'There is no such bedspace or service.',
  different: 'This form was already sent with other answers. Open the page again and look at what was saved.',
  dates_invalid: 'Check the dates: the last must come after the first.',
  held_for_referral: 'This claim belongs to a referral. Change it on the referral’s page.',
  stay_goes_on: 'Somebody stays there. Say when the person leaves or that the person has left.',
  left_already: 'The departure is recorded already. Say “still here” first if that was a mistake.',
  day_to_come: 'The day must be today or earlier. For a later day say that the person is leaving.',
  day_passed: 'The day must be today or later. Say “left” where the person has left.',
  slept_there: 'Somebody has been there since before today. Say “left today” where the person has left.',
  before_stay: 'The day must not be before the stay began.',
  promised:
    'A void or another stay claims the bedspace from a later day. Change that first, or choose an earlier day.',
  not_free: 'The bedspace is not free today: look at the board as it is now.',
  count_changed:
    'What is free has changed since you opened this page: look at what it says now, and save again if your count is right.',
  claim_over: 'That has ended already: look at the board as it is now.',
  count_untrue: 'What is claimed already does not let so many be free today: look at the board as it is now.',
  count_invalid: 'The count must be a whole number from 0 to 200.',
} as const

/** What to tell the provider whose change was refused. */
export function vacancyRefusalText(refusal: Extract<VacancyResult, { ok: false }>): string {
  if (refusal.reason === 'count_grows') return growsText(refusal)
  if (refusal.reason !== 'bedspace_taken') return VACANCY_REFUSALS[refusal.reason]
  return `The bedspace is taken on some of these days, ${readyWords(refusal.until)}. Choose other dates`
}

function growsText({ bedspaces, most }: { bedspaces: number; most: number }): string {
  const has = `You have ${bedspaces} ${bedspaces === 1 ? 'bedspace' : 'bedspaces'}`
  const ofWhich = most === bedspaces ? '' : `, of which ${most} can be free today`
  return `${has}${ofWhich}. Enter ${most === 0 ? '0' : `${most} or fewer`}, or tick that there are more now`
}
