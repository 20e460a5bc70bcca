import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { asViewer } from '@db/viewer-transaction'
import { isPassword } from '~/domain/account/hash-password.server'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { seedSmallWorld, type SmallWorld } from './small'

let database: TestDatabase
let world: SmallWorld

beforeAll(async () => {
  database = await createTestDatabase()
  world = await seedSmallWorld(
    database.owner,
    createKeyRing(randomBytes(32)),
    new Date('2026-11-22T09:00:00Z'),
  )
})
afterAll(() => database.drop())

describe('the small world', () => {
  it('shows each prison’s officer her own case and no other', async () => {
    const casesOf = (viewer: (typeof world.viewers)['durhamOfficer']) =>
      asViewer(database.app, viewer, trx => trx.selectFrom('personCase').select('id').execute())
    expect(await casesOf(world.viewers.lowNewtonOfficer)).toEqual([{ id: world.cases.woman }])
    expect(await casesOf(world.viewers.durhamOfficer)).toEqual([{ id: world.cases.man }])
    expect(await casesOf(world.viewers.firstManager)).toEqual([])
  })

  it('signs everybody in with the one password', async () => {
    const { passwordHash } = await database.owner
      .selectFrom('person')
      .select('passwordHash')
      .where('email', '=', world.emails.commissioner)
      .executeTakeFirstOrThrow()
    expect(await isPassword(passwordHash, world.password)).toBe(true)
  })
})
