import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import { seedSmallWorld, type SmallPerson, type SmallWorld } from '@db/seeds/small'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { allDocuments } from '~/domain/index/service-document.server'
import { NOT_FOUND_HTML } from '~/ui/page/static-404'
import { addService } from '../../factories/service'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { passSecondFactor } from '../../support/sign-in'
import { postForm, type RunningTestServer, startTestServer, TEST_MASTER_KEY } from '../../support/server'

const NOW = new Date('2027-02-01T10:00:00Z')
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
const ABSENT_ID = '00000000-0000-4000-8000-000000000000'
const DURHAM = 'E06000047'
const engine = createInsideEngine()

let database: TestDatabase
let server: RunningTestServer
let world: SmallWorld
let hazel: string
const cookies = new Map<SmallPerson, string>()

/** Everybody without a right to the refuge's address, who asks for its pages. */
const WITHOUT_THE_GRANT: readonly (SmallPerson | null)[] = [
  null,
  'lowNewtonOfficer',
  'secondManager',
  'councilOfficer',
  'commissioner',
  'editor',
  'administrator',
  'coordinator',
]

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  world = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), NOW)
  const { secondProvider } = world.organisations
  const hidden = { organisationId: secondProvider, name: 'Hazel Court', visibility: 'professionals' }
  hazel = (await addService(database.owner, { ...hidden, authorities: [DURHAM] })).id
  await takeTheFlat()
  await rebuildIndex()
  const search = createSearchService({ inside: engine, log: SILENT, clock: () => NOW })
  server = await startTestServer({ database, search, now: () => NOW })
  for (const person of WITHOUT_THE_GRANT) if (person) cookies.set(person, await signIn(person))
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

