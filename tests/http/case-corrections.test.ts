import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hidden, NEW_CASE, type OfficerStage, openOfficerStage } from './officer-stage'

let stage: OfficerStage
let home = ''
let closed = ''
beforeAll(async () => {
  stage = await openOfficerStage()
  home = await opened('Z7401AB', 'Ouzel Dipper')
  closed = await opened('Z7402AB', 'Godwit Ruff')
  await stage.post(`${closed}/answers/risk`, {
    ...(await drawn(`${closed}/answers/risk`)),
    arson: 'conviction',
  })
  const closing = { ...(await drawn(`${closed}/close`)), reason: 'housed', notKnown: 'yes' }
  expect((await stage.post(`${closed}/close`, closing)).status).toBe(303)
}, 300_000)
afterAll(() => stage?.close())

async function opened(prisonNumber: string, name: string, cookie?: string): Promise<string> {
  const made = await stage.post('/cases/new', { ...NEW_CASE, prisonNumber, name }, cookie)
  return made.location.split('?')[0] ?? ''
}

async function drawn(address: string, cookie?: string) {
  const { body } = await stage.get(address, cookie)
  return { version: hidden(body, 'version'), idempotencyKey: hidden(body, 'idempotencyKey') }
}

const PERSON = {
  prisonNumber: 'Z7401AB',
  name: 'Ouzel Dipper',
  crn: '',
  'dateOfBirth.day': '3',
  'dateOfBirth.month': '4',
  'dateOfBirth.year': '1991',
  sex: 'woman',
  homeAuthority: 'E08000021',
}
const STATUS = {
  custodyStatus: 'recall',
  how: 'changed',
  'statusSince.day': '30',
  'statusSince.month': '1',
  'statusSince.year': '2027',
  releaseConfidence: 'not_known',
  releaseType: 'unknown',
}

describe('a person who is corrected', () => {
  it('is asked for again with what was typed, each field with how to mend it', async () => {
    const wrong = { ...PERSON, prisonNumber: 'Z12', name: '', crn: '12345', 'dateOfBirth.day': '31' }
    const { status, body } = await stage.post(`${home}/person`, {
      ...(await drawn(`${home}/person`)),
      ...wrong,
    })
    expect(status).toBe(422)
    for (const words of [
      'like Z1234AB',
      'Enter the person’s full name',
      'like X123456',
      'There is no 31 April 1991',
    ])
      expect(body).toContain(words)
    for (const typed of ['Z12', '12345', '31']) expect(body).toContain(`value="${typed}"`)
    expect((await stage.get(home)).body).toContain('Ouzel Dipper')
  })

  it('is corrected once, found by the new name, and the team reads and strikes out the old one', async () => {
    const form = { ...(await drawn(`${home}/person`)), ...PERSON, name: 'Ouzel Ringed', crn: 'x 123456' }
    expect((await stage.post(`${home}/person`, form)).location).toBe(home)
    expect((await stage.post(`${home}/person`, form)).location).toBe(home)
    const { body } = await stage.get(home)
    expect(body).toContain('Ouzel Ringed')
    expect(body).toContain('X123456')
    for (const words of ['ringed', 'X123456', 'z7401ab']) {
      const found = await stage.post('/cases/find', { words })
      expect([words, found.status, found.location]).toEqual([words, 200, ''])
      expect(found.body).toContain(`href="${home}"`)
    }
    expect((await stage.post('/cases/find', { words: 'dipper' })).body).toContain('No case found')
    const history = (await stage.get(`${home}/history`)).body
    expect(history).toContain('was Ouzel Dipper; became Ouzel Ringed')
    const strike = { ...(await drawn(`${home}/history`)), changeId: hidden(history, 'changeId') }
    expect((await stage.post(`${home}/history`, strike)).location).toBe(`${home}/history`)
    const struck = (await stage.get(`${home}/history`)).body
    expect(struck).not.toContain('Ouzel Dipper')
    expect(struck).toContain('struck out by Test officer.lownewton')
  })

  it('shows both versions where a colleague was quicker, and keeps what was typed', async () => {
    const mine = await drawn(`${home}/person`)
    const theirs = { ...(await drawn(`${home}/person`)), ...PERSON, name: 'Ouzel Water', crn: 'X123456' }
    const colleague = await stage.signInAs('lowNewtonColleague')
    expect((await stage.post(`${home}/person`, theirs, colleague)).status).toBe(303)
    const refused = await stage.post(`${home}/person`, {
      ...mine,
      ...PERSON,
      name: 'Ouzel Stone',
      crn: 'X123456',
    })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Both versions')
    expect(refused.body).toContain('Ouzel Water')
    expect(refused.body).toContain('value="Ouzel Stone"')
  })

  it('is no duplicate: the team’s open case is named, another prison’s is to be rung', async () => {
    const other = await opened('Z7403AB', 'Knot Sanderling')
    const form = { ...PERSON, name: 'Ouzel Water', crn: 'X123456' }
    const twice = { ...(await drawn(`${home}/person`)), ...form, prisonNumber: 'Z7403AB' }
    const refused = await stage.post(`${home}/person`, twice)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain(`href="${other}"`)
    const durham = await stage.signInAs('durhamOfficer')
    await opened('Z7404AB', 'Linnet Redpoll', durham)
    const elsewhere = { ...(await drawn(`${home}/person`)), ...form, prisonNumber: 'Z7404AB' }
    const asked = await stage.post(`${home}/person`, elsewhere)
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('has an open case with this number')
    expect(asked.body).not.toContain('Redpoll')
    const rung = { ...elsewhere, idempotencyKey: crypto.randomUUID(), openElsewhere: 'yes Z7404AB' }
    expect((await stage.post(`${home}/person`, rung)).status).toBe(303)
  })
})

