import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../../context'
import type { Applied, Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { resumeStateWhenParked } from '../../lifecycle'
import { holdAgain } from '../../offer/hold-again.server'
import { AGREEMENT_WITHDRAWN } from '../../reasons'
import {
  isCaseClosed,
  openToSameService,
  readAgain,
  type StoodBefore,
  stoodBefore,
} from '../../record/ending.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import { closeOthers, parkOthers } from '../../record/other-referrals.server'
import { placeStands } from '../../record/parked-referrals.server'
import type { Refusal } from '../../refusal'
import { isAt, stoodAt } from '../../states'
import { holdStanding } from '../../../service/hold-standing.server'
import { resumeStay } from '../../stay/resume-stay.server'

/**
 * Takes back how a referral ended: it stands where it stood, with its bed where that is still free, and is under review otherwise; where
 * the person has said yes to another place since, it is parked. What an accepted place or a stay does to the others follows again.
 */
export async function undoHowItEnded(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string; agreedAgain?: boolean },
  request: FormRequest,
): Promise<ActResult> {
  const details = { note: input.note, agreed: input.agreedAgain === true }
  return actOnReferral(app, viewer, input, request, {
    event: 'undo_end',
    details,
    effect: trx => openAgain(app, trx, viewer, details.agreed),
    then: (trx, opened) => othersFollow(app, trx, viewer, opened),
  })
}

/** Takes it up again, and says in the history how it had ended. */
function openAgain(...from: Parameters<typeof takenUp>): Effect {
  const takeUp = takenUp(...from)
  return async (referral, row) => {
    const done = await takeUp(referral, row)
    return done.ok ? { ...done, was: [referral.state] } : done
  }
}

function takenUp(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  isAgreed: boolean,
): Effect {
  return async referral => {
    const before = await stoodBefore(trx, referral)
    const isPlaced = await asSystem(trx, referral.caseId, system => placeStands(system, referral.caseId))
    await holdStanding(trx, referral.serviceId)
    const refused =
      (await whyEndStands(trx, referral)) ?? (await whyNot(trx, referral, { before, isAgreed, isPlaced }))
    if (refused) return refused
    // Open from here on: whose claim it is, is asked of open referrals alone.
    await trx.updateTable('referral').set({ closedAt: null }).where('id', '=', referral.id).execute()
    await readAgain(trx, referral)
    const { state, since } = before
    if (isPlaced && state !== 'parked') return parked(app, { ...before, state: resumeStateWhenParked(state) })
    if (isAt(state, 'stay'))
      return (await resumeStay(app, trx, viewer, referral))
        ? { ok: true, becomes: { state, resumeState: null, since } }
        : reviewed(app)
    const { resumeState } = referral
    const stood = stoodAt({ state, resumeState })
    if (!isAt(stood, 'offer', 'place'))
      return { ok: true, becomes: { state, resumeState: state === 'parked' ? resumeState : null, since } }
    const held = await holdAgain(app, trx, referral, isAt(stood, 'offer') ? 'offer' : 'place')
    if (held === null) return reviewed(app)
    const goesBackTo = isAt(state, 'moved') ? resumeState : null
    return { ok: true, becomes: { state, resumeState: goesBackTo, since }, ...held }
  }
}

/**
 * Why how a referral ended would not be undone now; null where it would, as far as either side may know beforehand. It reads, and changes
 * nothing: the referral's page asks the same.
 */
export async function whyEndStands(
  trx: Transaction<DB>,
  referral: Pick<LockedReferral, 'id' | 'state' | 'caseId' | 'serviceId'>,
): Promise<Refusal | null> {
  const isStay = isAt((await stoodBefore(trx, referral)).state, 'stay')
  if (!isStay && (await isCaseClosed(trx, referral.caseId))) return { ok: false, reason: 'case_closed' }
  if (!(await isListed(trx, referral.serviceId)))
    return { ok: false, reason: isStay ? 'service_closed' : 'service_not_found' }
  const referralId = await openToSameService(trx, referral)
  return referralId === null ? null : { ok: false, reason: 'already_referred', referralId }
}

/** What the page does not ask: a provider may not know of another place before it acts, and the agreement is given with the form. */
async function whyNot(
  trx: Transaction<DB>,
  referral: LockedReferral,
  { before, isAgreed, isPlaced }: { before: StoodBefore; isAgreed: boolean; isPlaced: boolean },
): Promise<Refusal | null> {
  if (isAt(before.state, 'stay') && isPlaced) return { ok: false, reason: 'arranged_since' }
  return (await withdrewAgreement(trx, referral.id)) && !isAgreed
    ? { ok: false, reason: 'agreement_needed' }
    : null
}

/** A service that closed meanwhile takes nobody, and nobody stays in it: where somebody does, it is opened first. */
async function isListed(trx: Transaction<DB>, serviceId: string): Promise<boolean> {
  const service = await trx
    .selectFrom('service')
    .select('archivedAt')
    .where('id', '=', serviceId)
    .executeTakeFirst()
  return service !== undefined && service.archivedAt === null
}

async function withdrewAgreement(trx: Transaction<DB>, referralId: string): Promise<boolean> {
  const { primaryReason, otherReasons } = await trx
    .selectFrom('referral')
    .select(['primaryReason', 'otherReasons'])
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  return [primaryReason, ...otherReasons].includes(AGREEMENT_WITHDRAWN)
}

function reviewed(app: DomainContext) {
  return {
    ok: true,
    becomes: { state: 'under_review', resumeState: null, since: app.clock() },
  } as const
}

function parked(app: DomainContext, { state: resumeState }: StoodBefore) {
  return { ok: true, becomes: { state: 'parked', resumeState, since: app.clock() } } as const
}

async function othersFollow(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  opened: Applied,
): Promise<void> {
  if (isAt(opened.state, 'stay')) await closeOthers(app, trx, viewer, opened)
  if (isAt(opened.state, 'place')) await parkOthers(app, trx, viewer, opened)
}
