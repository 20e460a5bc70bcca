import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { londonDay, type Day } from '../region/calendar'
import { markConfirmed } from './confirm-vacancies.server'
import { type OwnBedspace, bedspacesOf } from './own-bedspaces.server'
import { claimBedspace, releaseClaims } from './claim-bedspace.server'
import { findOwnService } from './vacancy-access.server'
import type { VacancyResult } from './vacancy-result'

const MOST = 200

/**
 * "3 free now": for a provider who lists no rooms. The count is held as that many unnamed bedspaces with nothing on them
 * today: missing ones are freed from "taken from another route" or added, spare ones are marked as taken.
 */
export async function setFreeCount(
  app: DomainContext,
  viewer: SignedInViewer,
  input: { serviceId: string; free: number },
  request: FormRequest,
): Promise<VacancyResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => setWithin(app, trx, viewer, input))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function setWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, free }: { serviceId: string; free: number },
): Promise<VacancyResult> {
  if (!(await findOwnService(trx, viewer, serviceId))) return { ok: false, reason: 'not_found' }
  if (!Number.isInteger(free) || free < 0 || free > MOST) return { ok: false, reason: 'count_invalid' }
  const now = app.clock()
  await sql`select pg_advisory_xact_lock(hashtextextended(${serviceId}::text, 1))`.execute(trx)
  const unnamed = (await bedspacesOf(trx, serviceId, now)).filter(bedspace => !bedspace.named)
  const freeNow = unnamed.filter(bedspace => bedspace.today.kind === 'free')
  if (freeNow.length < free) await addFree(trx, serviceId, unnamed, free - freeNow.length, now)
  const taken = await takeOut(trx, freeNow.slice(free), now)
  if (!taken.ok) return { ok: false, reason: 'bedspace_taken', until: taken.until }
  await markConfirmed(trx, viewer, serviceId, now)
  await recordAudit(trx, viewer, {
    action: 'service.set_free_count',
    subjectKind: 'service',
    subjectId: serviceId,
    detail: { free, before: freeNow.length },
  })
  return { ok: true, serviceId }
}

async function addFree(
  trx: Transaction<DB>,
  serviceId: string,
  unnamed: readonly OwnBedspace[],
  wanted: number,
  now: Date,
): Promise<void> {
  const takenElsewhere = unnamed.flatMap(bedspace => bedspace.claims.filter(claim => isTakenNow(claim, now)))
  const freed = await releaseClaims(
    trx,
    takenElsewhere.slice(0, wanted).map(claim => claim.id),
    now,
  )
  if (freed === wanted) return
  const type = unnamed[0]?.type ?? 'self_contained'
  const bedspaces = Array.from({ length: wanted - freed }, (_, index) => {
    const position = unnamed.length + index + 1
    return { id: newId(), serviceId, name: `Bedspace ${position}`, named: false, type, position }
  })
  await trx.insertInto('bedspace').values(bedspaces).execute()
}

function isTakenNow(claim: OwnBedspace['claims'][number], now: Date): boolean {
  return claim.voidReason === 'taken_elsewhere' && claim.from <= londonDay(now)
}

/** Each taken until something else claims it, or until further notice; all of them, or none where one was just taken. */
async function takeOut(
  trx: Transaction<DB>,
  spare: readonly OwnBedspace[],
  now: Date,
): Promise<{ ok: true } | { ok: false; until: Day | null }> {
  const from = londonDay(now)
  const made: string[] = []
  for (const { id: bedspaceId, claims } of spare) {
    const until = claims.map(claim => claim.from).find(day => day > from) ?? null
    const claim = { bedspaceId, kind: 'void', from, until, voidReason: 'taken_elsewhere' } as const
    const claimed = await claimBedspace(trx, claim, now)
    if (!claimed.ok) {
      await releaseClaims(trx, made, now)
      return claimed
    }
    made.push(claimed.claimId)
  }
  return { ok: true }
}