describe('what is said of a number', () => {
  it('is said of no other: the page asks again, with nothing ticked, once the number is mended', async () => {
    const durham = await stage.signInAs('durhamOfficer')
    await opened('Z7405AB', 'Linnet Twite', durham)
    await opened('Z7406AB', 'Linnet Brambling', durham)
    const send = (change: Record<string, string>) =>
      stage.post('/cases/new', { ...NEW_CASE, name: 'Dunlin Knot', ...change })
    const asked = await send({ prisonNumber: 'z7405 ab' })
    expect(asked.body).toContain('value="yes Z7405AB"')
    const rung = { openElsewhere: 'yes Z7405AB' }
    const mended = await send({ ...rung, prisonNumber: 'Z7406AB' })
    expect(mended.status).toBe(422)
    expect(mended.body).toMatch(/<input(?![^>]*checked)[^>]*value="yes Z7406AB"/)
    // Refused for something else, the answer of another number is not drawn as one of this.
    const nameless = await send({ ...rung, prisonNumber: 'Z7406AB', name: '' })
    expect(nameless.status).toBe(422)
    expect(nameless.body).not.toContain('openElsewhere')
    expect((await send({ ...rung, prisonNumber: 'Z7405AB', name: '' })).body).toMatch(
      /<input[^>]*checked[^>]*value="yes Z7405AB"/,
    )
    expect((await send({ ...rung, prisonNumber: 'Z7405AB' })).status).toBe(303)
  })
})

describe('a status that changes', () => {
  it('asks for its day and the release that follows, and says both on the case', async () => {
    const unsaid = {
      ...(await drawn(`${home}/status`)),
      custodyStatus: 'recall',
      releaseConfidence: 'not_known',
    }
    const refused = await stage.post(`${home}/status`, unsaid)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Choose whether the status changed')
    const form = { ...(await drawn(`${home}/status`)), ...STATUS }
    expect((await stage.post(`${home}/status`, form)).location).toBe(home)
    const { body } = await stage.get(home)
    expect(body).toContain('Recalled to prison, since 30 January 2027')
    expect(body).toContain('Not known yet')
    expect((await stage.get(`${home}/history`)).body).toContain('was Sentenced; became Recalled to prison')
  })
})

