import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn, asViewer } from '@db/viewer-transaction'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, setDatabaseClock, type TestDatabase } from '@tests/support/database'
import { signLink } from '../account/signed-link.server'
import { keptPolicy } from '../policy/kept-policy.server'
import { policyHistory } from '../policy/policy-history.server'
import { statePolicyTopic } from '../policy/state-policy.server'
import { overWords } from '../../screens/verify/page'
import { confirmByLink, openLink } from './confirm-by-link.server'
import { oweReminders } from './owe-reminders.server'

const VERIFIED = new Date('2027-01-01T09:00:00Z')
const DAY_60 = new Date('2027-03-02T09:00:00Z')
const DAY_80 = new Date('2027-03-22T09:00:00Z')
const KEY = Buffer.alloc(32, 3)

let database: TestDatabase
let provider: string
let manager: SignedInViewer
let serviceId: string

beforeAll(async () => {
  database = await createTestDatabase(DAY_60)
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { owner } = database
  await setDatabaseClock(database, DAY_60)
  await owner.updateTable('service').set({ archivedAt: VERIFIED }).execute()
  provider = await addOrganisation(owner, { kind: 'provider' })
  await owner
    .updateTable('organisation')
    .set({ teamEmail: 'team@house.example' })
    .where('id', '=', provider)
    .execute()
  manager = await addMember(owner, provider, 'provider_manager')
  await addMember(owner, provider, 'provider_worker')
  const made = { organisationId: provider, name: 'The house', policy: { sex: 'women' }, verifiedAt: VERIFIED }
  serviceId = (await addService(owner, made)).id
})

function owe(now: Date): Promise<number> {
  return oweReminders({ ...domainContext(database, now), db: database.worker }, true)
}

function at(now: Date) {
  return { ...domainContext(database, now), secrets: { link: KEY } }
}

async function tokenTo(personId: string | null, kind = 'policy_60'): Promise<string> {
  const { id } = await database.owner
    .selectFrom('confirmationLink')
    .select('id')
    .where('serviceId', '=', serviceId)
    .where('kind', '=', kind)
    .where('personId', personId === null ? 'is' : '=', personId)
    .executeTakeFirstOrThrow()
  return signLink(KEY, 'policy-reminder', id)
}

describe('a reminder', () => {
  it('goes to the manager and the team’s address at 60 days and at 80, once each, whatever runs twice', async () => {
    expect(await owe(new Date('2027-03-01T09:00:00Z'))).toBe(0)
    expect(await Promise.all([owe(DAY_60), owe(DAY_60)]).then(([one, other]) => one + other)).toBe(2)
    expect(await owe(DAY_60)).toBe(0)
    expect(await owe(DAY_80)).toBe(2)
    expect(await owe(DAY_80)).toBe(0)
    const { rows } = await sql<{ jobs: number }>`
      select count(*)::int as jobs from pgboss.job where name = 'send-email' and data ->> 'messageId' in (
        select m.id::text from message m join confirmation_link l on l.id = m.confirmation_link_id
          where l.service_id = ${serviceId})`.execute(database.owner)
    expect(rows[0]?.jobs).toBe(4)
  })

  it('of vacancies goes once for each time they were confirmed', async () => {
    const confirmedAt = new Date('2027-02-22T09:00:00Z')
    await database.owner.insertInto('serviceVacancy').values({ serviceId, confirmedAt }).execute()
    await database.owner.updateTable('servicePolicy').set({ verifiedAt: null }).execute()
    expect(await owe(new Date('2027-02-27T09:00:00Z'))).toBe(0)
    expect(await owe(new Date('2027-02-28T09:00:00Z'))).toBe(2)
    expect(await owe(DAY_60)).toBe(0)
    const token = await tokenTo(null, 'vacancies')
    expect(await confirmByLink(at(DAY_60), token)).toBe('done')
    const kept = await database.owner
      .selectFrom('serviceVacancy')
      .select(['confirmedAt', 'confirmedBy'])
      .where('serviceId', '=', serviceId)
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({ confirmedAt: DAY_60, confirmedBy: null })
  })
})

