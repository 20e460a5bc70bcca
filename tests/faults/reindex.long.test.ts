import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { ask } from '../contracts/search/ask'
import { describeMeilisearch } from '../contracts/search/contract-engines'
import { type IndexStage, MANY, openIndexStage } from './index-stage'

const PATIENT = { timeout: 60_000, interval: 10 }

/** The parts of it are tried in tests/contracts/search; here the whole command is, and killed. */
await describeMeilisearch('a rebuild that is cut short', server => {
  let stage: IndexStage
  beforeAll(async () => {
    stage = await openIndexStage(server)
  })
  afterAll(() => stage?.close())
  beforeEach(async () => {
    expect((await stage.run('reindex').ended).code).toBe(0)
  })

  const total = async () => (await ask(stage.engine, {})).total

  /** Waits until the index beside the live one is being filled. */
  async function halfWay(): Promise<void> {
    await vi.waitFor(async () => {
      const { numberOfDocuments } = await stage.admin.index('services-next').getStats()
      expect(numberOfDocuments).toBeGreaterThan(0)
      expect(numberOfDocuments).toBeLessThan(MANY)
    }, PATIENT)
  }

  it('by a kill of the command leaves the live index answering, and the next rebuild ends well', async () => {
    const command = stage.run('reindex')
    await halfWay()
    await command.kill()
    expect(await total()).toBe(MANY)
    expect(await stage.engine.health()).toMatchObject({ ok: true, documents: MANY })
    const { code, output } = await stage.run('reindex').ended
    expect([code, output]).toEqual([0, expect.stringContaining(`holds ${MANY} services`)])
    expect(await total()).toBe(MANY)
  })

  it('by a kill of the server says so, leaves the live index answering, and the next rebuild ends well', async () => {
    const command = stage.run('reindex')
    await halfWay()
    server.signal('SIGKILL')
    const { code, output } = await command.ended
    expect([code, output]).toEqual([1, expect.stringContaining('The live index goes on answering')])
    await server.restart()
    expect(await total()).toBe(MANY)
    expect((await stage.run('reindex').ended).code).toBe(0)
    expect(await total()).toBe(MANY)
  })

  it('is gone back from all the same: what the half-filled index lacks is put in first', async () => {
    const command = stage.run('reindex')
    await halfWay()
    await command.kill()
    const { code, output } = await stage.run('reindex', '--rollback').ended
    expect([code, output]).toEqual([0, expect.stringMatching(/Rolled back.*with 2000 services/s)])
    expect(await total()).toBe(MANY)
  })

  it('of two at once, one waits for the other, and both end well', async () => {
    const ended = await Promise.all([stage.run('reindex').ended, stage.run('reindex').ended])
    expect(ended.map(({ code }) => code)).toEqual([0, 0])
    expect(await total()).toBe(MANY)
  })
})
