import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createLog } from '~/server/log'
import { reconcileSearch } from '~/server/work/reconcile-search'
import { allDocuments, loadDocuments } from '~/domain/index/service-document.server'
import type { SearchEngine } from '@search/search-engine'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { ask } from './ask'
import { describeEngines } from './contract-engines'
import { idOf, makeDocument, NOW } from './make-document'

const LATER = new Date('2026-12-09T12:00:00Z')

let database: TestDatabase
let names: Record<'whole' | 'gone' | 'altered' | 'gap', string>

beforeAll(async () => {
  database = await createTestDatabase()
  const organisationId = await addOrganisation(database.owner, { kind: 'provider' })
  const add = async (name: string) =>
    (await addService(database.owner, { organisationId, name, bedspaces: 1 })).id
  names = {
    whole: await add('Sandpiper'),
    gone: await add('Oystercatcher'),
    altered: await add('Redshank'),
    gap: await addWithGap(organisationId),
  }
})
afterAll(() => database.drop())

/** A service whose bedspace is free until a void that begins later on: its document lists the days. */
async function addWithGap(organisationId: string): Promise<string> {
  const { id, bedspaceIds } = await addService(database.owner, {
    organisationId,
    name: 'Dunlin',
    bedspaces: 1,
  })
  await database.owner
    .insertInto('bedspaceClaim')
    .values({
      id: crypto.randomUUID(),
      bedspaceId: bedspaceIds[0] ?? '',
      kind: 'void',
      voidReason: 'repair',
      during: '[2026-12-20,2027-01-10)',
    })
    .execute()
  return id
}

await describeEngines('comparing with the database', make => {
  let engine: SearchEngine
  let lines: string[]
  const compare = (with_ = engine, now = NOW) =>
    reconcileSearch({
      db: database.app,
      engine: with_,
      name: 'inside',
      log: createLog('info', { write: line => void lines.push(line) }),
      clock: () => now,
      patienceMs: 0,
    })
  const found = async (words: string) => (await ask(engine, { words: `${words} ` })).total
  const documentOf = async (id: string) =>
    (await loadDocuments(database.app, [id], NOW))[0] ?? makeDocument('none')

  beforeEach(async () => {
    lines = []
    engine = make()
    await engine.rebuild(allDocuments(database.app, () => NOW))
  })

  it('finds nothing where nothing has drifted', async () => {
    expect(await compare()).toEqual({ compared: 4, missing: [], extra: [], different: [], aged: [] })
    expect(lines.join()).toContain('true to the database')
  })

  it('tells what is missing, what is a stranger and what differs, and mends it', async () => {
    await engine.remove([names.gone])
    await engine.index([{ ...(await documentOf(names.altered)), name: 'Phalarope', freeSince: null }])
    await engine.index([makeDocument('Stranger')])
    const drift = await compare()
    expect(drift).toEqual({
      compared: 4,
      missing: [names.gone],
      extra: [idOf('Stranger')],
      different: [names.altered],
      aged: [],
    })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      compared: 4,
      missing: 1,
      extra: 1,
      different: 1,
      aged: 0,
      ids: [names.gone, idOf('Stranger'), names.altered],
    })
    expect(lines.join()).not.toMatch(/Phalarope|Redshank|Oystercatcher/)
    expect(await Promise.all(['oystercatcher', 'redshank', 'phalarope', 'stranger'].map(found))).toEqual([
      1, 1, 0, 0,
    ])
    expect(await compare()).toMatchObject({ missing: [], extra: [], different: [], aged: [] })
  })

  it('takes a wrong day for a difference, and a day that is over for none: that is brought up to date', async () => {
    const gap = await documentOf(names.gap)
    const aWeekLater = await compare(engine, LATER)
    expect(aWeekLater).toMatchObject({ missing: [], extra: [], different: [], aged: [names.gap] })
    await engine.index([{ ...gap, freeOn: gap.freeOn.slice(0, -1) }])
    expect(await compare()).toMatchObject({ different: [names.gap] })
    expect(await compare()).toMatchObject({ different: [], aged: [] })
  })

  it('undoes no change that is made while it runs, and reports none as drift', async () => {
    const service = database.owner.updateTable('service').where('id', '=', names.whole)
    let changes = 0
    /** Somebody renames the service, and a follower has it found, just before what was read earlier is written. */
    const meanwhile: SearchEngine = {
      ...engine,
      async index(documents) {
        if (changes < 2) {
          changes += 1
          await service.set({ name: `Curlew ${changes}` }).execute()
          await engine.index(await loadDocuments(database.app, [names.whole], NOW))
        }
        await engine.index(documents)
      },
    }
    await engine.remove([names.whole])
    expect(await compare(meanwhile)).toMatchObject({ missing: [names.whole] })
    expect(changes).toBe(2)
    expect(await found('curlew 2')).toBe(1)

    const changing: SearchEngine = {
      ...engine,
      contents: ids => (ids ? engine.contents(ids) : renamedWhileRead()),
    }
    async function* renamedWhileRead() {
      yield* engine.contents()
      await service.set({ name: 'Sandpiper' }).execute()
    }
    expect(await compare(changing)).toMatchObject({ missing: [], extra: [], different: [] })
    expect(await found('sandpiper')).toBe(1)
  })
})
