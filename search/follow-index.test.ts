import { describe, expect, it } from 'vitest'
import { makeDocument } from '@tests/contracts/search/make-document'
import { createIndexFollower } from './follow-index'
import { createInsideEngine } from './inside/inside-engine'
import type { Changes } from './read-changes'
import { searchQuery } from './search-query'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const all = searchQuery({
  audience: 'professional',
  now: new Date('2026-12-02T12:00:00Z'),
  today: '2026-12-02',
})

function setUp() {
  const alder = makeDocument('Alder')
  const services = new Map([[alder.id, alder]])
  const asked: (string | null)[] = []
  let next: Changes = { changes: [], horizon: '100' }
  const engine = createInsideEngine()
  const follower = createIndexFollower({
    listenUrl: null,
    engine,
    log: quiet,
    pollMs: 60_000,
    loadAll: () => services.values(),
    readChanges: from => {
      asked.push(from)
      return Promise.resolve(next)
    },
    loadDocuments: ids => Promise.resolve(ids.flatMap(id => services.get(id) ?? [])),
  })
  const change = (changes: Changes) => (next = changes)
  return { services, asked, engine, follower, change }
}

function notes(...serviceIds: string[]) {
  return serviceIds.map((serviceId, index) => ({ id: index + 1, serviceId }))
}

describe('following the database', () => {
  it('fills the engine first, from the horizon before the filling', async () => {
    const { engine, follower, asked, change } = setUp()
    await follower.start()
    expect((await engine.search(all)).total).toBe(1)
    change({ changes: [], horizon: '120' })
    await follower.catchUp()
    expect(asked).toEqual([null, '100'])
    await follower.stop()
  })

  it('puts in what changed and takes out what is gone', async () => {
    const { engine, follower, services, change } = setUp()
    await follower.start()
    const [gone] = [...services.keys()]
    const birch = makeDocument('Birch')
    services.clear()
    services.set(birch.id, birch)
    change({ changes: notes(birch.id, gone ?? ''), horizon: '120' })
    await follower.catchUp()
    expect((await engine.search(all)).hits.map(hit => hit.id)).toEqual([birch.id])
    await follower.stop()
  })

  it('stays at its horizon when the engine fails, and tries the same again', async () => {
    const { engine, follower, services, asked, change } = setUp()
    await follower.start()
    const birch = makeDocument('Birch')
    services.set(birch.id, { ...birch, name: '' })
    change({ changes: notes(birch.id), horizon: '120' })
    await expect(follower.catchUp()).rejects.toThrow()
    services.set(birch.id, birch)
    await follower.catchUp()
    expect(asked).toEqual([null, '100', '100'])
    expect((await engine.search(all)).total).toBe(2)
    await follower.stop()
  })

  it('takes a note above the horizon at once, and only once', async () => {
    const { engine, follower, services, change } = setUp()
    await follower.start()
    const birch = makeDocument('Birch')
    services.set(birch.id, birch)
    change({ changes: notes(birch.id), horizon: '100' })
    await follower.catchUp()
    expect((await engine.search(all)).total).toBe(2)
    await engine.remove([birch.id])
    await follower.catchUp()
    expect((await engine.search(all)).total).toBe(1)
    await follower.stop()
  })
})
