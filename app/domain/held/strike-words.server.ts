import { sql, type Transaction } from 'kysely'
import type { CaseKey } from '@db/encryption/key-ring'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { placeInCase } from '../case/record/case-identity.server'
import { caseKeyFor } from '../case/record/case-note.server'
import type { DomainContext } from '../context'
import { mayStrike, WORDS_PLACES, type WordsPlace } from './words-places'

export type StrikeWordsResult = { ok: true } | { ok: false; reason: 'not_found' | 'different' }

/** What is read where words were that somebody struck out. */
export const STRUCK = 'These words were struck out'

/**
 * Strikes words about somebody out of one place, once for one form: they go for good, and who struck them and when stays. By an administrator, or by
 * whoever's own organisation wrote them, as WORDS_PLACES has it; 'not_found' for anybody else and where they are struck already.
 */
export async function strikeWords(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, place, row }: { caseId: string; place: WordsPlace; row: string },
  request: FormRequest,
): Promise<StrikeWordsResult> {
  if (!mayStrike(place, viewer.role)) return { ok: false, reason: 'not_found' }
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<StrikeWordsResult> => {
      const key = await keyOf(app, trx, viewer, caseId)
      if (!key) return { ok: false, reason: 'not_found' }
      const { column } = WORDS_PLACES[place]
      const instead = app.keys.encrypt(key, placeInCase(place, row, column, caseId), STRUCK)
      const { rows } = await sql<{ done: boolean }>`
        select strike_words(${caseId}, ${place}, ${row}, ${instead}, ${app.clock()}) as done`.execute(trx)
      if (!rows[0]?.done) return { ok: false, reason: 'not_found' }
      await recordAudit(trx, viewer, { action: 'case.strike', subjectKind: 'case', subjectId: caseId })
      return { ok: true }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function keyOf(
  { keys }: DomainContext,
  trx: Transaction<DB>,
  { role }: SignedInViewer,
  caseId: string,
): Promise<CaseKey | null> {
  if (role !== 'administrator') return caseKeyFor(trx, keys, caseId)
  const { rows } = await sql<{ wrapped: Buffer | null }>`select key_of_case(${caseId}) as wrapped`.execute(
    trx,
  )
  const wrapped = rows[0]?.wrapped ?? null
  return wrapped && keys.unwrap(wrapped, caseId)
}
