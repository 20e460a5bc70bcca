import { beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '@search/search-engine'
import { ask, namesFound } from './ask'
import { dayAndInstant } from '@search/document'
import { describeEngines } from './contract-engines'
import { makeDocument, NOW_SECONDS, TODAY } from './make-document'

const DURHAM = 'E06000047'
const GATESHEAD = 'E08000037'

const documents = [
  makeDocument('Aster', { kind: 'refuge', authorities: [DURHAM], womenOnly: true, takesChildren: 'yes' }),
  makeDocument('Briar', { kind: 'refuge', authorities: [GATESHEAD], womenOnly: true, takesChildren: 'no' }),
  makeDocument('Clover', { kind: 'emergency', authorities: [DURHAM, GATESHEAD], wheelchair: true }),
  makeDocument('Dock', { kind: 'emergency', authorities: [DURHAM], takesChildren: 'case_by_case' }),
  makeDocument('Elder', { visibility: 'professionals', authorities: [DURHAM], supportLevel: 'high' }),
]

await describeEngines('facts', make => {
  let engine: SearchEngine
  const find = async (asked: Parameters<typeof ask>[1]) => (await namesFound(engine, documents, asked)).sort()

  beforeAll(async () => {
    engine = make()
    await engine.rebuild(documents)
  })

  it('takes any of several values within a facet', async () => {
    expect(await find({ facets: { takesChildren: ['yes', 'case_by_case'] } })).toEqual(['Aster', 'Dock'])
  })

  it('wants all of several facets', async () => {
    expect(await find({ facets: { kind: ['refuge'], authority: [DURHAM] } })).toEqual(['Aster'])
  })

  it('never finds by a fact that is not stated, neither as yes nor as no', async () => {
    expect(await find({ facets: { wheelchair: ['yes', 'no'] } })).toEqual(['Clover'])
  })

  it('takes an empty list as nothing ticked', async () => {
    expect(await find({ facets: { kind: [] } })).toHaveLength(5)
  })

  it('narrows words by facts', async () => {
    expect(await find({ words: 'aster ', facets: { kind: ['emergency'] } })).toEqual([])
    expect(await find({ words: 'aster ', facets: { kind: ['refuge'] } })).toEqual(['Aster'])
  })

  it('ignores the case of a value and the space around it', async () => {
    expect(await find({ facets: { kind: ['REFUGE\n'] } })).toEqual(['Aster', 'Briar'])
  })

  it.each([
    '" OR kind = "refuge',
    'refuge"] OR kind IN ["emergency',
    "' OR 1 = 1 --",
    '\\',
    '\\" OR kind EXISTS OR kind = \\"',
    '',
    'kind EXISTS',
    '_geoRadius(54, -1, 1000000)',
  ])('takes the value %j as a value that nothing has', async value => {
    expect(await find({ facets: { kind: [value] } })).toEqual([])
  })

  it('counts a facet as if nothing were ticked in it, and the others within what is', async () => {
    const { facets, total } = await ask(engine, { facets: { kind: ['refuge'] } })
    expect(total).toBe(2)
    expect(facets.kind).toEqual({ refuge: 2, emergency: 2, supported_housing: 1 })
    expect(facets.authority).toEqual({ [DURHAM]: 1, [GATESHEAD]: 1 })
    expect(facets.takesChildren).toEqual({ yes: 1, no: 1 })
    expect(facets.wheelchair).toEqual({})
  })

  it('counts each of two ticked facets within the other', async () => {
    const { facets } = await ask(engine, { facets: { kind: ['refuge'], authority: [GATESHEAD] } })
    expect(facets.kind).toEqual({ refuge: 1, emergency: 1 })
    expect(facets.authority).toEqual({ [DURHAM]: 1, [GATESHEAD]: 1 })
    expect(facets.takesChildren).toEqual({ no: 1 })
  })

  it('shows the public nothing that is for professionals, nor counts it', async () => {
    const { total, facets } = await ask(engine, { audience: 'public' })
    expect(total).toBe(4)
    expect(facets.supportLevel).toEqual({})
    expect(await find({ words: 'elder ', audience: 'public' })).toEqual([])
    expect(await engine.suggest('elder', 'public')).toEqual([])
    expect(await engine.suggest('elder', 'professional')).toHaveLength(1)
  })
})

const vacancies = [
  makeDocument('Free and fresh', {
    freeSince: NOW_SECONDS - 3 * 86_400,
    freshUntil: NOW_SECONDS + 60,
    checkUntil: NOW_SECONDS + 90,
  }),
  makeDocument('Free, check', {
    freeSince: 0,
    freshUntil: NOW_SECONDS - 60,
    checkUntil: NOW_SECONDS + 90,
  }),
  makeDocument('Free, unknown', {
    freeSince: 0,
    freshUntil: NOW_SECONDS - 90,
    checkUntil: NOW_SECONDS - 60,
  }),
  makeDocument('In a week', {
    freeSince: NOW_SECONDS + 7 * 86_400,
    expectedDays: [TODAY + 7],
    freshUntil: NOW_SECONDS + 60,
    checkUntil: NOW_SECONDS + 90,
  }),
  makeDocument('This week', {
    freeOn: [dayAndInstant(TODAY, 0), dayAndInstant(TODAY + 1, 0)],
    freshUntil: NOW_SECONDS + 60,
    checkUntil: NOW_SECONDS + 90,
  }),
  makeDocument('Keeps no beds'),
]

await describeEngines('vacancies', make => {
  let engine: SearchEngine
  const find = async (asked: Parameters<typeof ask>[1]) => (await namesFound(engine, vacancies, asked)).sort()

  beforeAll(async () => {
    engine = make()
    await engine.rebuild(vacancies)
  })

  it('finds what is free today, however long ago it was confirmed', async () => {
    const free = ['Free and fresh', 'Free, check', 'Free, unknown', 'This week']
    expect(await find({ vacancy: 'now' })).toEqual(free)
  })

  it('finds what is empty now and free on a day to come, never what is only expected', async () => {
    const free = ['Free and fresh', 'Free, check', 'Free, unknown']
    expect(await find({ vacancy: { by: '2026-12-09' } })).toEqual(free)
  })

  it('compares with the instant of the search, without a write', async () => {
    const later = new Date('2026-12-04T12:00:00Z')
    expect(await find({ vacancy: 'now', now: later })).toEqual([
      'Free and fresh',
      'Free, check',
      'Free, unknown',
    ])
    expect(await find({ confirmedRecently: true, now: later })).toEqual([])
  })

  it('finds what time has freed since, without a write', async () => {
    const inEightDays = new Date('2026-12-10T12:00:00Z')
    expect(await find({ vacancy: 'now', now: inEightDays })).toContain('In a week')
    expect(await find({ vacancy: { by: '2027-03-01' }, now: inEightDays })).toContain('In a week')
  })

  it('finds what was confirmed recently', async () => {
    expect(await find({ confirmedRecently: true })).toEqual(['Free and fresh', 'In a week', 'This week'])
  })

  it('counts beside each vacancy filter what ticking it would give', async () => {
    expect((await ask(engine, {})).vacancies).toEqual({ now: 4, by: null, confirmedRecently: 3 })
    const narrowed = await ask(engine, { confirmedRecently: true, vacancy: { by: '2026-12-09' } })
    expect(narrowed.total).toBe(1)
    expect(narrowed.vacancies).toEqual({ now: 2, by: 1, confirmedRecently: 1 })
  })

  it('puts a fresh vacancy first and the unknown last', async () => {
    const names = await namesFound(engine, vacancies, {})
    expect(names.slice(0, 2).sort()).toEqual(['Free and fresh', 'This week'])
    expect(names.slice(2)).toEqual(['Free, check', 'In a week', 'Free, unknown', 'Keeps no beds'])
  })

  it('orders by the available day, the unknown last', async () => {
    const names = await namesFound(engine, vacancies, { sort: 'available' })
    expect(names).toEqual([
      'Free and fresh',
      'This week',
      'Free, check',
      'In a week',
      'Free, unknown',
      'Keeps no beds',
    ])
  })

  describe('for the public', () => {
    it('neither filters, nor counts, nor orders by vacancy', async () => {
      const plain = await ask(engine, { audience: 'public' })
      const asked = await ask(engine, {
        audience: 'public',
        vacancy: 'now',
        confirmedRecently: true,
        sort: 'available',
      })
      expect(asked).toEqual(plain)
      expect(plain.total).toBe(6)
      expect(plain.vacancies).toBeNull()
      const names = await namesFound(engine, vacancies, { audience: 'public' })
      expect(names).toEqual([...names].sort())
    })
  })
})

await describeEngines('a hold that lapses', make => {
  const LAPSES = Date.parse('2026-12-02T17:00:00Z') / 1000
  const held = [
    makeDocument('Lapses', { freeOn: [dayAndInstant(TODAY, LAPSES), dayAndInstant(TODAY + 1, LAPSES)] }),
    makeDocument('Later day', { freeOn: [dayAndInstant(TODAY + 1, 0)] }),
  ]
  let engine: SearchEngine
  const freeAt = async (now: string, vacancy: 'now' | { by: string }) =>
    (await namesFound(engine, held, { vacancy, now: new Date(now) })).sort()

  beforeAll(async () => {
    engine = make()
    await engine.rebuild(held)
  })

  it('frees its days from that instant on, and no other day', async () => {
    expect(await freeAt('2026-12-02T16:59:59Z', 'now')).toEqual([])
    expect(await freeAt('2026-12-02T17:00:00Z', 'now')).toEqual(['Lapses'])
    expect(await freeAt('2026-12-02T16:59:59Z', { by: '2026-12-03' })).toEqual(['Later day'])
    expect(await freeAt('2026-12-02T17:00:00Z', { by: '2026-12-03' })).toEqual(['Lapses', 'Later day'])
    expect(await freeAt('2026-12-02T17:00:00Z', { by: '2026-12-04' })).toEqual([])
  })
})
