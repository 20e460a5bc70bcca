import { type FormRequest, once } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { lockCase } from '../case/record/lock-case.server'
import type { DomainContext } from '../context'
import type { Because } from './check-form'

/** 'unchanged': this is what is said of it already. */
export type RelabelResult = { ok: true } | { ok: false; reason: 'not_found' | 'unchanged' | 'different' }

/**
 * Says anew why an answer of a case of the viewer's team was replaced, once for one form: what had changed still counts as having been
 * so, what was never so counts for nothing (product.md, "Reports": ever recorded nowhere to live).
 */
export async function relabelCheck(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, recordId, because }: { caseId: string; recordId: string; because: Because },
  request: FormRequest,
): Promise<RelabelResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<RelabelResult> => {
      await lockCase(trx, caseId)
      const replaced = await trx
        .selectFrom('outcomeCheck as o')
        .innerJoin('personCase as c', 'c.id', 'o.caseId')
        .select(['o.kind', 'o.replacedBecause'])
        .where('o.id', '=', recordId)
        .where('o.caseId', '=', caseId)
        .where('c.organisationId', '=', viewer.organisationId)
        .where('o.replacedAt', 'is not', null)
        .executeTakeFirst()
      if (!replaced) return { ok: false, reason: 'not_found' }
      if (replaced.replacedBecause === because) return { ok: false, reason: 'unchanged' }
      await trx
        .updateTable('outcomeCheck')
        .set({ replacedBecause: because, relabelledBy: viewer.personId, relabelledAt: app.clock() })
        .where('id', '=', recordId)
        .execute()
      await recordAudit(trx, viewer, {
        ...{ action: 'case.check.relabel', subjectKind: 'case', subjectId: caseId },
        detail: { check: replaced.kind },
      })
      return { ok: true }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}
