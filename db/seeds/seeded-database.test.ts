import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrateToLatest } from '@db/migrate'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { contentsOf, emptyDemonstration } from './seeded-database'

const LAID_OUT = new Date('2028-02-29T09:00:00Z')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function addPerson(email: string): Promise<void> {
  await database.owner
    .insertInto('person')
    .values({ id: crypto.randomUUID(), email, name: 'Somebody', passwordHash: 'none', createdAt: LAID_OUT })
    .execute()
}

describe('a database that may hold the demonstration', () => {
  it('holds nothing until somebody can sign in', async () => {
    expect(await contentsOf(database.urls.owner)).toEqual({ kind: 'nothing' })
  })

  it('is emptied, and can be migrated anew, while it holds the demonstration alone', async () => {
    await addPerson('anybody@example.org')
    expect(await contentsOf(database.urls.owner)).toEqual({ kind: 'demonstration', laidOutAt: LAID_OUT })
    await emptyDemonstration(database.urls.owner)
    await migrateToLatest(database.urls.owner)
    expect(await contentsOf(database.urls.owner)).toEqual({ kind: 'nothing' })
  })

  it('is never emptied once it holds anybody else', async () => {
    await addPerson('anybody@example.org')
    await addPerson('real.officer@prison.example')
    await expect(emptyDemonstration(database.urls.owner)).rejects.toThrow('Nothing was removed from it.')
    expect(await contentsOf(database.urls.owner)).toEqual({ kind: 'something else' })
  })
})
