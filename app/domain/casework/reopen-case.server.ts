import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { personForAct } from '../case/record/open-person.server'
import { comeBackWithTheCase } from '../nomination/with-the-case.server'
import { markClosed } from './close-case.server'
import { findOpenCase, isOpenTwice } from '../case/record/create-case.server'
import { type Touched, touchCase } from '../case/answers/write-facts.server'

type AnotherOpen = { ok: false; reason: 'another_open'; caseId: string }

/** 'another_open' carries the case that the team has opened for the same person since. */
export type ReopenCaseResult = Touched | AnotherOpen | { ok: false; reason: 'different' }

/** Takes a closed case of the viewer's team back into its queue, once for one form. Why it was closed stays on record. */
export async function reopenCase(
  app: DomainContext,
  viewer: SignedInViewer,
  target: { caseId: string; version: number },
  request: FormRequest,
): Promise<ReopenCaseResult> {
  try {
    return await asViewer(app.db, viewer, async trx => {
      const done = await once(trx, viewer, request, () => reopenWithin(app, trx, viewer, target))
      return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
    })
  } catch (error) {
    if (!isOpenTwice(error)) throw error
    return asViewer(app.db, viewer, trx => anotherOpen(app, trx, viewer, target.caseId, error))
  }
}

async function reopenWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, version }: { caseId: string; version: number },
): Promise<Touched> {
  const now = app.clock()
  const touched = await touchCase(trx, viewer, { caseId, version, standing: 'closed' }, now)
  if (!touched.ok) return touched
  await markClosed(trx, caseId, null)
  const closing = await trx
    .updateTable('caseClosing')
    .set({ reopenedAt: now, reopenedBy: viewer.personId })
    .where('caseId', '=', caseId)
    .where('reopenedAt', 'is', null)
    .returning('closedAt')
    .executeTakeFirst()
  if (closing) await comeBackWithTheCase(app, trx, viewer, { caseId, ...closing })
  await recordAudit(trx, viewer, { action: 'case.reopen', subjectKind: 'case', subjectId: caseId })
  return { ok: true }
}

/** The open case of the person whose closed one cannot be reopened. @throws the first error when there is none any more */
async function anotherOpen(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  closedId: string,
  error: unknown,
): Promise<AnotherOpen> {
  const closed = await personForAct(app, trx, closedId)
  const caseId = closed?.identity && (await findOpenCase(app, trx, viewer, closed.identity.prisonNumber))
  if (!caseId) throw error
  return { ok: false, reason: 'another_open', caseId }
}
