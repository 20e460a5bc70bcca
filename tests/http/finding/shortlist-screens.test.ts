import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hidden, type OfficerStage, openOfficerStage } from '../officer-stage'

const ABSENT_ID = '00000000-0000-4000-8000-000000000000'

let stage: OfficerStage
let home: string
let larch: string

beforeAll(async () => {
  stage = await openOfficerStage()
  home = `/cases/${stage.world.cases.woman}`
  larch = stage.world.services.womensHouse
}, 300_000)
afterAll(() => stage?.close())

async function notes(): Promise<number> {
  return (await stage.database.owner.selectFrom('caseShortlistNote').select('id').execute()).length
}

function heading(body: string): string | undefined {
  return /<h1[^>]*>([^<]*)/.exec(body)?.[1]
}

describe('a service opened from the search for a case', () => {
  it('keeps the case and the search, says how it is decided and leads on to refer', async () => {
    const search = await stage.get(`${home}/search?q=larch`)
    const link = new RegExp(`href="(${home}/services/${larch}[^"]*)"`).exec(search.body)?.[1] ?? ''
    expect(link.replaceAll('&amp;', '&')).toContain('q=larch')
    const { status, body } = await stage.get(link.replaceAll('&amp;', '&'))
    expect(status).toBe(200)
    expect(heading(body)).toBe('Larch House')
    expect(body).toContain('Canary Wagtail')
    expect(body).toContain(`href="${home}/search?q=larch"`)
    expect(body).toContain('For this case:')
    expect(body).toContain(`href="${home}/refer/${larch}"`)
    expect(/<title>([^<]*)/.exec(body)?.[1]).toBe('Service for case C-10001 – Throughgate')
  })

  it('is not there for another prison, for a service that is not there, nor for one that is avoided', async () => {
    const other = await stage.signInAs('durhamOfficer')
    expect((await stage.get(`${home}/services/${larch}`, other)).status).toBe(404)
    expect((await stage.get(`${home}/services/${ABSENT_ID}`)).status).toBe(404)
    await avoiding([larch], async () => {
      expect((await stage.get(`${home}/services/${larch}`)).status).toBe(404)
      expect((await stage.get(`${home}/shortlist/${larch}`)).status).toBe(404)
      expect((await stage.post(`${home}/shortlist/${larch}`, { change: 'add' })).status).toBe(404)
    })
  })
})

