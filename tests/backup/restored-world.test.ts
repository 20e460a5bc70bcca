import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LEFT_OUT } from '@db/backup/catalogue'
import { isDifferent } from '@db/backup/compare'
import { restoreBackup, type Restored } from '@db/backup/restore-backup'
import { takeBackup } from '@db/backup/take-backup'
import { createDatabase } from '@db/connection'
import { urlsForDatabase } from '@db/database-urls'
import { pendingMigrations } from '@db/migrate'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { selectIdentities } from '~/domain/case/record/case-row.server'
import { closeCase } from '~/domain/casework/close-case.server'
import { acceptOffer } from '~/domain/referral/events/accept/act.server'
import { findReferralFor } from '~/domain/referral/record/referral-queries.server'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { KEPT_TABLES } from '~/domain/retention/kept-tables'
import { createLog } from '~/server/log'
import { makeReady } from '~/server/work/after-restore'
import { startWorker } from '~/server/work/worker'
import { filledCase } from '../factories/filled-case'
import {
  anotherCase,
  createReferralWorld,
  form,
  offered,
  type ReferralWorld,
  seenBy,
  stateOf,
  submitted,
} from '../factories/referral-world'
import { setDatabaseClock, type TestDatabase } from '../support/database'
import { startMailServer } from '../support/mail-server'
import { openTiny, type Tiny } from './tiny-source'

const START = new Date('2027-02-01T09:00:00Z')
const HOUR_MS = 3_600_000
const KEY = randomBytes(32)

let tiny: Tiny
let world: ReferralWorld
/** The same world, over what was restored. */
let again: ReferralWorld
let restored: Restored
let closedCase: string
let offer: ReferralTarget
let owed: ReferralTarget

beforeAll(async () => {
  tiny = await openTiny()
  world = await createReferralWorld()
  closedCase = (await filledCase(world)).caseId
  await close(closedCase, new Date('2027-06-10T15:00:00Z'))
  world.passTo(START)
  offer = await offered(world, 'refuge', await anotherCase(world))
  owed = await submitted(world, 'hostel', await anotherCase(world))
  await signedIn(world)
  const path = tiny.path()
  await takeBackup({ ownerUrl: world.database.urls.owner, path, key: KEY, env: null })
  const ownerUrl = await tiny.empty()
  restored = await restoreBackup({ path, key: KEY, ownerUrl, env: {} })
  again = worldOver(ownerUrl)
  await setDatabaseClock(again.database, new Date(START.getTime() - HOUR_MS))
})
afterAll(async () => {
  await again.database.drop()
  await world.database.drop()
  await tiny.close()
})

