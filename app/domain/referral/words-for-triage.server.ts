import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '../context'
import { loadCase } from '../person-case/case-row.server'
import { namesThePerson } from '../person-case/names-the-person'
import { londonDay } from '../region/calendar'
import { tierOfWords } from './case-note.server'
import type { Refusal } from './refusal'

/**
 * Refuses an officer's words that tell who the person is, where triage reads them: it is told no name. Null where they may
 * be kept.
 */
export async function refuseNames(
  app: DomainContext,
  trx: Transaction<DB>,
  { caseId, agreedTier }: { caseId: string; agreedTier: number },
  words: string | null | undefined,
): Promise<Refusal | null> {
  if (!words || tierOfWords('referrer', { agreedTier }) > 1) return null
  const found = await loadCase(trx, app.keys, caseId, londonDay(app.clock()))
  if (!found?.identity || !namesThePerson(words, found.identity)) return null
  return { ok: false, reason: 'names_person' }
}
