import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { standsAs } from '../case/answers/write-facts.server'
import { lockCase } from '../case/record/lock-case.server'
import type { DomainContext } from '../context'
import { placesHeld } from '../referral/record/parked-referrals.server'
import { endEntry, openToCoordinator, standingEntry } from './coordinator-reads.server'
import { placesSaid, type TAKE_BACK_LABELS } from './nobody-fits'
import { whatWasTried } from './what-was-tried.server'

type TakeBack = keyof typeof TAKE_BACK_LABELS

/** 'already': it stands so already. 'no_coordinator': the region has nobody who would read it. 'has_place': nobody was sure, though one is held. */
export type NobodyFitsResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'already' | 'no_coordinator' | 'has_place' | 'different' }

/**
 * Puts down that nobody fits somebody, once for one form, with what was tried: with the person's yes the coordinator reads it, with a no
 * it counts as need and is sent to nobody. A no can become a yes later; a yes is taken back by `takeBack`. While a place is held for the person
 * whoever sends it must be sure of that: `sureOf` names the places they were shown (`placesSaid`).
 */
export function sendNobodyFits(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, agreed, sureOf = null }: { caseId: string; agreed: 'yes' | 'no'; sureOf?: string | null },
  request: FormRequest,
): Promise<NobodyFitsResult> {
  return onOpenCase(app, viewer, caseId, request, async trx => {
    const before = await standingEntry(trx, caseId)
    if (before && (before.agreed === 'yes' || agreed === 'no')) return { ok: false, reason: 'already' }
    const places = await placesHeld(trx, caseId)
    if (places.length > 0 && sureOf !== placesSaid(places)) return { ok: false, reason: 'has_place' }
    const now = app.clock()
    const by = { endedAt: now, endedBy: viewer.personId }
    if (before) await endEntry(trx, before, { endedAs: 'asked_again', ...by })
    const entryId = newId()
    await trx
      .insertInto('nobodyFits')
      .values({
        id: entryId,
        caseId,
        agreed,
        tried: JSON.stringify(await whatWasTried(trx, caseId)),
        recordedBy: viewer.personId,
        recordedAt: now,
      })
      .execute()
    if (agreed === 'yes' && !(await openToCoordinator(trx, { caseId, entryId })))
      return { ok: false, reason: 'no_coordinator' }
    await audit(trx, viewer, caseId, agreed === 'yes' ? 'case.nobody_fits_sent' : 'case.nobody_fits')
    return { ok: true }
  })
}

/** Takes a case back out of the queue: the coordinator's reading ends at once. 'already' where nothing stands. */
export function takeBack(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, why }: { caseId: string; why: TakeBack },
  request: FormRequest,
): Promise<NobodyFitsResult> {
  return onOpenCase(app, viewer, caseId, request, async trx => {
    const standing = await standingEntry(trx, caseId)
    if (!standing) return { ok: false, reason: 'already' }
    const by = { endedAt: app.clock(), endedBy: viewer.personId }
    await endEntry(trx, standing, { endedAs: why, ...by })
    await audit(trx, viewer, caseId, 'case.nobody_fits_taken_back')
    return { ok: true }
  })
}

/** What closing a case does to the queue, in the transaction that closes it. */
export async function endWithTheCase(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  now: Date,
): Promise<void> {
  const standing = await standingEntry(trx, caseId)
  if (standing)
    await endEntry(trx, standing, { endedAs: 'case_closed', endedAt: now, endedBy: viewer.personId })
}

async function onOpenCase(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  request: FormRequest,
  act: (trx: Transaction<DB>) => Promise<NobodyFitsResult>,
): Promise<NobodyFitsResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async () => {
      await lockCase(trx, caseId)
      const standing = await standsAs(trx, viewer, { caseId, version: null })
      return standing.ok ? act(trx) : ({ ok: false, reason: 'not_found' } as const)
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

function audit(trx: Transaction<DB>, viewer: SignedInViewer, caseId: string, action: string): Promise<void> {
  return recordAudit(trx, viewer, { action, subjectKind: 'case', subjectId: caseId })
}
