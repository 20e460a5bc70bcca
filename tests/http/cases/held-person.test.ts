import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hidden, NEW_CASE, type OfficerStage, openOfficerStage } from '../officer-stage'

let stage: OfficerStage
let administrator = ''
let home = ''
let caseId = ''
beforeAll(async () => {
  stage = await openOfficerStage()
  administrator = await stage.signInAs('administrator')
  const made = await stage.post('/cases/new', {
    ...NEW_CASE,
    prisonNumber: 'Z7601AB',
    name: 'Dunnock Wheatear',
  })
  home = made.location.split('?')[0] ?? ''
  caseId = home.split('/').at(-1) ?? ''
}, 300_000)
afterAll(() => stage?.close())

describe('everything held on one person, over HTTP', () => {
  it('is asked for by number, in no address, and says what is missing', async () => {
    for (const number of ['', 'Dunnock', 'Z7601A']) {
      const { status, body } = await stage.post('/administration/person', { number }, administrator)
      expect([number, status]).toEqual([number, 422])
      expect(body).toContain('Enter a prison number like A1234BC, or a CRN like X123456')
      if (number) expect(body).toContain(`value="${number}"`)
    }
    const found = await stage.post('/administration/person', { number: 'z7601 ab' }, administrator)
    expect([found.status, found.location]).toEqual([200, ''])
    expect(found.body).toContain(`href="/administration/person/${caseId}"`)
    expect(found.body).not.toContain('Dunnock')
    const none = await stage.post('/administration/person', { number: 'Z7699AB' }, administrator)
    expect(none.body).toContain('No case of that number')
  })

  it('is read on a page and downloaded as a file whose name says nobody’s', async () => {
    const { status, body } = await stage.get(`/administration/person/${caseId}`, administrator)
    expect(status).toBe(200)
    for (const words of ['Dunnock Wheatear', 'Z7601AB', 'Who the case is of', 'Who read and did what'])
      expect(body).toContain(words)
    expect(/<title>(.*?)<\/title>/.exec(body)?.[1]).not.toMatch(/Dunnock|Z7601/)
    const file = await fetch(`${stage.url}/administration/person/${caseId}/held.json`, {
      headers: { cookie: administrator },
    })
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="throughgate-everything-held.json"',
    )
    expect(file.headers.get('cache-control')).toContain('no-store')
    const held = (await file.json()) as {
      cases: { held: { what: string; rows: Record<string, string>[] }[] }[]
    }
    const identity = held.cases[0]?.held.find(({ what }) => what === 'Who the case is of')?.rows[0]
    expect(identity).toMatchObject({ Name: 'Dunnock Wheatear', 'Prison number': 'Z7601AB' })
  })

  it('lets words be struck out that should never have been typed, and says so once', async () => {
    const drawn = await stage.get(`${home}/close`)
    const closing = { reason: 'other', note: 'She lives with Canary now', notKnown: 'yes' }
    const carried = {
      version: hidden(drawn.body, 'version'),
      idempotencyKey: hidden(drawn.body, 'idempotencyKey'),
    }
    expect((await stage.post(`${home}/close`, { ...carried, ...closing })).status).toBe(303)
    expect((await stage.get(home)).body).toMatch(/This case will be deleted on \d+ \w+ \d{4}/)

    const page = await stage.get(`/administration/person/${caseId}`, administrator)
    expect(page.body).toContain('She lives with Canary now')
    const words = {
      idempotencyKey: hidden(page.body, 'idempotencyKey'),
      place: hidden(page.body, 'place'),
      row: hidden(page.body, 'row'),
      ofCase: caseId,
    }
    const address = `/administration/person/${caseId}`
    const wrong = await stage.post(address, { ...words, place: 'person_case' }, administrator)
    expect([wrong.status, wrong.body.includes('Choose what to strike out')]).toEqual([422, true])
    expect((await stage.post(address, words, administrator)).location).toBe(address)
    expect((await stage.post(address, words, administrator)).location).toBe(address)
    const after = await stage.get(address, administrator)
    expect(after.body).not.toContain('She lives with Canary now')
    expect(after.body).toContain('These words were struck out')
    expect((await stage.get(home)).body).toContain('These words were struck out')
  })

  it('is there for nobody else', async () => {
    for (const address of [
      '/administration/person',
      `/administration/person/${caseId}`,
      `/administration/person/${caseId}/held.json`,
    ])
      expect((await stage.get(address)).status).toBe(404)
  })
})
