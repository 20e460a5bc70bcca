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

interface FreeCount {
  serviceId: string
  free: number
  /** The provider has more bedspaces than before: what is missing is added. */
  grow: boolean
}

/**
 * "3 free now": for a provider who lists no rooms. The count is held as that many unnamed bedspaces with nothing on them
 * today: missing ones are freed from "taken from another route", spare ones are marked as taken. Refused where it needs
 * more bedspaces than there are, unless the provider says that there are more: a slip of the finger makes no vacancies.
 */
export async function setFreeCount(
  app: DomainContext,
  viewer: SignedInViewer,
  input: FreeCount,
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
  { serviceId, free, grow }: FreeCount,
): Promise<VacancyResult> {
  if (!(await findOwnService(trx, viewer, serviceId))) return { ok: false, reason: 'not_found' }
  if (!Number.isInteger(free) || free < 0 || free > MOST) return { ok: false, reason: 'count_invalid' }
  const now = app.clock()
  await sql`select pg_advisory_xact_lock(hashtextextended(${serviceId}::text, 1))`.execute(trx)
  const unnamed = (await bedspacesOf(trx, serviceId, now)).filter(bedspace => !bedspace.named)
  const freeNow = unnamed.filter(bedspace => bedspace.today.kind === 'free')
  const takenNow = unnamed.flatMap(({ claims }) => claims.filter(claim => isTakenNow(claim, now)))
  const most = freeNow.length + takenNow.length
  if (free > most && !grow) return { ok: false, reason: 'count_grows', bedspaces: unnamed.length, most }
  const ids = takenNow.map(claim => claim.id)
  await releaseClaims(trx, ids.slice(0, Math.max(0, free - freeNow.length)), now)
  if (free > most) await addBedspaces(trx, serviceId, unnamed, free - most)
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

async function addBedspaces(
  trx: Transaction<DB>,
  serviceId: string,
  unnamed: readonly OwnBedspace[],
  missing: number,
): Promise<void> {
  const type = unnamed[0]?.type ?? 'self_contained'
  const bedspaces = Array.from({ length: missing }, (_, index) => {
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