describe('the shortlist', () => {
  it('is added to from the search, and leads back to that search', async () => {
    const back = `${home}/search?q=larch`
    const { body } = await stage.get(back)
    expect(body).toContain(`action="${home}/shortlist/${larch}"`)
    expect(hidden(body, 'back').replaceAll('&amp;', '&')).toBe(back)
    const sent = await stage.post(`${home}/shortlist/${larch}`, { change: 'add', back })
    expect(sent).toMatchObject({ status: 303, location: back })
    const after = await stage.get(back, sent.cookie)
    expect(after.body).toContain('The service is on the shortlist.')
    expect(after.body).toContain('Take off shortlist')
    await stage.post(`${home}/shortlist/${larch}`, { change: 'add', back })
    const rows = await stage.database.owner.selectFrom('caseShortlist').select('id').execute()
    expect(rows).toHaveLength(1)
  })

  it('leads nowhere but to a page of this case', async () => {
    for (const back of ['https://elsewhere.example/', '/services', '//elsewhere.example', `${home}/../..`])
      expect(await stage.post(`${home}/shortlist/${larch}`, { change: 'add', back })).toMatchObject({
        status: 303,
        location: `${home}/shortlist`,
      })
  })

  it('keeps a note, refuses one too long with what was typed, and lets it be corrected', async () => {
    const address = `${home}/shortlist/${larch}`
    const page = await stage.get(address)
    expect(heading(page.body)).toBe('Note on Larch House')
    const carried = { change: 'note', version: hidden(page.body, 'version') }
    const long = await stage.post(address, { ...carried, note: 'x'.repeat(501) })
    expect(long.status).toBe(422)
    expect(long.body).toContain('The note must be 500 characters or fewer')
    expect(long.body).toContain('x'.repeat(501))
    expect(await notes()).toBe(0)
    expect((await stage.post(address, { ...carried, note: 'Rang: two rooms' })).status).toBe(303)

    const stale = await stage.post(address, { ...carried, note: 'Rang: one room' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('A colleague changed this note')
    expect(stale.body).toContain('Rang: two rooms')
    expect(stale.body).toContain('Rang: one room')
    const again = { change: 'note', version: hidden(stale.body, 'version'), note: 'Rang: one room' }
    expect((await stage.post(address, again)).status).toBe(303)
    const { body } = await stage.get(address)
    expect(body).toContain('What it said before')
    expect(body).toContain('Rang: two rooms')
  })

  it('lists what is on it as it stands now, on paper without a name or a note', async () => {
    const { body } = await stage.get(`${home}/shortlist`)
    expect(heading(body)).toBe('Shortlist for this case')
    expect(body).toContain('Larch House')
    expect(body).toContain('Rang: one room')
    expect(onPaper(body)).toContain('Larch House')
    expect(onPaper(body)).toMatch(/Case C-\d+/)
    for (const kept of ['Canary', 'Wagtail', 'Rang: one room', 'Added '])
      expect(onPaper(body)).not.toContain(kept)
    expect(/<title>([^<]*)/.exec(body)?.[1]).toBe('Shortlist for case C-10001 – Throughgate')
  })

  it('says what changed since a service was added', async () => {
    const { owner } = stage.database
    await owner
      .updateTable('servicePolicy')
      .set({ criteria: JSON.stringify({ sex: 'men' }) })
      .where('serviceId', '=', larch)
      .execute()
    const { body } = await stage.get(`${home}/shortlist`)
    expect(body).toMatch(/Changed since it was added: it [^.]*, now it does not fit/)
  })

  it('says nothing of a service that she came to avoid', async () => {
    await avoiding([larch], async () => {
      const { body } = await stage.get(`${home}/shortlist`)
      expect(body).toContain('Nothing is on the shortlist')
      expect(body).not.toContain('Larch House')
    })
  })

  it('says of a service that left the directory that it did', async () => {
    const { owner } = stage.database
    const archive = (archivedAt: Date | null) =>
      owner.updateTable('service').set({ archivedAt }).where('id', '=', larch).execute()
    await archive(new Date('2027-02-01T09:00:00Z'))
    expect((await stage.get(`${home}/shortlist`)).body).toContain('Larch House has left the directory')
    await archive(null)
  })

  it('refuses a change that is none, and another prison', async () => {
    expect((await stage.post(`${home}/shortlist/${larch}`, {})).status).toBe(422)
    const other = await stage.signInAs('durhamOfficer')
    for (const change of ['add', 'note', 'strike', 'remove'])
      expect((await stage.post(`${home}/shortlist/${larch}`, { change, note: 'x' }, other)).status).toBe(404)
    expect((await stage.get(`${home}/shortlist`, other)).status).toBe(404)
  })

  it('has a note struck out once that is confirmed, and keeps who and when', async () => {
    const address = `${home}/shortlist/${larch}`
    const { body } = await stage.get(address)
    expect(body).toContain('These words should never have been typed')
    expect(body).toContain('Strike out the note')
    const version = hidden(body, 'version')
    expect((await stage.post(address, { change: 'strike', version: '1' })).status).toBe(409)
    const struck = await stage.post(address, { change: 'strike', version })
    expect(struck).toMatchObject({ status: 303, location: `${home}/shortlist` })
    const list = await stage.get(`${home}/shortlist`, struck.cookie)
    expect(list.body).toContain('The words of the note are struck out.')
    const after = await stage.get(address)
    for (const { body: page } of [list, after]) {
      expect(page).toContain('Larch House')
      expect(page).not.toContain('Rang: one room')
      expect(page).not.toContain('Rang: two rooms')
    }
    expect(after.body).toMatch(/Struck out by [^<]+, 1 February 2027, \d\d:\d\d; written/)
    const late = await stage.post(address, { change: 'strike', version })
    expect(late.status).toBe(409)
    expect(late.body).toContain('These words were struck out already')
    expect(late.body).toMatch(/ struck them out: 1 February 2027, \d\d:\d\d\. Nothing was changed now\./)
    expect(late.body).toContain(`href="${address}"`)
    expect(after.body).not.toContain('Strike out the note')
    const rows = await stage.database.owner.selectFrom('caseShortlistNote').select('note').execute()
    expect(rows.map(row => row.note)).toEqual(rows.map(() => null))
  })

  it('is taken from, twice as once', async () => {
    for (const _ of [1, 2])
      expect((await stage.post(`${home}/shortlist/${larch}`, { change: 'remove' })).status).toBe(303)
    expect((await stage.get(`${home}/shortlist`)).body).toContain('Nothing is on the shortlist')
  })

  it('of a case that was closed says so, and shows what was typed', async () => {
    await stage.database.owner
      .updateTable('personCase')
      .set({ closedAt: new Date('2027-02-01T09:00:00Z') })
      .where('id', '=', stage.world.cases.woman)
      .execute()
    const closed = await stage.post(`${home}/shortlist/${larch}`, { change: 'add', note: 'Typed late' })
    expect(closed.status).toBe(409)
    expect(closed.body).toContain('This case was closed while you had it open')
    expect(closed.body).toContain('Typed late')
  })
})

/** While she avoids some services. */
async function avoiding(serviceIds: string[], run: () => Promise<void>): Promise<void> {
  const { owner } = stage.database
  const avoid = (facts: object | null) =>
    sql`update case_safety set facts = jsonb_set(facts, '{avoid}', ${JSON.stringify(facts)}::jsonb)
      where case_id = ${stage.world.cases.woman}`.execute(owner)
  await avoid({ authorities: [], serviceIds })
  await run()
  await avoid(null)
}

/** What is left of a page on paper: without the parts for the screen alone, and the bar of the case among them. */
function onPaper(body: string): string {
  let left = body.replace(/<head>[\s\S]*<\/head>|<header[\s\S]*?<\/header>/g, '')
  for (;;) {
    const start = /<(\w+)[^>]*class="[^"]*tg-screen-only[^"]*"[^>]*>/.exec(left)
    if (!start) return left
    left = left.slice(0, start.index) + after(left.slice(start.index), start[1] ?? '')
  }
}

/** What follows the element that a text begins with. */
function after(text: string, tag: string): string {
  let depth = 0
  for (const found of text.matchAll(new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g'))) {
    depth += found[1] === '/' ? -1 : 1
    if (depth === 0) return text.slice(found.index + found[0].length)
  }
  return ''
}
