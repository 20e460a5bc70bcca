import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import type { Acted, Acting, Applied, Becomes, Effect, Step } from './acting'
import { isOfAnotherDay } from '../changes/carried'
import { hasUnreadChanges, markChangesRead } from '../changes/noted-changes.server'
import { dueTold } from '../disclosure/due-told'
import { tierOfEventWords } from '../record/referral-note.server'
import { historyNote, missingDetail, reasonsRefusal, withdrawsAgreement } from './event-details'
import type { ReferralEvent } from './registry'
import { AS_BEFORE, resumeStateWhenParked, type Transition, transition } from '../lifecycle'
import { londonDay } from '../../time/calendar'
import { limitDays } from '../limit-days.server'
import { dueAfter, dueToLookAgain, type LimitFacts } from '../due'
import {
  type LockedReferral,
  lockReferral,
  lockSibling,
  lockUnlessBusy,
} from '../record/lock-referral.server'
import { type Actor } from '../referral'
import { holdsBed, isAt, isOpen, type ReferralState } from '../states'
import { endReading, sideOf } from '../record/referral-access.server'
import { writeHistory } from '../record/history-write.server'
import { releaseBed } from '../offer/release-bed.server'
import type { Refusal } from '../refusal'
import { refuseNames } from '../submit/words-for-triage.server'

/**
 * Applies one event of the table to one referral: locks it, checks who, version, state and what the event requires, lets
 * `effect` do its part, then writes state, limit and history, frees the bed and ends reading where the new state says so,
 * and owes the notices. All in the caller's transaction.
 */
export async function applyEvent(
  app: DomainContext,
  trx: Transaction<DB>,
  acting: Acting,
  step: Step,
  effect: Effect = nothingMore,
): Promise<Applied | Refusal> {
  const referral = await LOCKS[acting.by](trx, step.referralId)
  if (!referral) return { ok: false, reason: 'not_found' }
  const checked = check(acting, step, referral, app.clock())
  if (!checked.ok) return checked
  const { row } = checked
  const planned = { acting, step, referral, row, state: targetState(referral, row) }
  const refused = (await refuseNamedPerson(app, trx, planned)) ?? (await refuseUnread(trx, planned))
  if (refused) return refused
  const done = await effect(referral, row)
  if (!done.ok) return done
  const { becomes = null } = done
  const acted = { ...planned, state: becomes?.state ?? planned.state }
  const { state } = acted
  await markRead(app, trx, acted)

  const now = app.clock()
  // Before the state is written: from then on a closed referral's parties have no hand on the bed.
  if (leavesBed(referral.state, state)) await releaseBed(trx, referral.id, step.event, now)
  const assessmentAt = done.changes?.assessmentAt ?? referral.assessmentAt
  const { offerExpiresAt = null, holdEndsAt = null } = done
  const limits = (await limitDays(trx))(londonDay(now))
  const facts = { releaseOn: referral.releaseOn, assessmentAt, offerExpiresAt, holdEndsAt, limitDays: limits }
  await trx
    .updateTable('referral')
    .set({
      ...done.changes,
      ...(isOpen(state) ? reasonsForgotten(referral.state) : reasonColumns(step)),
      state,
      resumeState: becomes ? becomes.resumeState : resumeState(acted),
      ...(isAnswered(referral.state, state) ? { requestedItems: [] } : {}),
      version: referral.version + 1,
      ...limitColumns(acted, facts, now, becomes),
      ...(isCorrectedEnd(acted) ? {} : { closedAt: isOpen(state) ? null : now }),
      ...(state === referral.state ? {} : { stateChangedAt: becomes?.since ?? now }),
    })
    .where('id', '=', referral.id)
    .execute()
  const { was = [] } = done
  const historyId = await follow(app, trx, acted, was)
  return {
    ok: true,
    referralId: referral.id,
    caseId: referral.caseId,
    from: referral.state,
    state,
    version: referral.version + 1,
    historyId,
    ...(done.alsoNarrowed && { alsoNarrowed: done.alsoNarrowed }),
    was: [...was],
  }
}

async function refuseNamedPerson(
  app: DomainContext,
  trx: Transaction<DB>,
  { step: { event, details }, referral, row: { by }, state: to }: Acted,
): Promise<Refusal | null> {
  if (by !== 'referrer' && by !== 'provider') return null
  const tier = tierOfEventWords(by, { event, to }, referral, details.agreedTier)
  return refuseNames(app, trx, { caseId: referral.caseId, tier }, historyNote(details))
}

const LOCKS = { side: lockReferral, system: lockSibling, clock: lockUnlessBusy }

function nothingMore(): Promise<{ ok: true }> {
  return Promise.resolve({ ok: true })
}

function check(
  acting: Acting,
  step: Step,
  referral: LockedReferral,
  now: Date,
): { ok: true; row: Transition } | Refusal {
  const actor: Actor | null = acting.by === 'side' ? sideOf(acting.viewer, referral) : acting.by
  if (actor === null) return { ok: false, reason: 'not_found' }
  const { state, version } = referral
  const row = transition({ ...referral, now }, step.event, actor)
  // Named before the version is: the page can say from what to what, and the form can be sent again.
  if (row && step.seen && isOfAnotherDay(step.seen, referral)) return { ok: false, reason: 'basis_changed' }
  if (step.version !== null && step.version !== version) return { ok: false, reason: 'stale', state, version }
  if (!row) return { ok: false, reason: 'state_does_not_allow', state }
  const missing = missingDetail(row.requires, step.details)
  if (missing) return { ok: false, reason: 'missing', missing }
  return reasonsRefusal(step.event, step.details) ?? { ok: true, row }
}

