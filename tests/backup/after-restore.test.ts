import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { makeReady } from '~/server/work/after-restore'
import { addMember, addOrganisation } from '../factories/organisation'
import { addService } from '../factories/service'
import { createTestDatabase, type TestDatabase } from '../support/database'

/** What lets somebody in, or lets something be done, once or for a time: a backup holds it as unused that was used since. */

const NOW = new Date('2027-02-01T09:00:00Z')
const BEFORE = new Date('2027-01-31T09:00:00Z')
const LATER = new Date('2027-02-08T09:00:00Z')

let database: TestDatabase
let personId: string
let membershipId: string
let organisationId: string
let serviceId: string

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  organisationId = await addOrganisation(database.owner, { kind: 'provider' })
  const member = await addMember(database.owner, organisationId, 'provider_manager')
  personId = member.personId
  membershipId = member.membershipId
  serviceId = (await addService(database.owner, { organisationId })).id
})
afterAll(() => database.drop())

const owner = () => database.owner
const link = () => ({ id: newId(), expiresAt: LATER })

/** A row of each table that is ended, as a backup has it that was made before it was used. */
const ENDED: Readonly<Record<string, () => Promise<unknown>>> = {
  session: () =>
    owner()
      .insertInto('session')
      .values({
        id: newId(),
        tokenHash: randomBytes(32),
        membershipId,
        createdAt: BEFORE,
        lastSeenAt: BEFORE,
        endsAt: LATER,
      })
      .execute(),
  invitation: () =>
    owner()
      .insertInto('invitation')
      .values({
        ...link(),
        organisationId,
        email: 'wren@example.org',
        role: 'provider_worker',
        invitedAt: BEFORE,
        invitedBy: null,
      })
      .execute(),
  email_change: () =>
    owner()
      .insertInto('emailChange')
      .values({
        ...link(),
        personId,
        oldEmail: 'old@example.org',
        newEmail: 'new@example.org',
        byPerson: personId,
        askedAt: BEFORE,
      })
      .execute(),
  password_reset: () =>
    owner()
      .insertInto('passwordReset')
      .values({ ...link(), personId, askedAt: BEFORE })
      .execute(),
  confirmation_link: () =>
    owner()
      .insertInto('confirmationLink')
      .values({ ...link(), serviceId, kind: 'vacancies', aboutAt: BEFORE, personId: null, createdAt: BEFORE })
      .execute(),
  recovery_code: () =>
    owner()
      .insertInto('recoveryCode')
      .values([
        { personId, hash: randomBytes(32), createdAt: BEFORE },
        { personId, hash: randomBytes(32), createdAt: BEFORE, usedAt: BEFORE },
      ])
      .execute(),
}

/** Why the others stand as they were. */
const STANDS: Readonly<Record<string, string>> = {
  person: 'The password is that of the backup, as docs/backups.md says',
  second_factor: 'A code of an app is over in a minute, and a key signs what a session asked that has ended',
  throttle: 'Counts of tries, which begin anew',
  idempotency_key: 'Of forms that the backup holds; one that was sent since is done again with what it did',
  offer: 'A day by which those who are signed in answer',
}

const MARKS = '^(used_at|expires_at|ends_at|challenge|secret|counter|last_step|hash|key)$|token|password_hash'

describe('what is used once, or for a time', () => {
  it('is every table with such a column, ended after a restore or named with why it stands', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns natural join information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and column_name ~ ${MARKS} order by 1`.execute(
      owner(),
    )
    expect(rows.map(({ name }) => name)).toEqual([...Object.keys(ENDED), ...Object.keys(STANDS)].sort())
  })

  it('opens nothing any more in a restored database, and who used what stays', async () => {
    for (const lay of Object.values(ENDED)) await lay()
    const used = { ...link(), personId, askedAt: BEFORE, usedAt: BEFORE }
    await owner().insertInto('passwordReset').values(used).execute()
    const failed: unknown[] = []
    const ready = () =>
      makeReady(
        database.worker,
        () => NOW,
        error => failed.push(error),
      )
    expect(await ready()).toMatchObject({ sessions: 1, links: 4, codes: 1 })
    expect(failed).toEqual([])
    for (const table of Object.keys(ENDED)) {
      const live = await sql`select from ${sql.table(table)} t where to_jsonb(t) ->> 'used_at' is null
        and coalesce((to_jsonb(t) ->> 'expires_at')::timestamptz > ${NOW}, true)`.execute(owner())
      expect([table, live.rows.length]).toEqual([table, 0])
    }
    const kept = await owner()
      .selectFrom('passwordReset')
      .select('expiresAt')
      .where('id', '=', used.id)
      .execute()
    expect(kept).toEqual([{ expiresAt: LATER }])
    expect(await ready()).toMatchObject({ sessions: 0, links: 0, codes: 0 })
  })
})
