import { type Kysely, sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asWorker } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { type Day, londonDay } from '../../time/calendar'
import { claimBedspace, releaseClaims, releaseLapsed } from '../claims/claim-bedspace.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'
import { tellKeeper } from '../../record-change/tell-keeper.server'
import { againstRoom } from './against-room.server'
import { lockedRoom, nameInUse } from './own-rooms.server'

/**
 * Closes a room for good from a day on: a void without an end claims it, so that the constraint gives it to nobody any more,
 * whoever had its page open. Refused while somebody has it, or is promised it, on that day or later; other voids and turnaround
 * give way. On the day, or at once, it leaves the lists. Of a room that is to close already it is another day.
 */
export async function closeRoom(
  app: DomainContext,
  viewer: SignedInViewer,
  { bedspaceId, fromOn }: { bedspaceId: string; fromOn: Day | null },
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    const found = await lockedRoom(trx, viewer, bedspaceId)
    if (!found.ok) return found
    const { serviceId, retiredAt, closesOn } = found.room
    const now = app.clock()
    const from = fromOn ?? londonDay(now)
    if (retiredAt !== null || closesOn === from) return { ok: false, reason: 'room_closed' }
    const closed = await closeFrom(trx, bedspaceId, from, now)
    if (!closed.ok) return closed
    await recordAudit(trx, viewer, {
      action: 'service.close_room',
      subjectKind: 'service',
      subjectId: serviceId,
      detail: { bedspaceId, from },
    })
    await tellKeeper(app, trx, viewer, { serviceId, news: 'rooms_changed' })
    return { ok: true, serviceId }
  })
}

type Closed = { ok: true } | Extract<VacancyResult, { ok: false }>

/** Closes a bedspace within a running transaction; of a day to come the worker retires it then. */
export async function closeFrom(
  trx: Transaction<DB>,
  bedspaceId: string,
  from: Day,
  now: Date,
): Promise<Closed> {
  await releaseLapsed(trx, bedspaceId, now)
  const inUse = await usedFrom(trx, bedspaceId, from)
  if (inUse) return { ok: false, reason: 'room_in_use', ...inUse }
  await giveWay(trx, bedspaceId, from, now)
  const claim = { bedspaceId, kind: 'void', from, until: null, voidReason: 'closing' } as const
  const claimed = await claimBedspace(trx, claim, now)
  if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
  if (from <= londonDay(now))
    await trx.updateTable('bedspace').set({ retiredAt: now }).where('id', '=', bedspaceId).execute()
  return { ok: true }
}

/** A closed room, or one that is to close, is in use again. */
export async function reopenRoom(
  app: DomainContext,
  viewer: SignedInViewer,
  bedspaceId: string,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    const found = await lockedRoom(trx, viewer, bedspaceId)
    if (!found.ok) return found
    const { room } = found
    const { serviceId, name, named } = room
    if (room.retiredAt === null && room.closesOn === null) return { ok: false, reason: 'room_open' }
    const refused =
      room.retiredAt === null ? null : await againstRoom(trx, serviceId, { sex: room.sex, isNew: true })
    if (refused) return refused
    const taken = named ? await nameInUse(trx, serviceId, [name], bedspaceId) : null
    if (taken !== null) return { ok: false, reason: 'name_taken', name: taken }
    await releaseClaims(trx, await closingClaims(trx, bedspaceId), app.clock())
    await trx.updateTable('bedspace').set({ retiredAt: null }).where('id', '=', bedspaceId).execute()
    await recordAudit(trx, viewer, {
      action: 'service.reopen_room',
      subjectKind: 'service',
      subjectId: serviceId,
      detail: { bedspaceId },
    })
    await tellKeeper(app, trx, viewer, { serviceId, news: 'rooms_changed' })
    return { ok: true, serviceId }
  })
}

/** The rooms whose closing day has come leave the lists. Returns how many. */
export async function retireDue(workerDb: Kysely<DB>, now: Date): Promise<number> {
  const { numUpdatedRows } = await asWorker(workerDb, trx =>
    trx
      .updateTable('bedspace')
      .set({ retiredAt: now })
      .where('retiredAt', 'is', null)
      .where(
        sql<boolean>`exists (select from bedspace_claim c where c.bedspace_id = bedspace.id and c.active
          and c.void_reason = 'closing' and lower(c.during) <= ${londonDay(now)}::date)`,
      )
      .executeTakeFirst(),
  )
  return Number(numUpdatedRows)
}

/** The last stay or hold that reaches a day or later: until when, null where nobody knows. */
async function usedFrom(
  trx: Transaction<DB>,
  bedspaceId: string,
  from: Day,
): Promise<{ kind: 'hold' | 'occupied'; until: Day | null } | null> {
  const used = await trx
    .selectFrom('bedspaceClaim')
    .select('kind')
    .select(sql<Day | null>`case when outstays then null else upper(during) end`.as('until'))
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .where('kind', 'in', ['hold', 'occupied'])
    .where(sql<boolean>`(outstays or upper_inf(during) or upper(during) > ${from}::date)`)
    .orderBy(sql`outstays desc, upper(during) desc nulls first`)
    .executeTakeFirst()
  return used ? { kind: used.kind === 'hold' ? 'hold' : 'occupied', until: used.until } : null
}

/** Voids and turnaround end before a day; those that begin on it or later are taken back, and so is another day on which it was to close. */
async function giveWay(trx: Transaction<DB>, bedspaceId: string, from: Day, now: Date): Promise<void> {
  await releaseClaims(trx, await closingClaims(trx, bedspaceId), now)
  const reaching = trx
    .updateTable('bedspaceClaim')
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .where('kind', 'in', ['void', 'turnaround'])
    .where(sql<boolean>`(upper_inf(during) or upper(during) > ${from}::date)`)
  const begins = sql<boolean>`lower(during) < ${from}::date`
  await reaching
    .set({ during: sql<string>`during * daterange(null, ${from}::date)` })
    .where(begins)
    .execute()
  await reaching.set({ active: false, releasedAt: now }).execute()
}

async function closingClaims(trx: Transaction<DB>, bedspaceId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .where('voidReason', '=', 'closing')
    .execute()
  return rows.map(row => row.id)
}