async function close(caseId: string, at: Date): Promise<void> {
  world.passTo(at)
  const { version } = await world.database.owner
    .selectFrom('personCase')
    .select('version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const closing = { reason: 'housed', note: 'Words on closing', notKnown: 'yes' } as const
  const officer = world.viewers.lowNewtonOfficer
  expect(await closeCase(world.app, officer, { caseId, version }, closing, form())).toEqual({ ok: true })
}

async function signedIn({ database, viewers }: ReferralWorld): Promise<void> {
  const { membershipId } = viewers.lowNewtonOfficer
  const session = {
    id: newId(),
    tokenHash: randomBytes(32),
    membershipId,
    createdAt: START,
    lastSeenAt: START,
  }
  await database.owner
    .insertInto('session')
    .values({ ...session, endsAt: new Date(START.getTime() + 12 * HOUR_MS) })
    .execute()
}

function worldOver(ownerUrl: string): ReferralWorld {
  const urls = urlsForDatabase(world.database.urls, new URL(ownerUrl).pathname.slice(1))
  const patient = { statementTimeoutMs: 20_000, connectTimeoutMs: 20_000 }
  const [app, worker, owner] = [urls.app, urls.worker, urls.owner].map(url => createDatabase(url, patient))
  if (!app || !worker || !owner) throw new Error('No database')
  const close = async () => void (await Promise.all([app, worker, owner].map(db => db.destroy())))
  const database: TestDatabase = { urls, app, worker, owner, drop: close }
  return { ...world, database, app: { ...world.app, db: app }, worker: { ...world.app, db: worker } }
}

describe('a world that was backed up and restored', () => {
  it('is the same in every table but those that are made anew', () => {
    expect(isDifferent(restored.compared)).toBe(false)
    expect(restored.manifest.tables.map(({ name }) => name).sort()).toEqual(
      [
        ...Object.keys(KEPT_TABLES)
          .filter(name => !LEFT_OUT.includes(name))
          .map(name => `public.${name}`),
        'pgboss.job',
      ].sort(),
    )
    const chains = restored.manifest.tables.filter(({ head }) => head !== null).map(({ name }) => name)
    expect(chains).toContain('public.audit_entry')
    expect(chains).toContain('public.referral_history')
  })

  it('has nobody signed in from the moment it stands', async () => {
    const sessions = ({ database }: ReferralWorld) =>
      database.owner.selectFrom('session').select('membershipId').execute()
    expect(restored.sessions).toBe(1)
    expect(await sessions(again)).toEqual([])
    expect(await sessions(world)).toHaveLength(1)
  })

  it('is up to date for the service, and lets only its roles in', async () => {
    expect(await pendingMigrations(again.database.app)).toEqual([])
    const { rows } = await sql<{ may: boolean }>`
      select has_database_privilege('throughgate_commissioner', current_database(), 'connect') as may`.execute(
      again.database.owner,
    )
    expect(rows).toEqual([{ may: false }])
    await expect(sql`select from person_case`.execute(again.database.app)).rejects.toThrow(
      'permission denied',
    )
  })

  it('shows everybody what they saw, and nobody else anything', async () => {
    const { lowNewtonOfficer, durhamOfficer, firstWorker, secondWorker } = world.viewers
    for (const viewer of [lowNewtonOfficer, firstWorker])
      expect(await seenBy(again, viewer, offer)).toEqual(await seenBy(world, viewer, offer))
    for (const viewer of [durhamOfficer, secondWorker])
      expect(await findReferralFor(again.app, viewer, offer.referralId)).toBeNull()
    const names = await asViewer(again.database.app, lowNewtonOfficer, trx =>
      selectIdentities(trx, again.app.keys, [closedCase]),
    )
    expect(names.get(closedCase)?.name).toBe('Wren Siskin')
  })

  it('goes on: an offer is accepted there, and not where it came from', async () => {
    const done = await acceptOffer(
      again.app,
      world.viewers.lowNewtonOfficer,
      { ...offer, note: null },
      form(),
    )
    expect(done).toMatchObject({ ok: true })
    expect([await stateOf(again, offer), await stateOf(world, offer)]).toEqual(['accepted', 'offered'])
  })

  it('sends the email that was owed', async () => {
    const mail = await startMailServer()
    const worker = await startWorker({
      workerDb: again.database.worker,
      workerUrl: again.database.urls.worker,
      keys: world.app.keys,
      linkKey: Buffer.alloc(32),
      reconcile: null,
      clock: () => START,
      log: createLog('silent'),
      config: {
        publicOrigin: 'https://throughgate.example',
        demonstration: false,
        mailFrom: 'Throughgate <no-reply@example.org>',
        smtpUrl: mail.url,
      },
    })
    await vi.waitFor(
      () => {
        const letters = mail.received.filter(({ raw }) =>
          raw.replaceAll('=\r\n', '').includes(owed.referralId),
        )
        expect(letters.flatMap(({ to }) => to).sort()).toEqual(
          [world.emails.secondManager, world.emails.secondWorker].sort(),
        )
      },
      { timeout: 60_000, interval: 100 },
    )
    await worker.stop()
    await mail.stop()
  })

  it('is made ready: nobody is signed in any more, and what was kept long enough since is gone', async () => {
    const later = new Date('2028-06-10T09:00:00Z')
    await setDatabaseClock(again.database, later)
    await signedIn(again)
    const invited = { email: 'wren@example.org', role: 'officer', invitedAt: later, invitedBy: null }
    const { id: organisationId } = await again.database.owner
      .selectFrom('organisation')
      .select('id')
      .where('kind', '=', 'prison')
      .limit(1)
      .executeTakeFirstOrThrow()
    await again.database.owner
      .insertInto('invitation')
      .values({ ...invited, id: newId(), organisationId, expiresAt: new Date('2028-06-17T09:00:00Z') })
      .execute()
    const failed: unknown[] = []
    const ready = await makeReady(
      again.database.worker,
      () => later,
      error => failed.push(error),
    )
    expect(failed).toEqual([])
    expect(ready).toMatchObject({ sessions: 1, links: 1, codes: 0, deleted: { cases: 1, referrals: 2 } })
    const settledAgain = await makeReady(
      again.database.worker,
      () => later,
      error => failed.push(error),
    )
    expect(settledAgain).toEqual({
      sessions: 0,
      links: 0,
      codes: 0,
      deleted: { cases: 0, referrals: 0, listed: 0, audited: 0, notes: 0 },
    })
    const left = await again.database.owner
      .selectFrom('personCase')
      .select('id')
      .where('id', '=', closedCase)
      .execute()
    expect(left).toEqual([])
  })
})
