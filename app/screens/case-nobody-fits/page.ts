import { placesSaid } from '~/domain/nobody-fits/nobody-fits'
import type { NobodyFitsResult } from '~/domain/nobody-fits/send.server'
import type { PlaceHeld } from '~/domain/referral/record/parked-referrals.server'
import { stateLabel } from '~/domain/referral/states'
import { listed } from '~/domain/words/english'

type Reason = Exclude<Extract<NobodyFitsResult, { ok: false }>['reason'], 'not_found' | 'different'>

/** Why nothing was done, above the form. */
export const NOT_SENT: Readonly<Record<Reason | 'agreed' | 'why', string>> = {
  already: 'A colleague has done this, or undone it, while you had the page open. Read how it stands below',
  no_coordinator: 'The region has no coordinator at the moment: ring the regional team. Nothing was saved',
  has_place:
    'A place is held for the person, as the page says. Tick that nobody fits all the same, or go back to the case',
  agreed: 'Choose yes or no, as the person said',
  why: 'Choose why it is taken back',
}

/** What is to be ticked where a place is held for the person: 'Larch House (offered)'; null where none is. */
export function placesWords(places: readonly PlaceHeld[]): { value: string; text: string } | null {
  if (places.length === 0) return null
  const named = places.map(({ serviceName, state }) => `${serviceName} (${stateLabel(state).toLowerCase()})`)
  return {
    value: placesSaid(places),
    text: `A place is held for the person: ${listed(named)}. Nobody fits all the same`,
  }
}

/** What the page says of what was done. */
export const NOBODY_FITS_DONE = {
  yes: 'The case is in the regional coordinator’s queue',
  no: 'It counts as need. Nobody was sent it',
  correct: 'Why it left the queue is put right. What it said before stays below',
  take_back: 'The case is out of the queue, and the coordinator reads it no more',
} as const
