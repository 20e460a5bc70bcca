import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'
import { releaseLapsed } from './claim-bedspace.server'
import { type ClaimChange, changesIn, changesOf, type ClaimState } from './claim-history.server'
import { lockOpenHouse } from './lock-service.server'
import { findOwnClaim, type OwnClaim } from './own-claim.server'
import { keepLeaving } from './planned-move.server'
import { areTaken, type WantedDays, unlessTaken } from './unless-taken.server'

type Refused = Extract<VacancyResult, { ok: false }>

/**
 * Takes back what one act did to claims, all of it or nothing: each is again what it was before. Refused where one of them was
 * changed again since, taken back already, belongs to a referral, whose own events take it back, or claims days that are another's by now.
 */
export async function takeBackAct(
  app: DomainContext,
  viewer: SignedInViewer,
  act: string,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    const changes = await changesIn(trx, viewer, act)
    const [first] = await claimsOf(trx, viewer, changes)
    if (!first) return { ok: false, reason: 'not_found' }
    const { serviceId } = first
    const closed = await lockOpenHouse(trx, serviceId)
    if (closed) return closed
    const claims = await claimsOf(trx, viewer, changes)
    const now = app.clock()
    const inOrder = statesBefore(changes)
    const refused = await refusedOf(trx, viewer, { act, claims, states: inOrder, now })
    if (refused) return refused
    await sql`select set_config('app.act', ${takingBack(act)}, true)`.execute(trx)
    for (const { bedspaceId } of [...claims, ...daysOf(inOrder)]) await releaseLapsed(trx, bedspaceId, now)
    const done =
      (await unlessTaken(trx, () => restoreAll(trx, inOrder, now))) ||
      (await unlessTaken(trx, () => restoreAll(trx, inOrder.reverse(), now)))
    if (!done) return { ok: false, reason: 'days_taken' }
    await recordAudit(trx, viewer, {
      action: 'service.take_back',
      subjectKind: 'service',
      subjectId: serviceId,
      detail: { act },
    })
    return { ok: true, serviceId }
  })
}

/**
 * Why an act would not be taken back now, as `takeBackAct` itself says it; null where it would be. Of a service that has closed nothing
 * is asked: nothing of it is changed.
 */
export async function whyNotTakenBack(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  act: string,
  now: Date,
): Promise<Refused | null> {
  const changes = await changesIn(trx, viewer, act)
  const claims = await claimsOf(trx, viewer, changes)
  return refusedOf(trx, viewer, { act, claims, states: statesBefore(changes), now })
}

interface Undoing {
  act: string
  claims: readonly OwnClaim[]
  states: readonly Before[]
  now: Date
}

async function refusedOf(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { act, claims, states, now }: Undoing,
): Promise<Refused | null> {
  const refused = claims.map(refusalOf).find(Boolean) ?? (await changedSince(trx, viewer, claims, act))
  if (refused) return refused
  const own = states.map(([id]) => id)
  return (await areTaken(trx, daysOf(states), own, now)) ? { ok: false, reason: 'days_taken' } : null
}

/** The days that claims have again. */
function daysOf(states: readonly Before[]): WantedDays[] {
  return states.flatMap(([, was]) =>
    was?.active ? [{ bedspaceId: was.bedspace_id, during: was.during }] : [],
  )
}

/** The act by which another is taken back, whoever does it: so that it is known for one, and is not taken back in its turn. */
function takingBack(act: string): string {
  const hex = createHash('sha256').update(`taking back ${act}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** True where the last that became of a claim is that what was done before was taken back. */
export function isTakenBack(changes: readonly Pick<ClaimChange, 'act'>[]): boolean {
  const last = changes.at(-1)?.act
  const before = changes.findLast(({ act }) => act !== last)?.act
  return last !== undefined && before !== undefined && last === takingBack(before)
}

async function claimsOf(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  changes: readonly ClaimChange[],
): Promise<OwnClaim[]> {
  const found: OwnClaim[] = []
  for (const id of new Set(changes.map(change => change.claimId))) {
    const claim = await findOwnClaim(trx, viewer, id)
    if (claim) found.push(claim)
  }
  return found
}

function refusalOf({ ofReferral, voidReason }: OwnClaim): Refused | null {
  if (ofReferral) return { ok: false, reason: 'held_for_referral' }
  return voidReason === 'closing' ? { ok: false, reason: 'closes' } : null
}

async function changedSince(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  claims: readonly OwnClaim[],
  act: string,
): Promise<Refused | null> {
  for (const { id } of claims) {
    const changes = await changesOf(trx, viewer, id)
    const last = changes.at(-1)
    if (last && (last.act !== act || isTakenBack(changes)))
      return { ok: false, reason: 'changed_since', at: last.at.toISOString(), by: last.by }
  }
  return null
}

type Before = [claimId: string, state: ClaimState | null]

/** Each claim as it was before the act: new ones first, and those that were none, so that their days are free for the others. */
function statesBefore(changes: readonly ClaimChange[]): Before[] {
  const before = new Map<string, ClaimState | null>()
  for (const { claimId, before: was } of changes) if (!before.has(claimId)) before.set(claimId, was)
  return [...before].sort(([, a], [, b]) => Number(a?.active ?? false) - Number(b?.active ?? false))
}

/** One by one: days that one gives up may be another's, in the one order or in the other. */
async function restoreAll(trx: Transaction<DB>, states: readonly Before[], now: Date): Promise<void> {
  for (const [id, was] of states) await restore(trx, id, was, now)
}

async function restore(trx: Transaction<DB>, id: string, was: ClaimState | null, now: Date): Promise<void> {
  const claim = trx.updateTable('bedspaceClaim').where('id', '=', id)
  if (was === null) {
    await claim.set({ active: false, releasedAt: now }).execute()
    return
  }
  await claim
    .set({
      bedspaceId: was.bedspace_id,
      during: sql<string>`${was.during}::daterange`,
      active: was.active,
      releasedAt: was.active ? null : now,
      voidReason: was.void_reason,
      lapsesAt: was.lapses_at,
      expectedUntil: was.expected_until,
      leavingSure: was.leaving_sure,
      mustEnd: was.must_end,
      outstays: was.outstays,
      leftOn: was.left_on,
      movedTo: was.moved_to,
      beforeMove: keepLeaving(was.before_move),
    })
    .execute()
}
