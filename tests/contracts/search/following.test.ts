import { afterAll, beforeAll, expect, it } from 'vitest'
import { createChangeReader } from '@search/read-changes'
import { createIndexFollower } from '@search/follow-index'
import type { SearchEngine } from '@search/search-engine'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { allDocuments, loadDocuments } from '~/domain/index/service-document.server'
import { ask } from './ask'
import { describeEngines } from './contract-engines'
import { NOW } from './make-document'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const SOON = { timeout: 15_000, interval: 50 }

let database: TestDatabase
let organisationId: string

beforeAll(async () => {
  database = await createTestDatabase()
  organisationId = await addOrganisation(database.owner, { kind: 'provider' })
})
afterAll(() => database.drop())

/** Follows the test database into an engine, woken by NOTIFY alone. */
function follow(engine: SearchEngine) {
  const { app, urls } = database
  return createIndexFollower({
    listenUrl: urls.app,
    readChanges: createChangeReader(app),
    loadAll: () => allDocuments(app, () => NOW),
    loadDocuments: ids => loadDocuments(app, ids, NOW),
    engine,
    log: quiet,
    pollMs: 60_000,
  })
}

await describeEngines('following the database', (make, name) => {
  it('finds what is there at the start, then each change soon after it is committed', async () => {
    const engine = make()
    const found = async (words: string) => (await ask(engine, { words: `${words} ` })).total
    const { id } = await addService(database.owner, { organisationId, name: `Sandpiper ${name}` })
    const follower = follow(engine)
    await follower.start()
    expect(await found(`sandpiper ${name}`)).toBe(1)

    const service = database.owner.updateTable('service').where('id', '=', id)
    await service.set({ name: `Oystercatcher ${name}` }).execute()
    await expect.poll(() => found(`oystercatcher ${name}`), SOON).toBe(1)
    expect(await found(`sandpiper ${name}`)).toBe(0)

    await addService(database.owner, { organisationId, name: `Redshank ${name}`, bedspaces: 1 })
    await expect.poll(() => found(`redshank ${name}`), SOON).toBe(1)
    await expect
      .poll(async () => (await ask(engine, { words: `redshank ${name} `, vacancy: 'now' })).total, SOON)
      .toBe(1)

    await service.set({ archivedAt: NOW }).execute()
    await expect.poll(() => found(`oystercatcher ${name}`), SOON).toBe(0)
    await follower.stop()
  })

  it('finds the services of a provider by its new name, and by the old one no more', async () => {
    const engine = make()
    const found = async (words: string) => (await ask(engine, { words: `${words} ` })).total
    const provider = await addOrganisation(database.owner, {
      kind: 'provider',
      name: `Lapwing Homes ${name}`,
    })
    await addService(database.owner, { organisationId: provider, name: 'First house' })
    await addService(database.owner, { organisationId: provider, name: 'Second house' })
    const follower = follow(engine)
    await follower.start()
    expect(await found(`lapwing ${name}`)).toBe(2)

    const organisation = database.owner.updateTable('organisation').where('id', '=', provider)
    await organisation.set({ name: `Dotterel Homes ${name}` }).execute()
    await expect.poll(() => found(`dotterel ${name}`), SOON).toBe(2)
    expect(await found(`lapwing ${name}`)).toBe(0)
    await follower.stop()
  })
})
