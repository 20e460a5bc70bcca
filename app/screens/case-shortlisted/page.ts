import type { ShortlistResult } from '~/domain/shortlist/change-shortlist.server'

type Refused = Exclude<
  Extract<ShortlistResult, { ok: false }>['reason'],
  'not_found' | 'different' | 'struck'
>

/** Why nothing was written, above the form that keeps what was typed. */
export const NOT_SHORTLISTED: Readonly<Record<Refused, string>> = {
  stale:
    'A colleague changed this note while you had the page open. Read it below, then save yours if it still holds',
  noted:
    'This service is on the shortlist already, with a note. Read it below, then save yours if it still holds',
  gone: 'A colleague took this service off the shortlist while you had the page open. Add it again to keep your note',
}

/** What the next page says of what was done. */
export const SHORTLIST_DONE = {
  add: 'The service is on the shortlist.',
  note: 'The note is saved.',
  strike: 'The words of the note are struck out.',
  remove: 'The service is off the shortlist.',
} as const
