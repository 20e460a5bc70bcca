import { type FormRequest, once } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import type { StruckAlready } from '../../words/struck'
import { struckAlready } from './struck-already.server'

export type StrikeResult = { ok: true } | { ok: false; reason: 'not_found' | 'different' } | StruckAlready

/**
 * Strikes out an old value that should never have been typed, once for one form: the sealed words go for good, who typed over them and
 * who struck them out stays. Of a case that is closed too. 'struck' where somebody was first.
 */
export async function strikeChange(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, changeId }: { caseId: string; changeId: string },
  request: FormRequest,
): Promise<StrikeResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<Struck> => {
      const struck = await trx
        .updateTable('caseChange')
        .set({ was: null, struckBy: viewer.personId, struckAt: app.clock() })
        .where('id', '=', changeId)
        .where('caseId', '=', caseId)
        .where('struckAt', 'is', null)
        .where('was', 'is not', null)
        .executeTakeFirst()
      if (struck.numUpdatedRows === 0n) return { ok: false, reason: 'not_found' }
      await recordAudit(trx, viewer, { action: 'case.strike', subjectKind: 'case', subjectId: caseId })
      return { ok: true }
    })
    if (done.kind === 'different') return { ok: false, reason: 'different' }
    if (done.answer.ok) return done.answer
    return (await struckAlready(trx, { caseId, place: 'case_change', row: changeId })) ?? done.answer
  })
}

type Struck = { ok: true } | { ok: false; reason: 'not_found' }
