import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import type { Day } from '../../time/calendar'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'
import type { VOID_REASONS } from '../vacancy'
import { daysBetween, releaseClaims, releaseLapsed } from './claim-bedspace.server'
import { changesOf } from './claim-history.server'
import { lockOpenHouse } from './lock-service.server'
import { leftOn, since } from '../stays/correct-stay.server'
import { mayBeChanged } from '../stays/day-stay'
import { type Editing, orTaken, type Refused } from './editing.server'
import { callOff, move, moved, moveOn } from './move-claim.server'
import { findOwnClaim, type OwnClaim } from './own-claim.server'
import { putBack } from './put-back.server'
import { freeTurnaround } from './stay.server'

/** What may become of a claim that belongs to no referral, at any time, past ones too. */
export type ClaimEdit =
  | { kind: 'void'; reason: (typeof VOID_REASONS)[number]; fromOn: Day; untilOn: Day | null }
  /** The turnaround is done on another day. */
  | { kind: 'ready'; readyOn: Day }
  /** Somebody stays there since another day. */
  | { kind: 'since'; sinceOn: Day }
  /** Somebody left on another day than was recorded. */
  | { kind: 'left_on'; leftOn: Day }
  /**
   * Somebody goes on in another bedspace from a day on; from the first day on she was there all along. On a day to come it is planned: she is
   * where she was until `moved` says that it was done.
   */
  | { kind: 'move'; bedspaceId: string; movedOn: Day }
  | { kind: 'moved'; movedOn: Day }
  /** Of a move that is planned: on another day to come. */
  | { kind: 'move_on'; movesOn: Day }
  /** It was a mistake: it never was. */
  | { kind: 'take_back' }
  /** That was the mistake. */
  | { kind: 'put_back' }

export interface ClaimEditing {
  claimId: string
  /** How often it had changed when its page was drawn. */
  version: number
  edit: ClaimEdit
}

const KINDS: Readonly<Record<ClaimEdit['kind'], readonly OwnClaim['kind'][]>> = {
  void: ['void'],
  ready: ['turnaround'],
  since: ['occupied'],
  left_on: ['occupied'],
  move: ['occupied'],
  moved: ['occupied'],
  move_on: ['occupied'],
  take_back: ['void', 'turnaround', 'occupied'],
  put_back: ['void', 'turnaround', 'occupied'],
}

const EDITS: {
  [Kind in ClaimEdit['kind']]: (
    editing: Editing & { viewer: SignedInViewer },
    claim: OwnClaim,
    edit: Extract<ClaimEdit, { kind: Kind }>,
  ) => Promise<Refused>
} = {
  void: changeVoid,
  ready,
  since,
  left_on: leftOn,
  move,
  moved,
  move_on: moveOn,
  take_back: takeBack,
  put_back: putBack,
}

/** Changes a claim of the viewer's own. What it was stays in its history. It confirms no vacancy. */
export async function editClaim(
  app: DomainContext,
  viewer: SignedInViewer,
  { claimId, version, edit }: ClaimEditing,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    const found = await findOwnClaim(trx, viewer, claimId)
    if (!found) return { ok: false, reason: 'not_found' }
    const { serviceId } = found
    const closed = await lockOpenHouse(trx, serviceId)
    if (closed) return closed
    // As it is now that nobody else lays out this service's claims.
    const claim = (await findOwnClaim(trx, viewer, claimId)) ?? found
    if ((await changesOf(trx, viewer, claimId)).length !== version)
      return { ok: false, reason: 'claim_changed' }
    const refused = standsFor(claim, edit)
    if (refused) return refused
    const now = app.clock()
    await releaseLapsed(trx, claim.bedspaceId, now)
    const changed = await EDITS[edit.kind]({ trx, now, viewer }, claim, edit as never)
    if (changed) return changed
    await recordAudit(trx, viewer, {
      action: 'service.edit_claim',
      subjectKind: 'service',
      subjectId: serviceId,
      detail: { claimId, edit: edit.kind },
    })
    return { ok: true, serviceId }
  })
}

/** Whether the claim is one that may be changed so. */
function standsFor(claim: OwnClaim, edit: ClaimEdit): Refused {
  if (claim.ofReferral || claim.kind === 'hold') return { ok: false, reason: 'held_for_referral' }
  if (claim.voidReason === 'closing') return { ok: false, reason: 'closes' }
  if (!KINDS[edit.kind].includes(claim.kind)) return { ok: false, reason: 'claim_over' }
  if (mayBeChanged(claim) === (edit.kind === 'put_back')) return { ok: false, reason: 'claim_over' }
  return moveStandsFor(claim, edit)
}

/** What may be said of a stay that is to move. */
const OF_PLANNED: readonly ClaimEdit['kind'][] = ['moved', 'move_on', 'since']

/** Of a stay that moved on or is to, its first day may be corrected; of one that is to, the move be recorded, or called off in the other room. */
function moveStandsFor({ movedTo, isToMove, movesHere }: OwnClaim, { kind }: ClaimEdit): Refused {
  if (movesHere !== null) return kind === 'take_back' ? null : { ok: false, reason: 'move_planned' }
  if (isToMove) return OF_PLANNED.includes(kind) ? null : { ok: false, reason: 'move_planned' }
  if (kind === 'moved' || kind === 'move_on') return { ok: false, reason: 'claim_over' }
  return movedTo !== null && kind !== 'since' ? { ok: false, reason: 'moved_on' } : null
}

async function changeVoid(
  { trx }: Editing,
  { id }: OwnClaim,
  { reason, fromOn, untilOn }: Extract<ClaimEdit, { kind: 'void' }>,
): Promise<Refused> {
  if (untilOn !== null && untilOn <= fromOn) return { ok: false, reason: 'dates_invalid' }
  return orTaken(trx, () =>
    trx
      .updateTable('bedspaceClaim')
      .set({ voidReason: reason, during: daysBetween({ from: fromOn, until: untilOn }) })
      .where('id', '=', id)
      .execute(),
  )
}

async function ready(
  { trx }: Editing,
  { id, from }: OwnClaim,
  { readyOn }: { readyOn: Day },
): Promise<Refused> {
  if (readyOn <= from) return { ok: false, reason: 'dates_invalid' }
  return orTaken(trx, () =>
    trx
      .updateTable('bedspaceClaim')
      .set({ during: daysBetween({ from, until: readyOn }) })
      .where('id', '=', id)
      .execute(),
  )
}

async function takeBack(editing: Editing, claim: OwnClaim): Promise<Refused> {
  if (claim.movesHere !== null) return callOff(editing, claim, claim.movesHere)
  const { trx, now } = editing
  if (claim.leftOn !== null) await freeTurnaround(trx, claim, claim.leftOn, now)
  await releaseClaims(trx, [claim.id], now)
  if (claim.isDayStay)
    await trx.updateTable('bedspaceClaim').set({ leftOn: null }).where('id', '=', claim.id).execute()
  await trx.updateTable('bedspaceClaim').set({ movedTo: null }).where('movedTo', '=', claim.id).execute()
  return null
}
