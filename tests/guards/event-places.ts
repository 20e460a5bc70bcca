import { newId } from '@db/id'
import { isScreenEvent, pathOfEvent } from '~/domain/referral/events/registry'
import { LIFECYCLE, type Transition } from '~/domain/referral/lifecycle'
import { holdsBed } from '~/domain/referral/states'
import { addDays, londonDay } from '~/domain/time/calendar'
import type { TestDatabase } from '../support/database'
import type { AccessWorld, Member } from './access-world'

/** The page of an event of a referral, to the side that makes it happen. */
export interface EventPlace {
  by: Member
  address: string
  /** Puts the referral where the table of the lifecycle allows the event. */
  prepare(): Promise<void>
}

type Owner = TestDatabase['owner']

interface Beds {
  bedspaceId: string
  /** Where a move is planned to. */
  nextBedspaceId: string
}

/** One for every row of the lifecycle that somebody makes happen on a page, all of the provider's referral of the world. */
export function eventPlaces({ owner }: Pick<TestDatabase, 'owner'>, world: AccessWorld): EventPlace[] {
  const [bedspaceId, nextBedspaceId] = [newId(), newId()]
  return LIFECYCLE.flatMap(row => {
    if (row.by === 'system' || !isScreenEvent(row.event)) return []
    const by = row.by === 'referrer' ? 'officer' : 'manager'
    const address = `/referrals/${world.referralId}/${pathOfEvent(row.event)}`
    return [{ by, address, prepare: () => stand(owner, world, { row, by, bedspaceId, nextBedspaceId }) }]
  })
}

/** Puts the referral into the state, as old as ten days, with the bed that goes with it. */
async function stand(
  owner: Owner,
  world: AccessWorld,
  { row, by, ...beds }: { row: Transition; by: Member } & Beds,
): Promise<void> {
  const { referralId: id, members } = world
  const tenDaysAgo = new Date(Date.now() - 10 * 86_400_000)
  const { caseId } = await owner
    .updateTable('referral')
    .set({ state: row.from, resumeState: 'accepted', assessorId: members.worker.personId })
    .set({ createdAt: tenDaysAgo, submittedAt: tenDaysAgo })
    .where('id', '=', id)
    .returning('caseId')
    .executeTakeFirstOrThrow()
  await owner
    .updateTable('service')
    .set({ archivedAt: row.where === 'service_closed' ? tenDaysAgo : null })
    .where('id', '=', world.serviceId)
    .execute()
  const isKnown = row.event === 'reconfirm'
  const release = {
    releaseOn: isKnown ? londonDay(new Date()) : null,
    releaseConfidence: isKnown ? 'firm' : 'not_known',
  }
  await owner.updateTable('personCase').set(release).where('id', '=', caseId).execute()
  await layBed(owner, world, { caseId, state: row.from, ...beds })
  if (row.where === 'move_planned') await planMove(owner, world, beds)
  if (row.event !== 'undo_end') return
  const { personId, role } = members[by]
  const ended = {
    event: BEFORE[row.from]?.[0] ?? 'decline',
    fromState: BEFORE[row.from]?.[1] ?? 'under_review',
  }
  const history = { id: newId(), referralId: id, caseId, happenedAt: new Date(), toState: row.from }
  await owner
    .insertInto('referralHistory')
    .values({ ...history, ...ended, byRole: role, byPerson: personId })
    .execute()
}

/** What brought a referral to a state that it can be brought back from, and out of which. */
const BEFORE: Readonly<Record<string, readonly [event: string, from: string]>> = {
  departed: ['depart', 'arrived'],
  no_show: ['no_show', 'accepted'],
  refused: ['refuse', 'offered'],
}

/** The claim, the offer and the stay that a state has, and none but those. */
async function layBed(
  owner: Owner,
  { referralId, serviceId, members }: AccessWorld,
  { caseId, state, bedspaceId, nextBedspaceId }: { caseId: string; state: Transition['from'] } & Beds,
): Promise<void> {
  await owner.deleteFrom('offer').where('referralId', '=', referralId).execute()
  await owner.deleteFrom('placement').where('referralId', '=', referralId).execute()
  await owner.deleteFrom('referralClaim').where('referralId', '=', referralId).execute()
  for (const each of [bedspaceId, nextBedspaceId])
    await owner.deleteFrom('bedspaceClaim').where('bedspaceId', '=', each).execute()
  const hasStay = state === 'arrived' || state === 'departed'
  if (!hasStay && !holdsBed(state)) return
  await addBed(owner, { id: bedspaceId, serviceId, name: 'Bedspace 2' })
  const today = londonDay(new Date())
  const [fromOn, untilOn] = [addDays(today, -3), addDays(today, 60)]
  const claimId = newId()
  const leftOn = state === 'departed' ? addDays(today, -1) : null
  const during = `[${fromOn},${leftOn ?? (hasStay ? '' : untilOn)})`
  const kind = hasStay ? 'occupied' : 'hold'
  await owner.insertInto('bedspaceClaim').values({ id: claimId, bedspaceId, kind, during, leftOn }).execute()
  const of = { referralId, caseId, claimId }
  await owner.insertInto('referralClaim').values(of).execute()
  const ended = state === 'offered' ? {} : { endedAt: new Date(), ending: 'accepted' }
  const times = { offeredAt: new Date(), expiresAt: new Date(Date.now() + 2 * 86_400_000) }
  await owner
    .insertInto('offer')
    .values({
      id: newId(),
      ...of,
      fromOn,
      untilOn,
      offeredBy: members.worker.personId,
      conflictCheckDone: true,
      ...times,
      ...ended,
    })
    .execute()
  if (!hasStay) return
  const departed = leftOn === null ? {} : { departedOn: leftOn, departure: 'planned' }
  const stay = { arrivedOn: fromOn, expectedDepartureOn: untilOn, ...departed }
  await owner
    .insertInto('placement')
    .values({ id: newId(), ...of, ...stay })
    .execute()
}

async function addBed(owner: Owner, bed: { id: string; serviceId: string; name: string }): Promise<void> {
  await owner
    .insertInto('bedspace')
    .values({ ...bed, named: false, type: 'shared' })
    .onConflict(on => on.doNothing())
    .execute()
}

/** The stay is to go on in another bed in ten days, and is sure to leave the first then. */
async function planMove(owner: Owner, { serviceId }: AccessWorld, beds: Beds): Promise<void> {
  const { bedspaceId, nextBedspaceId } = beds
  await addBed(owner, { id: nextBedspaceId, serviceId, name: 'Bedspace 3' })
  const [id, on] = [newId(), addDays(londonDay(new Date()), 10)]
  const there = { id, bedspaceId: nextBedspaceId, kind: 'occupied', during: `[${on},)` }
  await owner.insertInto('bedspaceClaim').values(there).execute()
  await owner
    .updateTable('bedspaceClaim')
    .set({
      movedTo: id,
      leavingSure: true,
      expectedUntil: on,
      during: `[${addDays(on, -13)},${addDays(on, 1)})`,
    })
    .where('bedspaceId', '=', bedspaceId)
    .execute()
}
