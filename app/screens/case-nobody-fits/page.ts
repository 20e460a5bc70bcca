import type { NobodyFitsResult } from '~/domain/nobody-fits/send.server'

type Reason = Exclude<Extract<NobodyFitsResult, { ok: false }>['reason'], 'not_found' | 'different'>

/** Why nothing was done, above the form. */
export const NOT_SENT: Readonly<Record<Reason | 'agreed' | 'why', string>> = {
  already: 'A colleague has done this, or undone it, while you had the page open. Read how it stands below',
  no_coordinator: 'The region has no coordinator at the moment: ring the regional team. Nothing was saved',
  agreed: 'Choose yes or no, as the person said',
  why: 'Choose why it is taken back',
}

/** What the page says of what was done. */
export const NOBODY_FITS_DONE = {
  yes: 'The case is in the regional coordinator’s queue',
  no: 'It counts as need. Nobody was sent it',
  correct: 'Why it left the queue is put right. What it said before stays below',
  take_back: 'The case is out of the queue, and the coordinator reads it no more',
} as const
