import { beforeEach, describe, expect, it } from 'vitest'
import type { ServiceDocument } from '@search/document'
import type { SearchEngine } from '@search/search-engine'
import { ask, namesFound } from './ask'
import { describeEngines } from './contract-engines'
import { idOf, makeDocument } from './make-document'

const one = makeDocument('One', { kind: 'refuge' })
const two = makeDocument('Two', { kind: 'emergency' })

await describeEngines('keeping the index', make => {
  let engine: SearchEngine
  const find = async (words = '') => (await namesFound(engine, [one, two], { words })).sort()

  beforeEach(async () => {
    engine = make()
    await engine.rebuild([one, two])
  })

  it('finds a document as soon as it is indexed', async () => {
    await engine.index([makeDocument('Three', { name: 'Sandpiper' })])
    expect((await ask(engine, { words: 'sandpiper ' })).total).toBe(1)
    expect((await engine.health()).documents).toBe(3)
  })

  it('replaces a document whole: no word and no fact of the old one stays', async () => {
    await engine.index([{ ...one, name: 'Plover', kind: 'recovery_house' }])
    expect(await find('one ')).toEqual([])
    expect((await ask(engine, { words: 'plover ' })).total).toBe(1)
    const { facets, total } = await ask(engine, {})
    expect(total).toBe(2)
    expect(facets.kind).toEqual({ emergency: 1, recovery_house: 1 })
  })

  it('forgets a document that is removed, and takes it back', async () => {
    await engine.remove([one.id])
    expect(await find()).toEqual(['Two'])
    await engine.index([one])
    expect(await find('one ')).toEqual(['One'])
  })

  it('removes what it does not hold without complaint', async () => {
    await engine.remove([idOf('never was')])
    expect(await find()).toEqual(['One', 'Two'])
  })

  it.each<[string, Partial<ServiceDocument>]>([
    ['a latitude of 100', { position: { lat: 100, lng: 0 } }],
    ['a longitude that is no number', { position: { lat: 54, lng: Number.NaN } }],
    ['an id that is no uuid', { id: 'one two' }],
    ['no name', { name: '' }],
  ])('refuses a document with %s, and changes nothing', async (_, wrong) => {
    const bad = makeDocument('Bad', wrong)
    await expect(engine.index([makeDocument('Three'), bad])).rejects.toThrow()
    expect(await find()).toEqual(['One', 'Two'])
  })

  it('rebuilds to exactly what it is given', async () => {
    await engine.rebuild([two])
    expect(await find()).toEqual(['Two'])
    expect(await find('one ')).toEqual([])
  })

  it('keeps what it has when a rebuild fails, and can be rebuilt after', async () => {
    await expect(engine.rebuild(failing())).rejects.toThrow('the source broke')
    expect(await find()).toEqual(['One', 'Two'])
    await engine.rebuild([one])
    expect(await find()).toEqual(['One'])
  })

  it('answers during a rebuild, and loses nothing that changes meanwhile', async () => {
    const stale = Array.from({ length: 1_200 }, (_, number) => makeDocument(`Old ${number}`))
    async function* source() {
      yield* stale.slice(0, 600)
      await engine.index([makeDocument('Old 5', { name: 'Renamed' }), makeDocument('Newcomer')])
      await engine.remove([idOf('Old 7')])
      expect((await ask(engine, { words: 'two ' })).total).toBe(1)
      yield* stale.slice(600)
    }
    await engine.rebuild(source())
    expect((await ask(engine, {})).total).toBe(1_200)
    expect((await ask(engine, { words: 'renamed ' })).total).toBe(1)
    expect((await ask(engine, { words: 'newcomer ' })).total).toBe(1)
    expect((await engine.health()).documents).toBe(1_200)
  })

  it('says that it is well', async () => {
    expect(await engine.health()).toMatchObject({ ok: true, documents: 2 })
  })
})

await describeEngines('pages', make => {
  const many = Array.from({ length: 55 }, (_, number) => {
    return makeDocument(`many ${number}`, { name: 'Same name', summary: 'same words' })
  })
  let engine: SearchEngine

  beforeEach(async () => {
    engine = make()
    await engine.rebuild(many)
  })

  describe.each(['', 'same '])('of a search for "%s", all hits alike', words => {
    it('overlap nowhere and leave nothing out', async () => {
      const ids: string[] = []
      for (let page = 1; page <= 4; page += 1) {
        const { hits, total } = await ask(engine, { words, page, pageSize: 20 })
        expect(total).toBe(55)
        ids.push(...hits.map(hit => hit.id))
      }
      expect([...ids].sort()).toEqual(many.map(document => document.id).sort())
      expect(ids).toEqual([...ids].sort())
    })
  })

  it('end', async () => {
    expect((await ask(engine, { page: 9, pageSize: 20 })).hits).toEqual([])
  })

  it('are left aside when all is asked for', async () => {
    const { hits } = await ask(engine, { all: true, pageSize: 5 })
    expect(hits).toHaveLength(55)
  })
})

await describeEngines('highlights', make => {
  it('mark the words found, in parts of plain text that hold no markup of ours', async () => {
    const engine = make()
    await engine.rebuild([
      makeDocument('x', { name: 'Rook & <b>Heron</b>', summary: '<script>alert("heron")</script> heronry' }),
    ])
    const { hits } = await ask(engine, { words: 'heron ' })
    expect(hits[0]?.highlights?.name).toEqual([
      { text: 'Rook & <b>', marked: false },
      { text: 'Heron', marked: true },
      { text: '</b>', marked: false },
    ])
    const summary = hits[0]?.highlights?.summary ?? []
    expect(summary.map(part => part.text).join('')).toBe('<script>alert("heron")</script> heronry')
    expect(summary.filter(part => part.marked).map(part => part.text)[0]).toBe('heron')
  })

  it('are none without words', async () => {
    const engine = make()
    await engine.rebuild([makeDocument('x')])
    expect((await ask(engine, {})).hits[0]?.highlights).toBeNull()
  })
})

function* failing() {
  yield makeDocument('Three')
  throw new Error('the source broke')
}
