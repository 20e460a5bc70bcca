import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { londonDay } from '../../time/calendar'
import { lockOpenHouse } from '../claims/lock-service.server'
import { emptyOne } from '../claims/make-room.server'
import { bedspacesOf, type OwnBedspace } from '../own/own-bedspaces.server'
import { findServiceOfRooms } from '../own/vacancy-access.server'
import { tellKeeper } from '../../record-change/tell-keeper.server'
import { againstRoom } from '../rooms/against-room.server'
import { closeFrom } from '../rooms/close-room.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'
import { type CountGroup, groupOf } from './count-group'

const MOST = 200

export interface BedCount {
  serviceId: string
  group: CountGroup
  /** How many there are. */
  beds: number
  /** How many the page said there are; not given where no page was shown. */
  shown?: number
}

/**
 * How many beds a count has, whatever is free: missing ones are added, spare ones closed for good, first those that nothing claims.
 * What is promised or stayed in is laid out anew over those that remain; refused where it does not fit.
 */
export async function setBeds(
  app: DomainContext,
  viewer: SignedInViewer,
  input: BedCount,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    const { serviceId, beds } = input
    if (!(await findServiceOfRooms(trx, viewer, serviceId))) return { ok: false, reason: 'not_found' }
    if (!Number.isInteger(beds) || beds < 0 || beds > MOST) return { ok: false, reason: 'count_invalid' }
    const closed = await lockOpenHouse(trx, serviceId)
    if (closed) return closed
    const done = await bedsWithin(trx, input, app.clock())
    if (!done.ok) return done
    await recordAudit(trx, viewer, {
      action: 'service.set_beds',
      subjectKind: 'service',
      subjectId: serviceId,
      detail: { beds, group: input.group },
    })
    await tellKeeper(app, trx, viewer, { serviceId, news: 'rooms_changed' })
    return done
  })
}

async function bedsWithin(
  trx: Transaction<DB>,
  { serviceId, group, beds, shown }: BedCount,
  now: Date,
): Promise<VacancyResult> {
  const all = await bedspacesOf(trx, serviceId, now)
  if (all.some(bed => bed.named)) return { ok: false, reason: 'is_listed' }
  const ofGroup = all.filter(bed => groupOf(bed) === group)
  if (shown !== undefined && shown !== ofGroup.length) return { ok: false, reason: 'beds_changed' }
  const sex = group === 'any' ? null : group
  const isMore = beds > ofGroup.length
  const refused = isMore ? await againstRoom(trx, serviceId, { sex, isNew: true }) : null
  if (refused) return refused
  const type = (ofGroup[0] ?? all[0])?.type ?? 'shared'
  await addBeds(trx, { serviceId, type, sex, after: all.length }, beds - ofGroup.length)
  const left = await closeSpare(trx, ofGroup, beds, now)
  if (left > beds) return { ok: false, reason: 'beds_promised', beds: ofGroup.length, fewest: left }
  return { ok: true, serviceId }
}

interface NewBed {
  serviceId: string
  type: string
  sex: string | null
  /** How many there are before them. */
  after: number
}

async function addBeds(trx: Transaction<DB>, { after, ...bed }: NewBed, missing: number): Promise<void> {
  if (missing <= 0) return
  const added = Array.from({ length: missing }, (_, index) => {
    const position = after + index + 1
    return { ...bed, id: newId(), name: `Bedspace ${position}`, named: false, position }
  })
  await trx.insertInto('bedspace').values(added).execute()
}

/** Closes beds until `wanted` are left, or none can be closed any more. Returns how many are left. */
async function closeSpare(
  trx: Transaction<DB>,
  beds: readonly OwnBedspace[],
  wanted: number,
  now: Date,
): Promise<number> {
  let left = [...beds]
  // The last of those that nothing claims goes first: it was added last.
  const order = [...beds].reverse().sort((a, b) => claimed(a) - claimed(b))
  for (const bed of order) {
    if (left.length <= wanted) break
    if (!(await closeOne(trx, bed, left, now))) continue
    left = left.filter(({ id }) => id !== bed.id)
  }
  return left.length
}

function claimed({ claims }: OwnBedspace): number {
  const promised = claims.filter(({ kind }) => kind === 'hold' || kind === 'occupied').length
  return promised > 0 ? 2 : Math.min(claims.length, 1)
}

async function closeOne(
  trx: Transaction<DB>,
  bed: OwnBedspace,
  left: readonly OwnBedspace[],
  now: Date,
): Promise<boolean> {
  const today = londonDay(now)
  if ((await closeFrom(trx, bed.id, today, now)).ok) return true
  const alike = left.filter(
    ({ type, sex, wheelchair }) => type === bed.type && sex === bed.sex && wheelchair === bed.wheelchair,
  )
  const others = alike.map(({ id }) => id).filter(id => id !== bed.id)
  return (await emptyOne(trx, bed.id, others, now)) && (await closeFrom(trx, bed.id, today, now)).ok
}
