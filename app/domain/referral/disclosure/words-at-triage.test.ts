import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { applyEvent } from '../events/apply-event.server'
import type { EventDetails } from '../events/event-details'
import { LIFECYCLE, type Transition } from '../lifecycle'
import { addDays } from '../../time/calendar'
import type { AgreedTier } from '../referral'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const SENT = LIFECYCLE
const BY_PROVIDER = SENT.filter(row => row.by === 'provider')
const BY_REFERRER = SENT.filter(row => row.by === 'referrer')
/** A reason of each list, for the events that ask for one. */
const REASON: Partial<Record<string, string>> = {
  add_to_waiting_list: 'waiting.no_bed_yet',
  decline: 'capacity.no_women_only_bed',
  refuse: 'person.area',
  withdraw: 'withdrawn.safe_family',
  no_show: 'no_show.hospital',
  take_back_offer: 'take_back.staffing',
  take_back_place: 'take_back.staffing',
  refuse_address: 'eligibility.address_refused',
}

/** What an officer ends a referral with. */
const ENDINGS = ['refuse to refused', 'withdraw to withdrawn', 'refuse_address to declined']

/** Everything an event can ask for, its words naming Wren Siskin, born on 3 February 1991. */
function details(event: string, agreedTier: AgreedTier): EventDetails {
  const note = 'Ms SISKIN was told'
  const primary = REASON[event]
  return {
    note,
    agreed: true,
    agreedTier,
    items: ['risk_detail'],
    assessment: { method: 'phone', at: new Date('2027-02-08T10:00:00Z') },
    bedspace: { bedspaceId: '', fromOn: world.releaseOn, untilOn: null, conflictCheckDone: true },
    days: [world.today],
    stay: { arrivedOn: world.today, expectedDepartureOn: world.releaseOn },
    departure: { departedOn: world.today, kind: 'planned' },
    ...(primary !== undefined && { reasons: { primary, others: [], note } }),
  }
}

/** What comes of an act with such words; what it would have done besides is left out. */
async function outcomeOf(row: Transition, referralId: string, agreedTier: AgreedTier): Promise<string> {
  const { owner } = world.database
  await owner
    .updateTable('referral')
    .set({ state: row.from, resumeState: 'accepted', closedAt: null, version: 7 })
    .where('id', '=', referralId)
    .execute()
  await layOutStanding(row)
  await layOutAddresses(row)
  await layOutEnding(row, referralId)
  await layOutMove(row, referralId)
  await layOutOffer(row, referralId)
  const viewer = row.by === 'provider' ? world.viewers.firstWorker : world.viewers.lowNewtonOfficer
  const stopped = new Error('the words were let through')
  return asViewer(world.app.db, viewer, async trx => {
    const step = { referralId, event: row.event, version: 7, details: details(row.event, agreedTier) }
    const done = await applyEvent(world.app, trx, { by: 'side', viewer }, step, () => Promise.reject(stopped))
    return done.ok ? 'done' : done.reason
  }).catch((error: unknown) => {
    if (error === stopped) return 'let through'
    throw error
  })
}

/** The house has closed where the row asks for that. */
async function layOutStanding({ where }: Transition): Promise<void> {
  const archivedAt = where === 'service_closed' ? world.app.clock() : null
  await world.database.owner
    .updateTable('service')
    .set({ archivedAt })
    .where('id', '=', world.services.womensHouse)
    .execute()
}

/** A second address of the house where the row asks for one. */
async function layOutAddresses({ where }: Transition): Promise<void> {
  const { owner } = world.database
  await owner.deleteFrom('site').where('name', '=', 'The annexe').execute()
  const annexe = { id: newId(), serviceId: world.services.womensHouse, name: 'The annexe' }
  if (where === 'other_address') await owner.insertInto('site').values(annexe).execute()
}

/** Of what is undone, who ended it. */
async function layOutEnding({ from, event, by }: Transition, referralId: string): Promise<void> {
  if (event !== 'undo_end') return
  const { owner } = world.database
  const { caseId } = await owner
    .selectFrom('referral')
    .select('caseId')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  const line = { id: newId(), referralId, caseId, happenedAt: world.app.clock(), event: 'decline' }
  const moved = { fromState: 'under_review', toState: from }
  const byRole = by === 'referrer' ? 'officer' : 'provider_worker'
  await owner
    .insertInto('referralHistory')
    .values({ ...line, ...moved, byRole })
    .execute()
}

