import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { createKeyRing, type KeyRing } from '@db/encryption/key-ring'
import type { FormRequest } from '@db/idempotency'
import { newId } from '@db/id'
import { createJobQueue } from '@db/jobs'
import { insertCase } from '~/domain/case/record/insert-case.server'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import type { SmallService } from '@db/seeds/small-services'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { PersonFacts } from '~/domain/eligibility/facts'
import type { ActResult, ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { offerBedspace } from '~/domain/referral/events/offer/act.server'
import { findReferralFor, type ReferralView } from '~/domain/referral/record/referral-queries.server'
import { acceptOffer } from '~/domain/referral/events/accept/act.server'
import type { AgreedTier } from '~/domain/referral/referral'
import { submitReferral } from '~/domain/referral/submit/submit-referral.server'
import { takeToAssess } from '~/domain/referral/events/take-to-assess/act.server'
import { addDays, londonDay, type Day } from '~/domain/time/calendar'
import { createTestDatabase, setDatabaseClock, type TestDatabase } from '../support/database'

/** The small world with a clock that is put forward by hand, and referrals brought to where a test begins. */
export interface ReferralWorld extends SmallWorld {
  database: TestDatabase
  app: DomainContext
  /** The same, as the worker runs it. */
  worker: DomainContext
  today: Day
  releaseOn: Day
  passTo(instant: Date): void
}

/** As the decision on somebody of whom nothing stands against the service. */
export const ELIGIBLE = { outcome: 'eligible', answers: [], missing: [] } as const

/** A Monday morning with no bank holiday near. */
const START = new Date('2027-02-01T09:00:00Z')

const HOUR_MS = 3_600_000

export async function createReferralWorld(): Promise<ReferralWorld> {
  return layOutReferralWorld(await createTestDatabase(), createKeyRing(randomBytes(32)), START)
}

/**
 * The same in a database and under keys of the caller's, from an instant on. The database's own clock ticks and the world's
 * stands: it is an hour behind, so that what it says is over is over.
 */
export async function layOutReferralWorld(
  database: TestDatabase,
  keys: KeyRing,
  start: Date,
): Promise<ReferralWorld> {
  await setDatabaseClock(database, new Date(start.getTime() - HOUR_MS))
  const world = await seedSmallWorld(database.owner, keys, start)
  let now = start
  const app = { db: database.app, jobs: createJobQueue(), keys, clock: () => now }
  const today = londonDay(start)
  return {
    ...world,
    database,
    app,
    worker: { ...app, db: database.worker },
    today,
    releaseOn: addDays(today, 35),
    passTo(instant) {
      now = instant
    },
  }
}

/** A form nobody has sent yet. */
export function form(fingerprint = 'a form'): FormRequest {
  return { key: newId(), fingerprint }
}

let casesMade = 0

/** One more woman at Low Newton, released on the day the others are. */
export async function anotherCase(world: ReferralWorld): Promise<string> {
  const id = newId()
  casesMade += 1
  const identity = { prisonNumber: `T${String(casesMade).padStart(4, '0')}AA`, name: 'Wren Siskin' } as const
  const { organisationId, personId: createdBy } = world.viewers.lowNewtonOfficer
  const made = {
    id,
    identity: { ...identity, dateOfBirth: '1991-02-03', crn: null },
    columns: {
      organisationId,
      prisonCode: 'LNI',
      sex: 'woman',
      custodyStatus: 'sentenced',
      releaseOn: world.releaseOn,
      releaseConfidence: 'firm',
      releaseType: 'automatic',
      homeAuthority: 'E08000021',
      createdBy,
    },
    facts: PersonFacts.parse({}),
  }
  await world.database.owner
    .transaction()
    .execute(trx => insertCase(trx, world.app.keys, made, world.app.clock()))
  return id
}

/** A referral of a case, submitted by the officer at Low Newton. @throws when it is refused */
export async function submitted(
  world: ReferralWorld,
  service: SmallService,
  caseId: string,
  agreedTier: AgreedTier = 3,
  justification: string | null = null,
): Promise<ReferralTarget> {
  const input = { caseId, serviceId: world.services[service], agreed: true, agreedTier }
  const made = await submitReferral(
    world.app,
    world.viewers.lowNewtonOfficer,
    { ...input, decision: ELIGIBLE, justification },
    form(),
  )
  if (!made.ok) throw new Error(made.reason)
  return { referralId: made.referralId, version: 1 }
}

/** The same, under review by the worker of the service's provider. */
export async function underReview(
  world: ReferralWorld,
  service: SmallService,
  caseId: string,
  agreedTier: AgreedTier = 3,
): Promise<ReferralTarget> {
  const target = await submitted(world, service, caseId, agreedTier)
  return next(target, await takeToAssess(world.app, workerOf(world, service), target, form()))
}

/** The same, offered a bedspace for twelve weeks from the day of release. */
export async function offered(
  world: ReferralWorld,
  service: SmallService,
  caseId: string,
  bed = 0,
): Promise<ReferralTarget> {
  const target = await underReview(world, service, caseId)
  return next(target, await offer(world, service, target, bed))
}

/** Offers a bedspace of a service for twelve weeks from the day of release. */
export function offer(
  world: ReferralWorld,
  service: SmallService,
  target: ReferralTarget,
  bed = 0,
  request: FormRequest = form(),
): Promise<ActResult> {
  const stay = { fromOn: world.releaseOn, untilOn: addDays(world.releaseOn, 84) }
  const bedspaceId = world.bedspaces[service][bed] ?? ''
  const wanted = { ...target, ...stay, bedspaceId, conflictCheckDone: true }
  return offerBedspace(world.app, workerOf(world, service), wanted, request)
}

/** The same, accepted by the person. */
export async function accepted(
  world: ReferralWorld,
  service: SmallService,
  caseId: string,
  bed = 0,
): Promise<ReferralTarget> {
  const target = await offered(world, service, caseId, bed)
  const { lowNewtonOfficer } = world.viewers
  return next(target, await acceptOffer(world.app, lowNewtonOfficer, { ...target, note: null }, form()))
}

/** The worker of the provider a service belongs to. */
export function workerOf(world: ReferralWorld, service: SmallService): SignedInViewer {
  return service === 'womensHouse' || service === 'refuge'
    ? world.viewers.firstWorker
    : world.viewers.secondWorker
}

/** The referral at the version an act brought it to. @throws when the act was refused */
export function next(target: ReferralTarget, result: ActResult): ReferralTarget {
  if (!result.ok) throw new Error(result.reason)
  return { ...target, version: result.version }
}

/** The referral as a viewer reads it now. @throws where she sees none of that id */
export async function seenBy(
  world: ReferralWorld,
  viewer: SignedInViewer,
  { referralId }: ReferralTarget,
): Promise<ReferralView> {
  const found = await findReferralFor(world.app, viewer, referralId)
  if (!found) throw new Error('Not seen by this viewer')
  return found
}

/** The tiers of the case that are open to somebody by this referral. */
export async function tiersReadBy(
  world: ReferralWorld,
  viewer: SignedInViewer,
  { referralId }: ReferralTarget,
): Promise<number[]> {
  const { rows } = await asViewer(world.app.db, viewer, trx =>
    sql<{ tier: number }>`
      select tier from case_reader where referral_id = ${referralId} and until > app_now()
        and (person_id is null or person_id = ${viewer.personId}) and (role is null or role = ${viewer.role})
      order by tier`.execute(trx),
  )
  return rows.map(({ tier }) => tier)
}

/** Where a referral stands, whoever may see it. */
export async function stateOf(world: ReferralWorld, { referralId }: ReferralTarget): Promise<string> {
  const row = await world.database.owner
    .selectFrom('referral')
    .select('state')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  return row.state
}

/** The referral as a form drawn now would have it. */
export async function current(world: ReferralWorld, { referralId }: ReferralTarget): Promise<ReferralTarget> {
  const { version } = await world.database.owner
    .selectFrom('referral')
    .select('version')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  return { referralId, version }
}

/** The standing claims on a bedspace, as 'kind [from,until)'. */
export async function claimsOn(world: ReferralWorld, service: SmallService, bed = 0): Promise<string[]> {
  const rows = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select(['kind', 'during'])
    .where('bedspaceId', '=', world.bedspaces[service][bed] ?? '')
    .where('active', '=', true)
    .orderBy('during')
    .execute()
  return rows.map(row => `${row.kind} ${row.during}`)
}
