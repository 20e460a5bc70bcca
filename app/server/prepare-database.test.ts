import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '@tests/factories/account'
import { addOrganisation } from '@tests/factories/organisation'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { databaseProblems } from './prepare-database'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(async () => {
  await database?.drop()
})

describe('databaseProblems', () => {
  it('finds none with a migrated database of one’s own', async () => {
    const organisation = await addOrganisation(database.owner)
    await addAccount(database.owner, organisation, 'officer', 'someone@prison.example')
    expect(await databaseProblems(database.app)).toEqual([])
  })

  it('does not serve people from the demonstration’s database, whose password is public', async () => {
    const organisation = await addOrganisation(database.owner)
    await addAccount(database.owner, organisation, 'officer', 'officer.durham@example.org')
    expect(await databaseProblems(database.app)).toEqual([
      'The database holds accounts of the demonstration, whose password is public. Start on a database of its own, ' +
        'or run npm run demo to see the demonstration.',
    ])
  })

  it('says which migrations the database lacks', async () => {
    await sql`delete from kysely_migration`.execute(database.owner)
    const [problem = ''] = await databaseProblems(database.app)
    expect(problem).toContain('The database lacks 0001_people')
    expect(problem).toContain('Run: npm run db:migrate')
  })
})
