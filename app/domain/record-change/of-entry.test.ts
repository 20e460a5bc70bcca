import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'
import { recordChanges } from './record-changes.server'

/** Which changes are of an entry itself: whoever made the last of them is named to somebody whose page of it is stale. */

/** Of every table whose changes are kept: whether a change of it changes the entry. */
const CHANGES_THE_ENTRY: Readonly<Record<string, boolean>> = {
  organisation: false,
  organisation_application: false,
  service: true,
  service_area: true,
  service_pathway: true,
  programme: true,
  site: true,
  cohort: true,
  entry_review: true,
  entry_note: false,
  service_policy: false,
  bedspace: false,
}

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(() => world.database.owner.deleteFrom('recordChange').execute())

async function noteChange(tableName: string, after: object, operation = 'update'): Promise<void> {
  const { firstManager: by } = world.viewers
  const whose = { serviceId: world.services.womensHouse, organisationId: by.organisationId }
  const kept = { rowKey: newId(), before: JSON.stringify({}), after: JSON.stringify(after) }
  await world.database.owner
    .insertInto('recordChange')
    .values({ byPerson: by.personId, ...whose, tableName, operation, ...kept })
    .execute()
}

const ofEntry = () =>
  asViewer(world.app.db, world.viewers.firstManager, trx =>
    recordChanges(trx, { serviceId: world.services.womensHouse, onlyOfEntry: true }),
  )

it('decides it of every table whose changes are kept', async () => {
  const { rows } = await sql<{ name: string }>`
    select tgrelid::regclass::text as name from pg_trigger where tgname = 'note_record_change'`.execute(
    world.database.owner,
  )
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(CHANGES_THE_ENTRY).sort())
  for (const name of Object.keys(CHANGES_THE_ENTRY)) await noteChange(name, { name: 'Larch' })
  const changed = Object.keys(CHANGES_THE_ENTRY).filter(name => CHANGES_THE_ENTRY[name])
  expect((await ofEntry()).map(({ table }) => table).sort()).toEqual(changed.sort())
})

it('is no change of the entry that a place of a run was given, and one that its places were said anew', async () => {
  await noteChange('cohort', { taken: 2, waiting: 0 })
  expect(await ofEntry()).toEqual([])
  await noteChange('cohort', { capacity: 9, taken: 2 })
  await noteChange('cohort', { taken: 0, waiting: 0 }, 'insert')
  expect((await ofEntry()).map(({ operation }) => operation)).toEqual(['insert', 'update'])
})
