import { Meilisearch } from 'meilisearch'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keptIndex } from '@search/meilisearch/kept-index'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { allDocuments } from '~/domain/index/service-document.server'
import { createLog } from '~/server/log'
import { rollBackSearch } from '~/server/work/reconcile-search'
import { ask } from './ask'
import { describeMeilisearch, PATIENT } from './contract-engines'
import { NOW } from './make-document'

let database: TestDatabase
let organisationId: string
beforeAll(async () => {
  database = await createTestDatabase()
  organisationId = await addOrganisation(database.owner, { kind: 'provider' })
  await addService(database.owner, { organisationId, name: 'Sandpiper' })
  await addService(database.owner, { organisationId, name: 'Turnstone' })
})
afterAll(() => database.drop())

await describeMeilisearch('going back to the index before', ({ url, masterKey }, keys) => {
  const live = createMeilisearchEngine({ url, ...keys, ...PATIENT })
  const kept = keptIndex({ url, ...keys })
  const admin = new Meilisearch({ host: url, apiKey: masterKey })
  const log = createLog('silent')
  const back = () => rollBackSearch({ db: database.app, kept, live, log, clock: () => NOW })
  const rebuild = () => live.rebuild(allDocuments(database.app, () => NOW))
  const found = async (words: string) => (await ask(live, { words: `${words} ` })).total
  const uniqueIds = async () => (await admin.index('services').getRawInfo()).createdAt

  it('is refused in plain words while none is kept, and while the one kept is empty', async () => {
    await expect(back()).rejects.toThrow('No index is kept to go back to')
    await rebuild()
    await expect(back()).rejects.toThrow('The kept index is empty')
    expect(await found('sandpiper')).toBe(1)
  })

  it('brings back that index, with everything that changed since', async () => {
    await rebuild()
    const before = await uniqueIds()
    await database.owner
      .updateTable('service')
      .set({ name: 'Dotterel' })
      .where('name', '=', 'Sandpiper')
      .execute()
    const { id } = await addService(database.owner, { organisationId, name: 'Whimbrel' })
    await database.owner
      .updateTable('service')
      .set({ archivedAt: NOW })
      .where('name', '=', 'Turnstone')
      .execute()

    const drift = await back()
    expect(drift).toMatchObject({
      missing: [id],
      different: [expect.any(String)],
      extra: [expect.any(String)],
    })
    expect(await uniqueIds()).not.toBe(before)
    const names = ['dotterel', 'whimbrel', 'sandpiper', 'turnstone']
    expect(await Promise.all(names.map(found))).toEqual([1, 1, 0, 0])
  })

  it('is refused when the one kept is of another version', async () => {
    await admin
      .index('services-next')
      .updateSettings({ stopWords: ['house'] })
      .waitTask({ timeout: 60_000 })
    const before = await uniqueIds()
    await expect(back()).rejects.toThrow('of another version')
    expect(await uniqueIds()).toBe(before)
  })
})
