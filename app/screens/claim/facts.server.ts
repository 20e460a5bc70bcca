import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { type Day, londonDay } from '~/domain/time/calendar'
import { mayBeChanged } from '~/domain/vacancy/stays/day-stay'
import { type ClaimChange, changesOf } from '~/domain/vacancy/claims/claim-history.server'
import { isOver } from '~/domain/vacancy/stays/past-claims.server'
import { findOwnClaim, type OwnClaim } from '~/domain/vacancy/claims/own-claim.server'
import { whyNotCalledOff } from '~/domain/vacancy/claims/move-claim.server'
import { isTakenBack, whyNotTakenBack } from '~/domain/vacancy/claims/take-back.server'
import { whyNotPutBack } from '~/domain/vacancy/claims/put-back.server'
import { bedspacesOf } from '~/domain/vacancy/own/own-bedspaces.server'
import { roomsOf } from '~/domain/vacancy/rooms/own-rooms.server'
import { notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { roomChoices } from '~/screens/vacancies/room-choices'
import { cannotUndo, type Undoings } from './undoing'
import { claimHistory, claimNoun, claimRows, claimTitle } from './page'

/** One claim on a bedspace of the viewer's own, and what may be changed of it. @throws the page that is not there, for any other id */
export async function claimPageFor(app: DomainContext, viewer: SignedInViewer, claimId: string) {
  const now = app.clock()
  const today = londonDay(now)
  return asViewer(app.db, viewer, async trx => {
    const claim = await findOwnClaim(trx, viewer, claimId)
    if (!claim) throw notFound()
    const changes = await changesOf(trx, viewer, claimId)
    const rooms = await roomsOf(trx, claim.serviceId)
    const undoings = await undoingsOf({ trx, viewer, now }, claim, changes)
    const offers = offersOf(claim, today, undoings)
    const others = offers.mayMove ? await bedspacesOf(trx, claim.serviceId, now) : []
    const days = { today, fromOn: today, untilOn: null, mayBeginLater: true }
    return {
      claimId,
      bedspaceId: claim.bedspaceId,
      serviceId: claim.serviceId,
      title: claimTitle(claim),
      isOver: isOver(claim, today),
      noun: claimNoun(claim),
      rows: claimRows(claim, changes, today),
      history: claimHistory(changes, new Map(rooms.map(room => [room.id, room.name])), now),
      lastAct: undoings.lastAct === null ? lastActOf(claim, changes) : null,
      offers,
      cannot: cannotUndo(undoings, claimNoun(claim)),
      movesTo: claim.movedTo,
      closedService: claim.isClosed ? claim.serviceId : null,
      isPlannedMove: claim.movesHere !== null,
      movesFrom: claim.movesHere,
      referral: claim.ofReferral ? { id: claim.referralId } : null,
      start: startOf(claim, today),
      rooms: roomChoices(
        others.filter(({ id }) => id !== claim.bedspaceId),
        days,
      ),
      version: changes.length,
      keys: { form: newIdempotencyKey(), button: newIdempotencyKey() },
    }
  })
}

export type ClaimShown = Awaited<ReturnType<typeof claimPageFor>>

/** What may be said of a claim, by what it is. */
export interface Offers {
  isVoid: boolean
  isTurnaround: boolean
  /** A stay that goes on, by whatever route. */
  mayLeave: boolean
  /** A stay by another route. */
  maySince: boolean
  mayCorrectLeft: boolean
  mayMove: boolean
  /** A move that was planned, and is not recorded yet. */
  mayHaveMoved: boolean
  mayEnd: boolean
  mayTakeBack: boolean
  mayPutBack: boolean
}

/** A claim that belongs to no referral, in a house that is open. */
function isFreely(claim: OwnClaim): boolean {
  return !claim.isClosed && !claim.ofReferral && claim.kind !== 'hold' && claim.voidReason !== 'closing'
}

/** What taking back would be refused, as each act says it itself; null of what is not offered anyway. */
async function undoingsOf(
  { trx, viewer, now }: { trx: Transaction<DB>; viewer: SignedInViewer; now: Date },
  claim: OwnClaim,
  changes: readonly ClaimChange[],
): Promise<Undoings> {
  const act = lastActOf(claim, changes)
  const isOff = isFreely(claim) && !mayBeChanged(claim)
  const isToCome = isFreely(claim) && claim.active && claim.movesHere !== null
  return {
    lastAct: act === null ? null : await whyNotTakenBack(trx, viewer, act, now),
    putBack: isOff ? await whyNotPutBack({ trx, viewer, now }, claim) : null,
    callOff: isToCome ? await whyNotCalledOff({ trx, now }, claim, claim.movesHere ?? '') : null,
  }
}

/** Nobody has the room: it cannot be used, or is made ready. */
function isRoomOff({ kind }: OwnClaim): boolean {
  return kind === 'void' || kind === 'turnaround'
}

function offersOf(claim: OwnClaim, today: Day, { putBack, callOff }: Undoings): Offers {
  const isFree = isFreely(claim)
  const stands = isFree && mayBeChanged(claim) && claim.movedTo === null
  // One that is to begin, or whose move here is not recorded, is called off, and nothing else is said of it.
  const isStay = claim.kind === 'occupied' && claim.from <= today && claim.movesHere === null
  const goesOn = isStay && !claim.isClosed && claim.active && claim.leftOn === null && claim.movedTo === null
  return {
    isVoid: stands && claim.kind === 'void',
    isTurnaround: stands && claim.kind === 'turnaround',
    mayLeave: goesOn,
    maySince: isFree && mayBeChanged(claim) && isStay,
    mayCorrectLeft: stands && claim.kind === 'occupied' && claim.leftOn !== null,
    mayMove: stands && goesOn,
    mayHaveMoved: isFree && claim.active && claim.isToMove,
    mayEnd: stands && isRoomOff(claim) && (claim.until === null || claim.until > today),
    mayTakeBack: stands && callOff === null,
    mayPutBack: isFree && !mayBeChanged(claim) && putBack === null,
  }
}

/** What changed it last and can be taken back; what took something back is not taken back in its turn. */
function lastActOf(
  { ofReferral, voidReason, isClosed }: OwnClaim,
  changes: readonly ClaimChange[],
): string | null {
  if (isClosed || ofReferral || voidReason === 'closing' || isTakenBack(changes)) return null
  return changes.at(-1)?.act ?? null
}

function startOf(claim: OwnClaim, today: string) {
  return {
    reason: claim.voidReason ?? '',
    fromOn: claim.from,
    untilOn: claim.until,
    leftOn: claim.leftOn,
    movesOn: claim.isToMove ? (claim.leaves?.on ?? null) : null,
    today,
  }
}
