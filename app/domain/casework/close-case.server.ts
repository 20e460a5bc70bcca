import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { sealNote } from '../case/record/case-note.server'
import { lockCase } from '../case/record/lock-case.server'
import { type CaseClosing, type ClosingReason, leavesNoPrison } from '../case/closing/case-closing'
import { endWithTheCase } from '../nobody-fits/send.server'
import { endWithTheCase as endNominations } from '../nomination/with-the-case.server'
import { caseChecks } from '../outcome/case-days.server'
import { checkStates, isAskedAtClosing } from '../outcome/check-states'
import type { CheckKind } from '../outcome/checks'
import { recordNotKnown } from '../outcome/record-check.server'
import { type Day, londonDay } from '../time/calendar'
import { decideAgainFor } from '../referral/changes/decide-again.server'
import { applyEvent } from '../referral/events/apply-event.server'
import { SENT_IN_ERROR } from '../referral/reasons'
import { type CaseReferral, isInTheWay, referralsOfCase } from './case-referrals.server'
import { standsAs, type Touched, touchCase } from '../case/answers/write-facts.server'

type NotClosed = { ok: false; reason: 'referrals_open' | 'checks_missing' }
export type CloseCaseResult = Touched | NotClosed | { ok: false; reason: 'different' }

/**
 * Closes a case of the viewer's team, once for one form: it leaves the queue, and is neither searched for nor referred until it
 * is reopened. 'referrals_open' while a referral still waits for something; a person who arrived stays where she is.
 * Opened by mistake, what waits is withdrawn with it. 'checks_missing' while a check is due and not recorded, unless the closing says that it is not known.
 */
export async function closeCase(
  app: DomainContext,
  viewer: SignedInViewer,
  target: { caseId: string; version: number },
  closing: CaseClosing,
  request: FormRequest,
): Promise<CloseCaseResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => closeWithin(app, trx, viewer, target, closing))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function closeWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  seen: { caseId: string; version: number },
  { reason, note, notKnown }: CaseClosing,
): Promise<Touched | NotClosed> {
  const now = app.clock()
  const { caseId } = seen
  // As every act on a referral does: one that is sent at this moment is seen here, or sees the closed case.
  await lockCase(trx, caseId)
  const standing = await standsAs(trx, viewer, seen)
  if (!standing.ok) return standing
  const open = (await referralsOfCase(trx, caseId)).filter(({ closedAt }) => closedAt === null)
  const isMistake = reason === 'opened_by_mistake'
  const withdrawn = isMistake ? open.filter(isInTheWay) : []
  // Somebody lives in a place by one: a case of hers was no mistake.
  const stands = isMistake ? open.length > withdrawn.length : open.some(isInTheWay)
  if (stands) return { ok: false, reason: 'referrals_open' }
  const missing = isMistake ? [] : await checksMissing(trx, caseId, reason, londonDay(now))
  if (missing.length > 0 && notKnown === null) return { ok: false, reason: 'checks_missing' }
  const touched = await touchCase(trx, viewer, seen, now)
  if (!touched.ok) return touched
  await withdrawInError(app, trx, viewer, withdrawn)
  await recordNotKnown(app, trx, viewer, caseId, missing)
  await endWithTheCase(trx, viewer, caseId, now)
  // At the instant of the closing: by that, reopening knows what ended with it.
  await endNominations({ ...app, clock: () => now }, trx, viewer, { caseId, reason })
  const id = newId()
  const sealed = await sealNote(trx, app.keys, caseId, closingPlace(id), note)
  await trx
    .insertInto('caseClosing')
    .values({ id, caseId, reason, note: sealed, closedBy: viewer.personId, closedAt: now })
    .execute()
  await markClosed(trx, caseId, now)
  // Why is the prison's own: the audit, which others read, says that it was closed.
  await recordAudit(trx, viewer, { action: 'case.close', subjectKind: 'case', subjectId: caseId })
  return { ok: true }
}

/** Withdraws what was sent for a case that was opened by mistake; each provider is told. */
async function withdrawInError(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  referrals: readonly CaseReferral[],
): Promise<void> {
  const reasons = { primary: SENT_IN_ERROR, others: [], note: null }
  for (const { id: referralId } of referrals) {
    await decideAgainFor(app, trx, referralId)
    const step = { referralId, event: 'withdraw', version: null, details: { reasons } } as const
    const applied = await applyEvent(app, trx, { by: 'side', viewer }, step)
    if (!applied.ok) throw new Error(`A referral sent in error could not be withdrawn: ${applied.reason}`)
  }
}

/** What should have been recorded by now of a case that closes for a reason, and is not. */
async function checksMissing(
  trx: Transaction<DB>,
  caseId: string,
  reason: ClosingReason,
  today: Day,
): Promise<CheckKind[]> {
  const found = await caseChecks(trx, [caseId])
  return found
    .flatMap(each =>
      checkStates({ ...each, isNoRelease: leavesNoPrison(reason, today, each.releasedOn) }, today),
    )
    .filter(state => isAskedAtClosing(state, today))
    .map(({ kind }) => kind)
}

/** Says of the case that it is closed, or with null that it is open: of one person a team has one open case. */
export async function markClosed(trx: Transaction<DB>, caseId: string, closedAt: Date | null): Promise<void> {
  await trx
    .updateTable('caseIdentity')
    .set({ open: closedAt === null })
    .where('caseId', '=', caseId)
    .execute()
  await trx.updateTable('personCase').set({ closedAt }).where('id', '=', caseId).execute()
}

/** Where the words of a closing are sealed. */
export function closingPlace(id: string) {
  return { table: 'case_closing', row: id, column: 'note' } as const
}
