import { Meilisearch } from 'meilisearch'
import { beforeEach, expect, it } from 'vitest'
import { createIndexFollower } from '@search/follow-index'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import { searchQuery } from '@search/search-query'
import { createSearchService } from '@search/search-service'
import { ask } from './ask'
import { describeMeilisearch, PATIENT } from './contract-engines'
import { DAY, makeDocument, NOW } from './make-document'

const alder = makeDocument('Alder')
const birch = makeDocument('Birch')
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const query = searchQuery({ audience: 'professional', now: NOW, today: DAY, words: 'alder ' })

await describeMeilisearch('settings', ({ url, masterKey }, keys) => {
  const engineWith = (typoTolerance: boolean) =>
    createMeilisearchEngine({ url, ...keys, ...PATIENT, typoTolerance })
  const [ours, ofAnotherVersion] = [engineWith(true), engineWith(false)]
  const admin = new Meilisearch({ host: url, apiKey: masterKey })

  beforeEach(async () => {
    for (const uid of ['services', 'services-next']) await lose(uid)
  })

  /** As if its disk had been lost; an index that is not there fails as a task, which is as well. */
  async function lose(uid: string): Promise<void> {
    await admin.deleteIndex(uid).waitTask({ timeout: 60_000 })
  }

  async function serviceOver() {
    const inside = createInsideEngine()
    await inside.index([alder])
    const log: string[] = []
    const note = (fields: object, message: string) => void log.push(`${message} ${JSON.stringify(fields)}`)
    let now = NOW
    const service = createSearchService({
      inside,
      meilisearch: ours,
      log: { info: note, warn: note, error: note },
      clock: () => now,
    })
    return { service, log, later: (ms: number) => (now = new Date(now.getTime() + ms)) }
  }

  it('of another version are noticed at the start, said, and not searched by', async () => {
    await ofAnotherVersion.rebuild([alder, birch])
    const { service, log, later } = await serviceOver()
    await service.look()
    expect(service.standing()).toMatch(/^Settings \w{12}, wanted \w{12}: run npm run reindex$/)
    expect(log).toHaveLength(1)
    expect(log[0]).toContain('run npm run reindex')
    expect(await service.search(query)).toMatchObject({ engine: 'inside', degraded: true })

    await ours.rebuild([alder, birch])
    later(2_000)
    await expect.poll(() => service.standing(), { timeout: 10_000 }).toBe('ok')
    expect(await service.search(query)).toMatchObject({ engine: 'meilisearch', degraded: false })
  })

  it('say which version of documents the index was filled with: one of another is not searched', async () => {
    await ours.rebuild([alder])
    const filterable = (await admin.index('services').getFilterableAttributes()) ?? []
    const version = 'documents-of-version-1'
    expect(filterable).toContain(version)
    const before = filterable.map(name => (name === version ? 'documents-of-version-0' : name))
    await admin.index('services').updateFilterableAttributes(before).waitTask({ timeout: 60_000 })
    const { service } = await serviceOver()
    await service.look()
    expect(service.standing()).toMatch(/^Settings \w{12}, wanted \w{12}: run npm run reindex$/)
    expect(await service.search(query)).toMatchObject({ engine: 'inside', degraded: true })
  })

  it('that another version puts in place later are noticed too', async () => {
    await ours.rebuild([alder])
    const { service, later } = await serviceOver()
    await service.look()
    expect(service.standing()).toBe('ok')
    await ofAnotherVersion.rebuild([alder])
    later(31_000)
    await expect.poll(() => service.standing(), { timeout: 10_000 }).toContain('wanted')
    expect((await service.search(query)).engine).toBe('inside')
  })

  it('are in place before an index that was never filled answers anything', async () => {
    const { service } = await serviceOver()
    await service.look()
    expect(service.standing()).toBe('The index is not filled yet')
    const gate = ours.rebuild(slowly())
    async function* slowly() {
      yield alder
      await service.look()
      expect(await service.search(query)).toMatchObject({ engine: 'inside', total: 1 })
    }
    await gate
    await service.look()
    expect(await service.search(query)).toMatchObject({ engine: 'meilisearch', total: 1 })
  })

  it('of the live index are left as they are by a rebuild that fails', async () => {
    await ours.rebuild([alder])
    await expect(ofAnotherVersion.rebuild(failing())).rejects.toThrow('the source broke')
    expect(await ours.health()).toMatchObject({ ok: true, documents: 1 })
    expect((await ask(ours, { words: 'aldre ' })).total).toBe(1)
  })

  it('come back with everything when the index was lost, at the next change', async () => {
    const held = [alder, birch]
    const follower = createIndexFollower({
      listenUrl: null,
      engine: ours,
      log: quiet,
      pollMs: 60_000,
      loadAll: () => held,
      loadDocuments: ids => Promise.resolve(held.filter(document => ids.includes(document.id))),
      readChanges: from =>
        Promise.resolve({ changes: from === null ? [] : [{ id: 1, serviceId: birch.id }], horizon: '100' }),
    })
    await follower.start()
    await lose('services')
    await expect(ours.index([birch])).rejects.toThrow('must be rebuilt')
    await follower.catchUp()
    expect(await ours.health()).toMatchObject({ ok: true, documents: 2 })
    await follower.stop()
  })
})

function* failing() {
  yield alder
  throw new Error('the source broke')
}