/** Where the table asks for it: what changed must be read first. */
async function refuseUnread(
  trx: Transaction<DB>,
  { step, referral, row: { requires, by } }: Acted,
): Promise<Refusal | null> {
  if (!requires.includes('changes_read') || (by !== 'referrer' && by !== 'provider')) return null
  if (!(await hasUnreadChanges(trx, referral.id, by))) return null
  return step.details.changesRead === true ? null : { ok: false, reason: 'changes_unread' }
}

/** Keeps that it was read, once nothing refuses the event any more. */
async function markRead(
  app: DomainContext,
  trx: Transaction<DB>,
  { step, referral, row: { requires, by } }: Acted,
): Promise<void> {
  if (!requires.includes('changes_read') || (by !== 'referrer' && by !== 'provider')) return
  if (step.details.changesRead === true) await markChangesRead(trx, referral.id, by, app.clock())
}

function targetState(referral: LockedReferral, row: Transition): ReferralState {
  // An open one: the effect says which.
  if (row.to === AS_BEFORE) return 'under_review'
  if (row.to !== 'where_it_was') return row.to
  if (referral.resumeState === null)
    throw new Error('A parked or moved referral keeps the state it came from')
  return referral.resumeState
}

/** Sent there twice, it still goes back to where it was before the first time. */
function resumeState({ referral, row: { event, limit }, state }: Acted): ReferralState | null {
  if (event === 'park') return resumeStateWhenParked(referral.state)
  if (TO_RECONFIRM.includes(event) && holdsBed(referral.state)) return referral.resumeState ?? referral.state
  // What ended can be taken up again where it stood.
  return limit === 'kept' || !isOpen(state) || KEEPS_RESUME.includes(event) ? referral.resumeState : null
}

/** What sends an offer or a place to be reconfirmed. */
const TO_RECONFIRM: readonly ReferralEvent[] = ['date_moved', 'stay_goes_on']

/** What is done while it waits to be reconfirmed, and leaves where it was before as it is. */
const KEEPS_RESUME: readonly ReferralEvent[] = ['keep_holding', 'date_moved']

/** The limit, and as triage may be told it while it reads the week of the release alone. */
function limitColumns(
  { row: { limit }, referral, state }: Acted,
  facts: LimitFacts,
  now: Date,
  becomes: Becomes | null,
): { dueAt?: Date | null; toldDueAt?: Date | null } {
  if (limit === 'kept') return {}
  const since = becomes?.since ?? (limit === 'from_entry' ? referral.stateChangedAt : now)
  const dueAt = limit === 'look_again' ? dueToLookAgain(facts, now) : dueAfter(state, facts, now, since)
  return { dueAt, toldDueAt: dueTold(1, { state, dueAt, releaseOn: facts.releaseOn }, now) }
}

/** Why it ended. The reasons of an act after which it goes on stand in the history alone. */
function reasonColumns({ details }: Step): { primaryReason?: string; otherReasons?: string[] } {
  if (!details.reasons) return {}
  return { primaryReason: details.reasons.primary, otherReasons: [...details.reasons.others] }
}

/** What is taken up again did not end. */
function reasonsForgotten(from: ReferralState): { primaryReason?: null; otherReasons?: string[] } {
  return isOpen(from) ? {} : { primaryReason: null, otherReasons: [] }
}

/** It ended before, and when it did stays so. */
function isCorrectedEnd({ referral, state }: Acted): boolean {
  return !isOpen(referral.state) && !isOpen(state)
}

async function follow(
  app: DomainContext,
  trx: Transaction<DB>,
  acted: Acted,
  was: readonly string[],
): Promise<string> {
  const { acting, step, referral, state } = acted
  const historyId = await writeHistory(app, trx, acted, was)
  if (!isOpen(state) && !isCorrectedEnd(acted)) {
    const closing = { agreementWithdrawn: withdrawsAgreement(step.details) }
    await withinCase(trx, acting, referral.caseId, system => endReading(system, referral.id, closing))
  }
  await app.jobs.enqueue(trx, 'notify', { historyId, referralId: referral.id })
  await recordAudit(trx, acting.viewer ?? { kind: 'public' }, {
    action: `referral.${step.event}`,
    subjectKind: 'referral',
    subjectId: referral.id,
    detail: { by: acting.by, from: referral.state, to: state },
  })
  return historyId
}

/** Nobody waits for the answer any more; one that is parked, or ends and may be taken up again, keeps what was asked. */
function isAnswered(from: ReferralState, to: ReferralState): boolean {
  return from === 'information_requested' && to !== from && isAt(to, 'before_offer', 'offer')
}

/** A stay that ends keeps its claim up to the day it ended: see events/depart/act.server.ts. */
function leavesBed(from: ReferralState, to: ReferralState): boolean {
  return isAt(from, 'offer', 'place', 'moved') && !holdsBed(to)
}

async function withinCase(
  trx: Transaction<DB>,
  acting: Acting,
  caseId: string,
  work: (system: Transaction<DB>) => Promise<void>,
): Promise<void> {
  await (acting.by === 'side' ? asSystem(trx, caseId, work) : work(trx))
}
