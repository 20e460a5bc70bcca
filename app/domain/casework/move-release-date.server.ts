import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { changesBetween } from '../referral/changes/changes-between.server'
import { decideAgainAllOf } from '../referral/changes/decide-again.server'
import { noteChanges } from '../referral/changes/note-changes.server'
import { dateMovedFor } from '../nomination/with-the-case.server'
import { dateMoved } from '../referral/release/date-moved.server'
import { noteCaseChanges, oldBasics } from '../case/history/note-case-changes.server'
import { lockCase } from '../case/record/lock-case.server'
import { londonDay } from '../time/calendar'
import type { LoadedCase } from '../case/record/case-row.server'
import { personForAct } from '../case/record/open-person.server'
import { isSameRelease } from '../case/release/compare-release'
import { derivedFacts } from '../case/record/derived-facts'
import type { ReleaseDateMove } from '../case/release/move-release-date-form'
import type { AffectedNamed } from './who-is-told.server'
import { type Touched, touchCase, writeFacts } from '../case/answers/write-facts.server'

/**
 * Ids of the referrals whose offer or place must now be reconfirmed, and of those whose bed is taken on the new days; by name
 * those, and all for which the new date changes how the person fits.
 */
type Moved = { ok: true; toReconfirm: string[]; inConflict: string[]; affected: AffectedNamed[] }

type NotMoved = Extract<Touched, { ok: false }> | { ok: false; reason: 'unchanged' }

export type MoveReleaseDateResult = Moved | NotMoved | { ok: false; reason: 'different' }

/**
 * Moves a case's release date, once for one form: what was, what is, why and who are kept, and the facts that hang on the
 * day (age, release window) are worked out again. Offers and places become "to reconfirm"; nothing is cancelled by itself.
 */
export async function moveReleaseDate(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  move: ReleaseDateMove,
  request: FormRequest,
): Promise<MoveReleaseDateResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => moveWithin(app, trx, viewer, caseId, move))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

/** The same inside the caller's transaction, for many cases at once. */
export async function moveWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  move: ReleaseDateMove,
): Promise<Moved | NotMoved> {
  const now = app.clock()
  // Before any row of it, as every act on a referral does: an offer made at this moment waits and sees the new date.
  await lockCase(trx, caseId)
  if (await isUnchanged(app, trx, viewer, caseId, move)) return { ok: false, reason: 'unchanged' }
  const touched = await touchCase(trx, viewer, { caseId, version: move.version }, now)
  if (!touched.ok) return touched
  await decideAgainAllOf(app, trx, caseId)
  const before = await personForAct(app, trx, caseId)
  if (!before?.identity || !before.custody) return { ok: false, reason: 'not_found' }

  const { releaseOn, releaseConfidence, releaseType } = move
  const isMoved = releaseOn !== before.releaseOn
  await trx
    .updateTable('personCase')
    .set(where => ({
      releaseOn,
      releaseConfidence,
      releaseVersion: where('releaseVersion', '+', isMoved ? 1 : 0),
    }))
    .where('id', '=', caseId)
    .execute()
  await trx.updateTable('caseCustody').set({ releaseType }).where('caseId', '=', caseId).execute()
  const basics = { ...before, ...before.custody, ...move }
  const derived = derivedFacts(basics, before.identity.dateOfBirth, londonDay(now))
  await writeFacts(trx, caseId, { ...before.facts, ...derived })
  await recordMove(trx, viewer, before, move, now)
  const kept = { ...before.identity, ...before.custody, ...before }
  await noteCaseChanges(
    trx,
    app.keys,
    { ...viewer, now },
    caseId,
    oldBasics(kept, { releaseConfidence, releaseType }),
  )
  const referrals = await dateMoved(app, trx, viewer, {
    caseId,
    from: before.releaseOn,
    to: releaseOn,
    cause: move.cause,
  })
  const after = await personForAct(app, trx, caseId)
  if (!after) throw new Error('A case whose date was moved is there')
  if (isMoved) await dateMovedFor(app, trx, viewer, { caseId, release: after.facts.release })
  const affected = await changesBetween(trx, viewer, caseId, { before, after, now })
  await noteChanges(app, trx, viewer, affected, { cause: 'date' })
  const toReconfirm = referrals.map(each => each.referralId)
  const inConflict = referrals.filter(referral => referral.conflict !== null)
  return {
    ok: true,
    toReconfirm,
    inConflict: inConflict.map(each => each.referralId),
    affected: await namesOf(trx, [...toReconfirm, ...affected.map(({ id }) => id)]),
  }
}

async function namesOf(trx: Transaction<DB>, ids: readonly string[]): Promise<AffectedNamed[]> {
  if (ids.length === 0) return []
  return trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .select(['referral.id', 'referral.reference', 'service.name as serviceName'])
    .where('referral.id', 'in', ids)
    .orderBy('referral.reference')
    .execute()
}

/** True where the team's open case, as the page showed it, has this very release date: nobody is asked to reconfirm it. */
async function isUnchanged(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  move: ReleaseDateMove,
): Promise<boolean> {
  const found = await personForAct(app, trx, caseId)
  if (!found?.custody || found.organisationId !== viewer.organisationId || found.closedAt) return false
  return found.version === move.version && isSameRelease(move, { ...found, ...found.custody })
}

async function recordMove(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  before: LoadedCase,
  move: ReleaseDateMove,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('releaseDateChange')
    .values({
      id: newId(),
      caseId: before.id,
      oldReleaseOn: before.releaseOn,
      newReleaseOn: move.releaseOn,
      cause: move.cause,
      changedBy: viewer.personId,
      changedAt: now,
    })
    .execute()
  const detail = { cause: move.cause }
  await recordAudit(trx, viewer, {
    action: 'case.move_release_date',
    subjectKind: 'case',
    subjectId: before.id,
    detail,
  })
}