/** A stay that is to go on in another room where the row asks for one. */
async function layOutMove({ where }: Transition, referralId: string): Promise<void> {
  const { owner } = world.database
  await owner.deleteFrom('placement').where('referralId', '=', referralId).execute()
  await owner.deleteFrom('referralClaim').where('referralId', '=', referralId).execute()
  await owner.deleteFrom('bedspaceClaim').where('kind', '=', 'occupied').execute()
  if (where !== 'move_planned') return
  const { caseId } = await owner
    .selectFrom('referral')
    .select('caseId')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  const [first = '', second = ''] = world.bedspaces.womensHouse
  const [here, there] = [newId(), newId()]
  const [today, on] = [world.today, addDays(world.today, 10)]
  const occupied = { kind: 'occupied', bedspaceId: second, id: there, during: `[${on},)` }
  await owner.insertInto('bedspaceClaim').values(occupied).execute()
  await owner
    .insertInto('bedspaceClaim')
    .values({ ...occupied, id: here, bedspaceId: first, during: `[${today},${addDays(on, 1)})` })
    .execute()
  const leaving = { movedTo: there, leavingSure: true, expectedUntil: on }
  await owner.updateTable('bedspaceClaim').set(leaving).where('id', '=', here).execute()
  const of = { referralId, caseId, claimId: here }
  await owner.insertInto('referralClaim').values(of).execute()
  const stay = { id: newId(), arrivedOn: today, expectedDepartureOn: on }
  await owner
    .insertInto('placement')
    .values({ ...stay, ...of })
    .execute()
}

/** An offer whose time runs, where the row asks for one. */
async function layOutOffer({ where }: Transition, referralId: string): Promise<void> {
  const { owner } = world.database
  await owner.deleteFrom('offer').where('referralId', '=', referralId).execute()
  await owner.deleteFrom('bedspaceClaim').where('kind', '=', 'hold').execute()
  if (where !== 'offer_runs') return
  const { caseId } = await owner
    .selectFrom('referral')
    .select('caseId')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  const [bedspaceId = ''] = world.bedspaces.womensHouse
  const [claimId, fromOn, untilOn] = [newId(), addDays(world.today, 20), addDays(world.today, 40)]
  const during = `[${fromOn},${untilOn})`
  await owner.insertInto('bedspaceClaim').values({ id: claimId, bedspaceId, kind: 'hold', during }).execute()
  await owner
    .insertInto('offer')
    .values({
      ...{ id: newId(), referralId, caseId, claimId, fromOn, untilOn, conflictCheckDone: true },
      ...{ offeredBy: world.viewers.firstWorker.personId, offeredAt: world.app.clock() },
      expiresAt: new Date(world.app.clock().getTime() + 86_400_000),
    })
    .execute()
}

async function assessed(agreedTier: AgreedTier): Promise<string> {
  const { referralId } = await underReview(world, 'womensHouse', await anotherCase(world), agreedTier)
  return referralId
}

describe('words that say who the person is', () => {
  it('are refused of a provider’s assessor in every act: her colleagues at triage read them', async () => {
    const referralId = await assessed(3)
    for (const row of BY_PROVIDER)
      expect([row.from, row.event, await outcomeOf(row, referralId, 3)]).toEqual([
        row.from,
        row.event,
        'names_person',
      ])
  })

  it('are refused of an officer where triage is all that was agreed, but for an ending, which stays with her team', async () => {
    const referralId = await assessed(1)
    for (const row of BY_REFERRER) {
      const ends = ENDINGS.includes(`${row.event} to ${row.to}`)
      expect([row.from, row.event, await outcomeOf(row, referralId, 1)]).toEqual([
        row.from,
        row.event,
        ends ? 'let through' : 'names_person',
      ])
    }
  })

  it('are an officer’s to write once the referral is taken to assess: the assessor knows the name', async () => {
    const referralId = await assessed(2)
    for (const row of BY_REFERRER)
      expect([row.from, row.event, await outcomeOf(row, referralId, 2)]).toEqual([
        row.from,
        row.event,
        'let through',
      ])
  })
})
