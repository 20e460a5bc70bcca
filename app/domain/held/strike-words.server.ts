import { sql, type Transaction } from 'kysely'
import type { CaseKey } from '@db/encryption/key-ring'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { struckAlready } from '../case/history/struck-already.server'
import { placeInCase } from '../case/record/case-identity.server'
import { caseKeyFor } from '../case/record/case-note.server'
import type { DomainContext } from '../context'
import { mayStrike, WORDS_PLACES, type WordsPlace } from './words-places'
import { type StruckAlready, WORDS_STRUCK } from '../words/struck'

export type StrikeWordsResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'different' } | StruckAlready

/**
 * Strikes words about somebody out of one place, once for one form: they go for good, and who struck them and when stays. By an administrator, or by
 * whoever's own organisation wrote them, as WORDS_PLACES has it; 'not_found' for anybody else, 'struck' where somebody was first.
 */
export async function strikeWords(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, place, row }: Words,
  request: FormRequest,
): Promise<StrikeWordsResult> {
  if (!mayStrike(place, viewer.role)) return { ok: false, reason: 'not_found' }
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<Struck> => {
      const key = await keyOf(app, trx, viewer, { caseId, place, row })
      if (!key) return { ok: false, reason: 'not_found' }
      const struckIn = (table: WordsPlace, id: string) =>
        app.keys.encrypt(key, placeInCase(table, id, WORDS_PLACES[table].column, caseId), WORDS_STRUCK)
      const other = place === 'offer' ? await noteOfExtension(trx, row) : null
      const also = other && struckIn('referral_note', other)
      const { rows } = await sql<{ done: boolean }>`
        select strike_words(${caseId}, ${place}, ${row}, ${struckIn(place, row)}, ${app.clock()}, ${also}) as done`.execute(
        trx,
      )
      if (!rows[0]?.done) return { ok: false, reason: 'not_found' }
      await recordAudit(trx, viewer, { action: 'case.strike', subjectKind: 'case', subjectId: caseId })
      return { ok: true }
    })
    if (done.kind === 'different') return { ok: false, reason: 'different' }
    return done.answer.ok ? done.answer : ((await struckAlready(trx, { caseId, place, row })) ?? done.answer)
  })
}

type Struck = { ok: true } | { ok: false; reason: 'not_found' }

interface Words {
  caseId: string
  place: WordsPlace
  row: string
}

async function keyOf(
  { keys }: DomainContext,
  trx: Transaction<DB>,
  { role }: SignedInViewer,
  { caseId, place, row }: Words,
): Promise<CaseKey | null> {
  if (role !== 'administrator') {
    const key = await caseKeyFor(trx, keys, caseId)
    // A coordinator's reading of the case has ended, and what was answered is still theirs to strike.
    if (key || place !== 'nobody_fits_answer') return key
  }
  const { rows } =
    role === 'administrator'
      ? await sql<Wrapped>`select key_of_case(${caseId}) as wrapped`.execute(trx)
      : await sql<Wrapped>`select wrapped from key_of_answer(${row}) where case_id = ${caseId}`.execute(trx)
  const wrapped = rows[0]?.wrapped ?? null
  return wrapped && keys.unwrap(wrapped, caseId)
}

interface Wrapped {
  wrapped: Buffer | null
}

/** Why an offer was extended is read with the event, too. */
async function noteOfExtension(trx: Transaction<DB>, offerId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select note_of_extension(${offerId}) as id`.execute(trx)
  return rows[0]?.id ?? null
}