describe('why a case was closed', () => {
  it('is corrected while it is closed', async () => {
    const form = { ...(await drawn(`${closed}/closing`)), reason: 'released_elsewhere', note: '' }
    expect((await stage.post(`${closed}/closing`, form)).location).toBe(closed)
    expect((await stage.get(closed)).body).toContain('Reason: released elsewhere')
    expect((await stage.get(`${closed}/history`)).body).toContain('was Housed; became Released elsewhere')
  })
})

describe('a woman who returns', () => {
  it('is offered her last answers, which a tap confirms or drops', async () => {
    const again = await opened('Z7402AB', 'Godwit Ruff')
    expect((await stage.get(again)).body).toContain('1 answer waits to be confirmed')
    const page = (await stage.get(`${again}/carried`)).body
    expect(page).toContain('A conviction')
    expect((await stage.get(`${again}/answers/risk`)).body).not.toMatch(/value="conviction"[^>]*checked/)
    expect((await stage.get(`${again}/answers/risk?from=last`)).body).toMatch(
      /id="answers-arson[^"]*"[^>]*value="conviction"[^>]*checked|name="arson"[^>]*checked[^>]*value="conviction"|name="arson"[^>]*value="conviction"[^>]*checked/,
    )
    const both = await stage.post(`${again}/carried`, { confirm: 'arson', drop: 'arson' })
    expect(both.status).toBe(422)
    const form = { idempotencyKey: hidden(page, 'idempotencyKey'), confirm: 'arson' }
    expect((await stage.post(`${again}/carried`, form)).location).toBe(`${again}/carried`)
    expect((await stage.get(`${again}/carried`)).body).toContain('Nothing is left to be confirmed')
    expect((await stage.post(`${again}/carried`, { confirm: 'arson' })).status).toBe(409)
  })
})

describe('strangers who send well-formed forms', () => {
  const tables = [
    'person_case',
    'case_identity',
    'case_custody',
    'case_change',
    'case_carried',
    'case_closing',
  ]

  async function kept() {
    const marks = await Promise.all(
      tables.map(table =>
        sql<{ mark: string }>`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark
          from ${sql.table(table)} t`.execute(stage.database.owner),
      ),
    )
    return marks.map(({ rows }) => rows[0]?.mark).join()
  }

  it('change nothing and read the page that is there for nobody', async () => {
    const history = (await stage.get(`${home}/history`)).body
    const forms: [string, Record<string, string>][] = [
      [`${home}/person`, { ...(await drawn(`${home}/person`)), ...PERSON, name: 'Stolen Name' }],
      [`${home}/status`, { ...(await drawn(`${home}/status`)), ...STATUS, custodyStatus: 'remand' }],
      [`${home}/history`, { changeId: hidden(history, 'changeId') }],
      [`${home}/carried`, { confirm: 'all' }],
      [`${closed}/closing`, { ...(await drawn(`${closed}/closing`)), reason: 'died' }],
    ]
    const before = await kept()
    for (const person of ['durhamOfficer', 'firstManager', 'firstWorker'] as const) {
      const cookie = await stage.signInAs(person)
      for (const [address, fields] of forms) {
        const sent = { ...fields, idempotencyKey: crypto.randomUUID() }
        const answer = await stage.post(address, sent, cookie)
        expect([person, address, answer.status]).toEqual([person, address, 404])
        expect((await stage.get(address, cookie)).status).toBe(404)
      }
      const found = await stage.post('/cases/find', { words: 'ouzel' }, cookie)
      expect(found.body).not.toContain('Ouzel')
    }
    for (const [address, fields] of forms)
      expect((await stage.post(address, fields, '')).location).toMatch(/^\/sign-in/)
    expect(await kept()).toBe(before)
  })
})
