import { type FormRequest, once } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { ApplicationCorrected } from './organisation-fields'

export interface ApplicationCorrection {
  id: string
  version: number
  answers: ApplicationCorrected
}

/**
 * Corrects what an application says, as whoever applied says it by phone: over the version that was shown, with what it was kept. An
 * invitation that is sent again goes to the address as it is then.
 */
export function correctApplication(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  { id, version, answers }: ApplicationCorrection,
  request: FormRequest,
): Promise<{ ok: true } | { ok: false; reason: 'stale' | 'different' }> {
  return asViewer(app.db, viewer, async trx => {
    type Answer = { ok: true } | { ok: false; reason: 'stale' }
    const result = await once(trx, viewer, request, async (): Promise<Answer> => {
      const { authorityCode = null, applicantPhone = null, words = null, ...rest } = answers
      const saved = await trx
        .updateTable('organisationApplication')
        .set({ ...rest, authorityCode, applicantPhone, words, version: version + 1 })
        .where('id', '=', id)
        .where('version', '=', version)
        .returning('id')
        .executeTakeFirst()
      if (!saved) return { ok: false, reason: 'stale' }
      await recordAudit(trx, viewer, {
        ...{ action: 'organisation.correct-application', subjectKind: 'organisation', subjectId: null },
        detail: { applicationId: id },
      })
      return { ok: true }
    })
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}
