import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { type Touched, touchCase } from '../case/answers/write-facts.server'
import type { CaseClosing } from '../case/closing/case-closing'
import { noteCaseChanges } from '../case/history/note-case-changes.server'
import { sealNote } from '../case/record/case-note.server'
import { lockCase } from '../case/record/lock-case.server'
import type { DomainContext } from '../context'
import { closingOf } from './case-closing-queries.server'
import { referralsOfCase } from './case-referrals.server'
import { closingPlace } from './close-case.server'

type Corrected = Touched | { ok: false; reason: 'unchanged' | 'somebody_lives_there' }
export type CorrectClosingResult = Corrected | { ok: false; reason: 'different' }

/**
 * Corrects why a case of the viewer's team was closed, once for one form; what was said before is kept in its history. A case of
 * somebody who came to a place and lives there was not opened by mistake.
 */
export async function correctClosing(
  app: DomainContext,
  viewer: SignedInViewer,
  target: { caseId: string; version: number },
  closing: Pick<CaseClosing, 'reason' | 'note'>,
  request: FormRequest,
): Promise<CorrectClosingResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => correctWithin(app, trx, viewer, target, closing))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function correctWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, version }: { caseId: string; version: number },
  { reason, note }: Pick<CaseClosing, 'reason' | 'note'>,
): Promise<Corrected> {
  const now = app.clock()
  await lockCase(trx, caseId)
  const kept = await closingOf(trx, app.keys, caseId)
  if (!kept) return { ok: false, reason: 'not_found' }
  const old = {
    ...(reason !== kept.reason && { closingReason: kept.reason }),
    ...((note ?? null) !== kept.note && { closingNote: kept.note }),
  }
  if (Object.keys(old).length === 0) return { ok: false, reason: 'unchanged' }
  const isStay = reason === 'opened_by_mistake' && (await referralsOfCase(trx, caseId)).some(isOpen)
  if (isStay) return { ok: false, reason: 'somebody_lives_there' }
  const touched = await touchCase(trx, viewer, { caseId, version, standing: 'closed' }, now)
  if (!touched.ok) return touched
  await noteCaseChanges(trx, app.keys, { ...viewer, now }, caseId, old)
  const sealed = await sealNote(trx, app.keys, caseId, closingPlace(kept.id), note)
  await trx
    .updateTable('caseClosing')
    .set({ reason, note: sealed })
    .where('id', '=', kept.id)
    .where('reopenedAt', 'is', null)
    .execute()
  await recordAudit(trx, viewer, { action: 'case.correct_closing', subjectKind: 'case', subjectId: caseId })
  return { ok: true }
}

function isOpen({ closedAt }: { closedAt: Date | null }): boolean {
  return closedAt === null
}