describe('the link of a reminder', () => {
  it('shows and does nothing, then confirms once, and says when it was confirmed', async () => {
    await owe(DAY_60)
    const token = await tokenTo(manager.personId)
    expect(await openLink(at(DAY_60), token)).toMatchObject({
      kind: 'policy_60',
      service: { id: serviceId, name: 'The house' },
      aboutAt: VERIFIED,
      standing: { is: 'open' },
    })
    expect((await keptPolicy(database.app, manager, serviceId))?.verified?.at).toEqual(VERIFIED)
    expect(await confirmByLink(at(DAY_60), token)).toBe('done')
    expect(await keptPolicy(database.app, manager, serviceId)).toMatchObject({
      verified: { at: DAY_60, by: expect.stringMatching(/^provider_manager/) as string, byLink: true },
      version: 2,
      policy: { sex: 'women' },
    })
    expect(await confirmByLink(at(DAY_80), token)).toEqual({ is: 'done', at: DAY_60 })
    // The team’s own link asks what was answered.
    expect((await openLink(at(DAY_80), await tokenTo(null)))?.standing).toEqual({ is: 'done', at: DAY_60 })
    const [latest] = await policyHistory(database.app, manager, serviceId)
    expect(latest).toMatchObject({ by: null, byLink: true, isVerified: true, changes: [] })
    const audit = await database.owner
      .selectFrom('auditEntry')
      .select(['action', 'personId'])
      .where('subjectId', '=', serviceId)
      .execute()
    expect(audit).toEqual([{ action: 'service.verify_policy', personId: null }])
  })

  it('confirms nothing of a policy that was stated anew since it was sent, and says what and when', async () => {
    await owe(DAY_60)
    const token = await tokenTo(manager.personId)
    const CHANGED = new Date('2027-03-05T10:00:00Z')
    await setDatabaseClock(database, CHANGED)
    const values = { ageMin: '21', ageMax: '' }
    const stated = { serviceId, topic: 'age', values, sure: [], verifiesAll: false, version: 1 } as const
    const app = domainContext(database, CHANGED)
    const form = { key: crypto.randomUUID(), fingerprint: 'age' }
    expect(await statePolicyTopic(app, manager, stated, form)).toMatchObject({ ok: true, isChanged: true })

    const opened = await openLink(at(CHANGED), token)
    expect(opened?.standing).toEqual({ is: 'restated' })
    expect(opened?.stated.parts).toEqual(['ageMin'])
    expect(opened?.stated.at?.toISOString().slice(0, 10)).toBe('2027-03-05')
    expect(opened && overWords(opened).paragraphs[0]).toMatch(
      /^The house: changed since, last on .*5 March.*: Youngest age\. The link asks about what it said before, so it confirms nothing\.$/,
    )
    expect(await confirmByLink(at(CHANGED), token)).toEqual({ is: 'restated' })
    expect((await keptPolicy(database.app, manager, serviceId))?.verified?.at).toEqual(VERIFIED)
    expect(await confirmByLink(at(CHANGED), await tokenTo(null))).toEqual({ is: 'restated' })
    // Verified by somebody since, it is confirmed; the reminder of day 80 is about what it says then.
    await owe(DAY_80)
    expect(await confirmByLink(at(DAY_80), await tokenTo(manager.personId, 'policy_80'))).toBe('done')
    expect(await confirmByLink(at(DAY_80), token)).toEqual({ is: 'done', at: DAY_80 })
  })

  it('opens nothing that it was not made for', async () => {
    await owe(DAY_60)
    const token = await tokenTo(manager.personId)
    const [id = ''] = token.split('.')
    for (const other of [
      signLink(KEY, 'invitation', id),
      signLink(Buffer.alloc(32), 'policy-reminder', id),
      'x',
      id,
    ])
      expect(await openLink(at(DAY_60), other)).toBeNull()
    const unknown = signLink(KEY, 'policy-reminder', crypto.randomUUID())
    expect(await confirmByLink(at(DAY_60), unknown)).toBeNull()
  })

  it('holds for 30 days, and not for somebody who has left', async () => {
    await owe(DAY_60)
    const token = await tokenTo(manager.personId)
    const late = new Date('2027-04-01T09:00:00Z')
    expect(await confirmByLink(at(late), token)).toEqual({ is: 'expired' })
    await database.owner
      .updateTable('membership')
      .set({ endedAt: DAY_60 })
      .where('personId', '=', manager.personId)
      .execute()
    expect(await openLink(at(DAY_60), token)).toBeNull()
    expect(await confirmByLink(at(DAY_60), token)).toBeNull()
    expect((await keptPolicy(database.app, { ...manager, role: 'editor' }, serviceId))?.verified?.at).toEqual(
      VERIFIED,
    )
  })

  it('lets whoever opens it write nothing else, in the database', async () => {
    const asOpener = (statement: ReturnType<typeof sql>) =>
      asSignIn(database.app, async trx => (await statement.execute(trx)).rows.length)
    const verify = sql`update service_policy set verified_at = app_now(), verified_link = (select id from confirmation_link limit 1)
      where service_id = ${serviceId} returning 1`
    expect(await asOpener(verify)).toBe(0)
    await owe(DAY_60)
    await expect(
      asOpener(sql`update service_policy set criteria = '{}' where service_id = ${serviceId} returning 1`),
    ).rejects.toThrow(/permission denied/)
    await expect(
      asViewer(database.app, manager, trx => sql`select about_at from confirmation_link`.execute(trx)),
    ).rejects.toThrow(/permission denied/)
  })
})
