import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../contracts/search/ask'
import { describeMeilisearch } from '../contracts/search/contract-engines'
import { type IndexStage, MANY, openIndexStage } from './index-stage'

await describeMeilisearch('the commands of the index', server => {
  let stage: IndexStage
  beforeAll(async () => {
    stage = await openIndexStage(server)
  })
  afterAll(() => stage?.close())

  const found = async (words: string) => (await ask(stage.engine, { words: `${words} ` })).total
  const rename = (from: string, to: string) =>
    stage.database.owner.updateTable('service').set({ name: to }).where('name', '=', from).execute()

  it('fill the index, go back to the one before with what changed since, and refuse where there is none', async () => {
    const refused = await stage.run('reindex', '--rollback').ended
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringContaining('No index is kept to go back to'),
    ])

    const first = await stage.run('reindex').ended
    expect([first.code, first.output]).toEqual([
      0,
      expect.stringContaining(`Meilisearch holds ${MANY} services`),
    ])
    const empty = await stage.run('reindex', '--rollback').ended
    expect([empty.code, empty.output]).toEqual([1, expect.stringContaining('The kept index is empty')])
    expect(await found('sandpiper')).toBe(1)

    expect((await stage.run('reindex').ended).code).toBe(0)
    await rename('Sandpiper House', 'Oystercatcher House')
    const back = await stage.run('reindex', '--rollback').ended
    expect([back.code, back.output]).toEqual([0, expect.stringContaining('1 different')])
    expect([await found('sandpiper'), await found('oystercatcher')]).toEqual([0, 1])

    await stage.admin
      .index('services-next')
      .updateSettings({ stopWords: ['house'] })
      .waitTask()
    const other = await stage.run('reindex', '--rollback').ended
    expect([other.code, other.output]).toEqual([1, expect.stringContaining('of another version')])
    expect(await found('oystercatcher')).toBe(1)
  })

  it('compare it with the database, and tell by how they end whether anything was mended', async () => {
    await rename('Oystercatcher House', 'Redshank House')
    const mended = await stage.run('reconcile').ended
    expect([mended.code, mended.output]).toEqual([
      2,
      expect.stringMatching(/0 missing.* 1 different.*Mended/s),
    ])
    expect(mended.output).not.toMatch(/Redshank|Oystercatcher/)
    expect([await found('redshank'), await found('oystercatcher')]).toEqual([1, 0])
    const true_ = await stage.run('reconcile').ended
    expect([true_.code, true_.output]).toEqual([0, expect.stringContaining('Nothing had drifted')])
  })
})
