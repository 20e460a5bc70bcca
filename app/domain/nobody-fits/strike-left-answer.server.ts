import { sql } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { strikeWords, type StrikeWordsResult } from '../held/strike-words.server'

/** Strikes out what a coordinator answered in an entry that has ended, by a coordinator, who is not told of which case; 'not_found' for any other. */
export async function strikeLeftAnswer(
  app: DomainContext,
  viewer: SignedInViewer,
  row: string,
  request: FormRequest,
): Promise<StrikeWordsResult> {
  const caseId = await asViewer(app.db, viewer, async trx => {
    const { rows } = await sql<{ caseId: string }>`select case_id from key_of_answer(${row})`.execute(trx)
    return rows[0]?.caseId
  })
  if (caseId === undefined) return { ok: false, reason: 'not_found' }
  return strikeWords(app, viewer, { caseId, place: 'nobody_fits_answer', row }, request)
}