describe('the directory, signed out', () => {
  it('says what each public service is and how to reach it', async () => {
    const { status, body } = await get('/services', null)
    expect(status).toBe(200)
    expect(namesIn(body)).toEqual(['Larch House', 'Larch Refuge', 'Rowan Flats', 'Rowan Hostel'])
    expect(body).toContain('href="tel:01914980001"')
  })

  it('says what people ring to ask, and what is not stated', async () => {
    const { body } = await get('/services?q=Larch+House', null)
    const facts = [...body.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(
      ([, label, value]) => `${label}: ${value?.replace(/<[^>]+>/g, '')}`,
    )
    expect(facts.slice(0, 10)).toEqual([
      'Who: Women only',
      'Ages: 18 and over',
      'Room: Shared house',
      'Children: ✕\u00a0No',
      'Couples: ✕\u00a0No',
      'Pets: ?\u00a0Assistance dogs',
      'From prison: ✓\u00a0Yes',
      'To pay: ?\u00a0Not stated: ask',
      'Staffed: ?\u00a0Not stated: ask',
      'Who refers: Your prison’s team',
    ])
    expect(body).toContain('checked Mon 1 February')
  })

  it('says nothing of vacancies and of the rest of policies, in the list and on a service’s page', async () => {
    for (const path of ['/services', `/services/${world.services.hostel}`]) {
      const { body } = await get(path, null)
      expect(body).not.toMatch(/free now|expected|confirmed|verified|bedspace|arson|complex needs/i)
    }
  })

  it('sends scripts nothing of them either: no rule of risk, no vacancy', async () => {
    for (const path of ['/services.data?q=Larch+House', `/services/${world.services.hostel}.data`]) {
      const data = await (await fetch(server.url + path)).text()
      expect(data).toContain('for the tests')
      expect(data).not.toMatch(/countedOn|freeSince|expectedDays|arson|criteria|rosh/i)
    }
  })

  it('cannot be narrowed or ordered by them, and says that it was not', async () => {
    for (const asked of ['vacancy=now', 'by=2027-03-01', 'confirmed=yes', 'sort=available']) {
      const { body } = await get(`/services?${asked}`, null)
      expect(namesIn(body)).toEqual(['Larch House', 'Larch Refuge', 'Rowan Flats', 'Rowan Hostel'])
      expect(body).toContain('is for professionals and was left out')
    }
  })

  it('holds no service for professionals, nor offers its name', async () => {
    expect((await get('/services?q=Hazel', null)).body).not.toContain('Hazel Court')
    expect((await get('/services/suggest?q=Haz', null)).body).toBe('[]')
    expect(await get(`/services/${hazel}`, null)).toEqual({ status: 404, body: NOT_FOUND_HTML })
  })
})

describe('the directory, for a professional', () => {
  it('shows what is free and how fresh that is, and can be narrowed by it', async () => {
    const { body } = await get('/services?vacancy=now', 'lowNewtonOfficer')
    expect(namesIn(body).sort()).toEqual(['Larch House', 'Larch Refuge', 'Rowan Hostel'])
    expect(body).toContain('3 free now')
    expect(body).toContain('confirmed just now')
    expect(namesIn((await get('/services?from-prison=case_by_case', 'lowNewtonOfficer')).body)).toEqual([
      'Larch Refuge',
    ])
  })

  it('shows a service’s policy criterion by criterion, and an officer the way on', async () => {
    const { body } = await get(`/services/${world.services.flats}`, 'lowNewtonOfficer')
    expect(body).toMatch(/<dt>Arson<\/dt><dd>never<\/dd>/)
    expect(body).toContain('verified on 1 February 2027')
    expect(body).toContain('href="/cases"')
    expect((await get(`/services/${world.services.flats}`, 'editor')).body).not.toContain('Search for a case')
  })

  it('holds services for professionals too', async () => {
    expect((await get(`/services/${hazel}`, 'lowNewtonOfficer')).status).toBe(200)
    expect((await get('/services/suggest?q=Haz', 'lowNewtonOfficer')).body).toBe('["Hazel Court"]')
  })
})

describe('the pins of a search', () => {
  it('are all of them, and tell the public nothing of vacancies', async () => {
    const pins = await pinsOf('/services/pins?vacancy=now', null)
    expect(pins.map(pin => pin.name).sort()).toEqual(['Larch House', 'Rowan Flats', 'Rowan Hostel'])
    expect(pins.flatMap(Object.keys)).not.toContain('vacancy')
    expect(pins.find(pin => pin.name === 'Rowan Hostel')).toMatchObject({
      id: world.services.hostel,
      name: 'Rowan Hostel',
      provider: 'Rowan Homes (fictional)',
      kind: 'Emergency and direct access',
      group: 'hostel',
      lat: 54.972,
      lng: -1.611,
      phone: '0191 498 0001',
    })
  })

  it('tell a professional what is free, and follow the filters', async () => {
    const pins = await pinsOf('/services/pins', 'lowNewtonOfficer')
    expect(Object.fromEntries(pins.map(pin => [pin.name, pin.vacancy]))).toEqual({
      'Larch House': 'free',
      'Rowan Flats': 'none',
      'Rowan Hostel': 'free',
    })
    expect(
      (await pinsOf('/services/pins?vacancy=now', 'lowNewtonOfficer')).map(pin => pin.name).sort(),
    ).toEqual(['Larch House', 'Rowan Hostel'])
    expect(await pinsOf('/services/pins?kind=bond_scheme', null)).toEqual([])
  })
})

describe('the number a search would show', () => {
  it('is the one its page says, and tells the public nothing of vacancies', async () => {
    const counted = async (search: string, person: SmallPerson | null) =>
      JSON.parse((await get(`/services/count?${search}`, person)).body) as unknown
    expect(await counted('', null)).toBe(4)
    expect(await counted('vacancy=now', null)).toBe(4)
    expect(await counted('vacancy=now&page=9', 'lowNewtonOfficer')).toBe(3)
    expect(await counted('kind=refuge', null)).toBe(1)
    expect(await counted('kind=bond_scheme&near=Atlantis', null)).toBe(0)
  })
})

describe('a search that cannot be followed', () => {
  it('names the place and the filter nobody knows, keeps what was typed and searches with the rest', async () => {
    const { status, body } = await get('/services?near=Atlantis&kind=castle&q=Larch', null)
    expect(status).toBe(200)
    expect(body).toContain('This place was not found')
    expect(body).toContain('value="Atlantis"')
    expect(body).toContain('One of the filters asked for does not exist')
    expect(namesIn(body)).toEqual(['Larch House', 'Larch Refuge'])
  })

  it('says what to do when nothing matches, and when there is no such page', async () => {
    expect((await get('/services?kind=bond_scheme', null)).body).toContain('Nothing matches all of this')
    const { body } = await get(`/services?kind=bond_scheme&authority=${DURHAM}`, null)
    expect(body).toContain('without ‘Deposit and bond scheme’')
    expect(body).toContain(`href="/services?kind=council_housing_options&amp;authority=${DURHAM}"`)
    expect((await get('/services?page=9', null)).body).toContain('There is no page 9')
  })

  it('writes what was typed as text', async () => {
    const { body } = await get(`/services?q=${encodeURIComponent('"><script>alert(1)</script>')}`, null)
    expect(body).not.toContain('<script>alert')
  })
})

describe('a service that is not there', () => {
  it('is the one 404', async () => {
    for (const id of [ABSENT_ID, 'x', 'suggestions', "1' or '1'='1"]) {
      const asked = `/services/${encodeURIComponent(id)}`
      expect(await get(asked, 'lowNewtonOfficer')).toEqual({ status: 404, body: NOT_FOUND_HTML })
    }
  })
})

describe('a confidential service', () => {
  it('says that its address is confidential, and which area it covers', async () => {
    const { body } = await get(`/services/${world.services.refuge}`, 'lowNewtonOfficer')
    expect(body).toContain('The address is confidential')
    expect(body).toContain('Areas covered: County Durham')
  })

  it('answers the same to the byte wherever it is, whoever asks and whatever for', async () => {
    const before = await everyAnswer()
    expect([...before.values()].filter(answer => answer.startsWith('200')).length).toBeGreaterThan(200)
    for (const [asked, answer] of before) {
      for (const piece of ['Canary', 'Quarrel', 'ZZ99', 'yellow door', 'bakery', '54.812', '1.512']) {
        // What was typed is shown again.
        // The woman of the case is called Canary too.
        const said = answer.replaceAll('Canary Wagtail', 'her name')
        if (!asked.includes(piece)) expect(said, asked).not.toContain(piece)
      }
    }
    await moveTheRefuge()
    await rebuildIndex()
    const after = await everyAnswer()
    expect([...after.keys()].filter(asked => after.get(asked) !== before.get(asked))).toEqual([])
  }, 300_000)
})

describe('supply', () => {
  it('is worked out for the commissioner, and names no person and no service', async () => {
    const { status, body } = await get('/supply', 'commissioner')
    expect(status).toBe(200)
    expect(body).toContain('authorities')
    expect(body).toContain('How this is defined')
    expect(body).not.toMatch(/Larch|Rowan|Hazel|Wagtail|Fieldfare|C-\d{5}|R-\d{5}|[A-Z]\d{4}[A-Z]{2}\b/)
  })

  it('comes as CSV: a line for each area and kind of place, none of which a spreadsheet would run', async () => {
    const answer = await fetch(`${server.url}/supply.csv`, { headers: headersOf('commissioner') })
    const lines = (await answer.text()).trim().split('\r\n')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(lines).toHaveLength(1 + 12 * 7)
    expect(lines.flatMap(line => line.split(',')).filter(cell => /^"?[=+\-@]/.test(cell))).toEqual([])
    expect(lines.join()).not.toMatch(/Larch|Rowan|Hazel/)
  })

  it('says in the file what of its address to mend, and gives no file of something else', async () => {
    const answer = await fetch(`${server.url}/supply.csv?reading=2026-10-01&on=yesterday`, {
      headers: headersOf('commissioner'),
    })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/plain; charset=utf-8'])
    const text = await answer.text()
    expect(text).toContain('There is no reading of 1 October 2026: none is kept yet.')
    expect(text).toContain('day a bed is wanted')
  })

  it('leads behind a cell to the services, with their policies, and of a refuge to the areas it covers alone', async () => {
    const { status, body } = await get(`/supply/${DURHAM}/refuge`, 'commissioner')
    expect(status).toBe(200)
    expect(body).toContain('Larch Refuge')
    expect(body).toContain('case by case')
    expect(body).toContain('Not shown: where it is is confidential')
    expect(body).not.toMatch(/Canary|ZZ99|bakery|54\.81/)
  })

  it('is nobody else’s', async () => {
    for (const path of ['/supply', '/supply.csv']) {
      expect(await get(path, 'lowNewtonOfficer')).toEqual({ status: 404, body: NOT_FOUND_HTML })
      expect((await get(path, null)).status).toBe(302)
    }
  })
})

describe('the messages page', () => {
  it('is there in the demonstration only', async () => {
    expect(await get('/messages', 'lowNewtonOfficer')).toEqual({ status: 404, body: NOT_FOUND_HTML })
  })
})

interface Pin {
  name: string
  vacancy?: string
}

async function pinsOf(path: string, person: SmallPerson | null): Promise<Pin[]> {
  const answer = await fetch(server.url + path, { headers: headersOf(person) })
  return (await answer.json()) as Pin[]
}

async function signIn(person: SmallPerson): Promise<string> {
  const fields = { email: world.emails[person], password: world.password }
  const answer = await postForm(`${server.url}/sign-in`, fields)
  return passSecondFactor(database.owner, answer.headers.get('set-cookie')?.split(';')[0] ?? '')
}

function headersOf(person: SmallPerson | null): Record<string, string> {
  return person === null ? {} : { cookie: cookies.get(person) ?? '' }
}

/** A page without the marks React leaves between texts. */
async function get(path: string, person: SmallPerson | null): Promise<{ status: number; body: string }> {
  const answer = await fetch(server.url + path, { redirect: 'manual', headers: headersOf(person) })
  const body = (await answer.text()).replace(/<!--(?!<)[\s\S]*?-->/g, '')
  return { status: answer.status, body: answer.status === 200 ? withoutScripts(body) : body }
}

function withoutScripts(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, '')
}

/** The names in the list, in their order, without the marks on words that were searched for. */
function namesIn(body: string): string[] {
  const titles = [...body.matchAll(/tg-result__title"><a[^>]*>(.*?)<\/a>/g)]
  return titles.map(title => (title[1] ?? '').replace(/<[^>]+>/g, ''))
}

/** Every page and its data, for everybody without the grant, the nonce and the fresh keys of each answer taken out. */
async function everyAnswer(): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const person of WITHOUT_THE_GRANT) {
    for (const path of pathsThatCouldTell()) {
      const answer = await fetch(server.url + path, { redirect: 'manual', headers: headersOf(person) })
      const body = (await answer.text())
        .replace(/nonce="[^"]*"/g, 'nonce')
        .replace(/(idempotencyKey[\\]?"(?: value=|,|:)[\\]?")[0-9a-f-]{36}/g, '$1a fresh key')
      answers.set(`${person ?? 'signed out'} ${path}`, `${answer.status} ${body}`)
    }
  }
  return answers
}

function pathsThatCouldTell(): string[] {
  const searches = [
    '',
    'q=Larch',
    'q=Canary+Quarrel',
    'q=bakery',
    'q=ZZ99',
    'near=DH1&miles=2',
    'near=DH1&miles=2&sort=distance',
    'near=54.81,-1.51&miles=2&sort=distance',
    'near=NE1&miles=2',
    'near=54.97,-1.61&miles=50&sort=distance',
    `authority=${DURHAM}`,
    'authority=E08000021',
    'kind=refuge&sort=available',
    'kind=refuge&vacancy=now',
    'q=refuge+DH1',
    'q=refuge+near+Newcastle',
    'q=refuge+anywhere+but+Durham',
    'kind=refuge&print=all',
  ]
  const { refuge } = world.services
  return [
    ...['', '.data', '/pins', '/count'].flatMap(part => searches.map(search => `/services${part}?${search}`)),
    ...['', '/count'].flatMap(part =>
      searches
        .filter(search => /miles|authority|refuge\+/.test(search))
        .map(search => `/cases/${world.cases.woman}/search${part}?${search}&group=discuss`),
    ),
    ...['', '.data'].flatMap(part => [
      `/cases/${world.cases.woman}/search${part}`,
      `/cases/${world.cases.woman}/shortlist${part}`,
      `/cases/${world.cases.woman}/shortlist/${refuge}${part}`,
      `/cases/${world.cases.woman}/services/${refuge}${part}`,
    ]),
    `/cases/${world.cases.woman}/search/pins`,
    `/cases/${world.cases.woman}/search/pins?near=DH1&miles=2&group=discuss`,
    ...searches.map(search => `/api/v1/services?${search.replace('miles', 'within')}`),
    `/services/${refuge}`,
    `/services/${refuge}.data`,
    '/services/suggest?q=Lar',
    '/services/suggest?q=Can',
    ...['', '.data', '.csv'].flatMap(part => [`/supply${part}`, `/supply${part}?place=refuge&with=children`]),
    `/supply?on=2027-02-08&dates=yes&area=${DURHAM}`,
    `/supply/${DURHAM}/refuge`,
    `/supply/${DURHAM}/chosen?place=refuge&with=couple`,
    '/supply/E08000021/refuge',
    `/supply/${DURHAM}/refuge.data`,
    '/',
    '/about',
  ]
}

/** From County Durham to the middle of Newcastle. */
async function moveTheRefuge(): Promise<void> {
  await database.owner
    .updateTable('confidentialSite')
    .set({ name: 'New place', address: '1 Other Street', postcode: 'NE1 1AA', lat: 54.972, lng: -1.611 })
    .set({ detail: 'Ring twice' })
    .where('serviceId', '=', world.services.refuge)
    .execute()
}

async function rebuildIndex(): Promise<void> {
  await engine.rebuild(allDocuments(database.app, () => NOW))
}

/** The only bedspace of the flats is void until further notice. */
async function takeTheFlat(): Promise<void> {
  const [bedspaceId = ''] = world.bedspaces.flats
  await database.owner
    .insertInto('bedspaceClaim')
    .values({ id: newId(), bedspaceId, during: '[2027-01-01,)', kind: 'void', voidReason: 'repair' })
    .execute()
}
