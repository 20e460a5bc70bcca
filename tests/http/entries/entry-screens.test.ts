import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENTRY_PARTS, entryPart, type PartName } from '~/domain/entry/parts'
import { ENTRY_NOW, type EntryStage, openEntryStage } from './entry-stage'
import { TYPED } from './every-field'

let stage: EntryStage

beforeAll(async () => {
  stage = await openEntryStage()
}, 300_000)
afterAll(() => stage?.close())

const NAMES = Object.keys(ENTRY_PARTS) as PartName[]

describe('every question of an entry', () => {
  it.each(NAMES)('%s: has an answer written by hand', name => {
    expect(Object.keys(TYPED[name].says)).toEqual(entryPart(name)?.fields.map(field => field.label))
  })

  it.each(NAMES)('%s: is answered, said on the entry, corrected, and its old answer kept', async name => {
    const who = entryPart(name)?.onlyEditors ? 'editor' : 'manager'
    // A programme that nobody lives in has no such pages.
    const id = entryPart(name)?.onlyPlaces ? stage.houseId : stage.programmeId
    const path = `/our-services/${id}/entry/${name}`
    const { typed, says } = TYPED[name]
    const saved = await stage.send(who, path, typed)
    expect([saved.status, saved.to]).toEqual([303, `/our-services/${id}`])
    const body = undialled((await stage.read(who, `/our-services/${id}`)).body)
    expect(Object.entries(says).filter(([label, words]) => !body.includes(row(label, words)))).toEqual([])

    const required = entryPart(name)?.fields.some(field => 'missing' in field && field.missing)
    const emptied = required ? REQUIRED[name] : []
    expect((await stage.send(who, path, emptied ?? [])).status).toBe(303)
    const history = await stage.read(who, `/our-services/${id}/history`)
    const kept = Object.entries(says).filter(([label]) => !LISTS.has(label))
    expect(
      kept.filter(
        ([label, words]) =>
          !new RegExp(`${escape(label)}: [^<]*\\(was ${escape(words)}\\)`).test(history.body),
      ),
    ).toEqual([])
  })

  it('that has a meaning where it is left empty says it', async () => {
    const { body } = await stage.read('manager', `/our-services/${stage.houseId}`)
    expect(body).toContain(
      row('Days before release for which a bed can be held', 'As long as the offer lasts'),
    )
  })

  it('keeps which areas and pathways came and went', async () => {
    const { body } = await stage.read('manager', `/our-services/${stage.programmeId}/history`)
    for (const line of [
      'Area Sunderland added',
      'Area Sunderland removed',
      'Pathway “Drugs and alcohol” removed',
    ])
      expect(body).toContain(line)
  })
})

/** A page with each number that can be dialled as the words it shows. */
function undialled(page: string): string {
  return page.replace(/<span><a [^>]*href="tel:[^>]*><span[^>]*>[^<]*<\/span>([^<]*)<\/a><\/span>/g, '$1')
}

/** Kept in tables of their own: the history says what came and went. */
const LISTS = new Set(['Areas it covers', 'Pathways it serves'])
/** What must be given: other answers than those of the table. */
const REQUIRED: Partial<Record<PartName, string[][]>> = {
  basics: [
    ['name', 'Rowan Rise'],
    ['kind', 'parenting_programme'],
    ['summary', 'Another sentence'],
    ['visibility', 'public'],
  ],
  where: [['areas', 'E08000021']],
  contact: [
    ['staffedHours.answer', 'all'],
    ['referralRoute', 'here'],
  ],
  stay: [
    ['offerWorkingDays', '2'],
    ['turnaroundWorkingDays', '2'],
  ],
  programme: [['type', 'recorded_stories']],
}

describe('an entry that is begun', () => {
  it('is a draft nobody else sees, says what is missing, and is sent when nothing is', async () => {
    const begun = await stage.send('manager', '/our-services/new', [
      ['name', 'Alder Court'],
      ['kind', 'womens_centre'],
      ['summary', 'A place by day'],
      ['areas', 'E08000021'],
      ['staffedHours.answer', 'all'],
      ['isForWomenOrAbuse', 'no'],
    ])
    expect(begun.status).toBe(303)
    const path = begun.to
    const page = await stage.read('manager', path)
    expect(page.body).toContain('Tick the pathways it serves')
    expect(page.body).not.toContain('Send it to the editor')
    const id = path.split('/').at(-1) ?? ''
    expect((await stage.read('officer', `/services/${id}`)).status).toBe(404)
    expect((await stage.read('nobody', `/services/${id}`)).status).toBe(404)
    expect((await stage.read('stranger', path)).status).toBe(404)
    expect((await stage.send('manager', path, [['intent', 'send']])).status).toBe(409)

    await stage.send('manager', `${path}/entry/where`, [
      ['areas', 'E08000021'],
      ['pathways', 'health'],
    ])
    await stage.send('manager', `${path}/entry/contact`, [
      ['phone', '0191 498 0303'],
      ['staffedHours.answer', 'all'],
      ['referralRoute', 'phone'],
    ])
    expect((await stage.send('manager', path, [['intent', 'send']])).status).toBe(303)
    expect((await stage.read('manager', path)).body).toContain('Waiting for an editor')
    expect((await stage.send('manager', path, [['intent', 'take_back']])).status).toBe(303)
    expect((await stage.read('manager', path)).body).toContain('Draft')
  })

  it('refuses what cannot be, beside its question, keeps the typing and changes nothing', async () => {
    const path = `/our-services/${stage.houseId}/entry/contact`
    const refused = await stage.send('manager', path, [
      ['phone', 'ring the bell'],
      ['email', 'no address'],
      ['staffedHours.answer', 'hours'],
      ['staffedHours.rows[0].days', '1'],
      ['staffedHours.rows[0].from', 'early'],
      ['referralRoute', 'here'],
    ])
    expect(refused.status).toBe(422)
    for (const words of [
      'Enter a phone number',
      'Enter an email address',
      'Enter a time, like 9am',
      'ring the bell',
    ])
      expect(refused.body).toContain(words)
    expect((await stage.read('manager', `/our-services/${stage.houseId}`)).body).not.toContain(
      'ring the bell',
    )
  })

  it('lets one of two win, and shows the other what is saved beside what was typed', async () => {
    const path = `/our-services/${stage.houseId}/entry/support`
    const drawn = await stage.read('manager', path)
    const version = ['version', /name="version" value="(\d+)"/.exec(drawn.body)?.[1] ?? '']
    const first = await stage.send('editor', path, [version, ['staffing', 'Staff at night']])
    expect(first.status).toBe(303)
    const second = await stage.send('manager', path, [version, ['staffing', 'Nobody at night']])
    expect(second.status).toBe(409)
    expect(second.body).toContain('What is saved now')
    expect(second.body).toContain('Staff at night')
    expect(second.body).toContain('Nobody at night')
  })

  it('is changed by no worker and no stranger, who send what its manager would', async () => {
    const { owner } = stage.database
    const before = await owner
      .selectFrom('service')
      .selectAll()
      .where('id', '=', stage.houseId)
      .executeTakeFirst()
    for (const name of NAMES)
      for (const who of ['worker', 'stranger', 'council', 'officer'] as const) {
        const path = `/our-services/${stage.houseId}/entry/${name}`
        expect([
          who,
          name,
          (await stage.send(who, path, [['version', '2'], ...TYPED[name].typed])).status,
        ]).toEqual([who, name, 404])
      }
    expect(
      await owner.selectFrom('service').selectAll().where('id', '=', stage.houseId).executeTakeFirst(),
    ).toEqual(before)
  })
})

describe('a place of a service', () => {
  it('is added, changed and taken out, with its history', async () => {
    const path = `/our-services/${stage.houseId}`
    const typed = [
      ['name', 'Main house'],
      ['address', '1 Long Row'],
      ['town', 'Newcastle'],
      ['postcode', 'ne4 5tg'],
    ]
    expect(
      (await stage.send('manager', `${path}/sites/new`, [...typed.slice(0, 3), ['postcode', 'M1 1AA']]))
        .status,
    ).toBe(422)
    expect((await stage.send('manager', `${path}/sites/new`, typed)).status).toBe(303)
    const page = await stage.read('manager', path)
    expect(page.body).toContain('1 Long Row, Newcastle, NE4')
    const site = /href="(\/our-services\/[^"]*\/sites\/[0-9a-f-]{36})"/.exec(page.body)?.[1] ?? ''
    const changed = typed.map(([name = '', value = '']) => [name, name === 'address' ? '2 Long Row' : value])
    expect((await stage.send('stranger', site, [['version', '1'], ...changed])).status).toBe(404)
    expect((await stage.send('manager', site, changed)).status).toBe(303)
    expect((await stage.send('manager', site, [['intent', 'remove']])).status).toBe(303)
    const history = await stage.read('manager', `${path}/history`)
    for (const line of [
      'Site “Main house” at 1 Long Row, Newcastle added',
      'Address: 2 Long Row (was 1 Long Row)',
      'Site “Main house” at 2 Long Row, Newcastle removed',
    ])
      expect(history.body).toContain(line)
    expect(ENTRY_NOW.getUTCFullYear()).toBe(2027)
  })

  it('that is hidden is read by its keepers alone, and stands in no history but its own', async () => {
    const begun = await stage.send('manager', '/our-services/new', [
      ['name', 'Safe Place'],
      ['kind', 'refuge'],
      ['summary', 'A refuge'],
      ['areas', 'E08000021'],
      ['staffedHours.answer', 'all'],
      ['isForWomenOrAbuse', 'no'],
    ])
    const path = begun.to
    const typed = [
      ['name', 'Behind the mill'],
      ['address', '7 Quiet Lane'],
      ['postcode', 'NE4 5TG'],
    ]
    expect((await stage.send('manager', `${path}/sites/new`, typed)).status).toBe(303)
    const page = await stage.read('manager', path)
    const site = /href="(\/our-services\/[^"]*\/sites\/[0-9a-f-]{36})"/.exec(page.body)?.[1] ?? ''
    expect((await stage.read('manager', site)).body).toContain('7 Quiet Lane')
    for (const who of ['worker', 'editor', 'administrator', 'stranger', 'officer'] as const) {
      expect([who, (await stage.read(who, site)).status]).toEqual([who, 404])
      for (const address of [path, `${path}/history`])
        expect((await stage.read(who, address)).body).not.toMatch(/Quiet Lane|Behind the mill/)
    }
    expect((await stage.read('manager', `${path}/history`)).body).not.toContain('Quiet Lane')
    const kept = await stage.database.owner.selectFrom('confidentialSiteChange').select(['after']).execute()
    expect(JSON.stringify(kept)).toContain('7 Quiet Lane')
    const open = await stage.database.owner.selectFrom('recordChange').select(['after', 'before']).execute()
    expect(JSON.stringify(open)).not.toContain('Quiet Lane')

    // Its own history is read by its keepers alone, of what was taken out too; each reading leaves its trace, and old words are struck there.
    const changed = typed.map(([name = '', value = '']) => [
      name,
      name === 'address' ? '8 Still Lane' : value,
    ])
    expect((await stage.send('manager', site, changed)).status).toBe(303)
    const history = `${path}/sites/history`
    expect((await stage.read('manager', path)).body).toContain(`href="${history}"`)
    for (const who of ['worker', 'editor', 'stranger', 'council', 'officer'] as const) {
      expect([who, (await stage.read(who, history)).status]).toEqual([who, 404])
      for (const address of [path, `${path}/history`])
        expect([who, (await stage.read(who, address)).body.includes(history)]).toEqual([who, false])
    }
    const audited = async (action: string) =>
      (await stage.database.owner.selectFrom('auditEntry').selectAll().where('action', '=', action).execute())
        .length
    const readBefore = await audited('hidden_place.read')
    const { body } = await stage.read('manager', history)
    expect(await audited('hidden_place.read')).toBe(readBefore + 1)
    expect(body).toContain('Site “Behind the mill”, Address: 8 Still Lane (was 7 Quiet Lane)')
    expect(body).toContain('Site “Behind the mill” at 7 Quiet Lane, NE4 5TG added')
    const strike = [
      ['intent', 'strike'],
      ['changeId', /name="changeId" value="([^"]+)"/.exec(body)?.[1] ?? ''],
      ['place', 'address'],
    ]
    for (const who of ['worker', 'editor', 'stranger'] as const)
      expect([who, (await stage.send(who, history, strike)).status]).toEqual([who, 404])
    expect((await stage.send('manager', history, strike)).to).toBe(history)
    const struck = (await stage.read('manager', history)).body
    expect(struck).toContain('Address: 8 Still Lane (was words that were struck out)')
    expect(struck).toContain(
      'Site “Behind the mill”, Address: words were struck out by Person at manager@entries.example, 1 February 2027',
    )
    expect(body).toContain('Person at manager@entries.example')
    expect(struck).not.toContain('Quiet Lane')
    const trace = await stage.database.owner.selectFrom('auditEntry').selectAll().execute()
    expect(trace.some(({ action }) => action === 'hidden_place.strike')).toBe(true)
    expect(JSON.stringify(trace)).not.toMatch(/Quiet Lane|Still Lane|Behind the mill/)
    // An administrator strikes on a written request what she does not read.
    const unread = (await stage.read('administrator', history)).body
    expect(unread).not.toMatch(/Quiet Lane|Still Lane|Behind the mill/)
    expect((await stage.read('administrator', path)).body).toContain(`href="${history}"`)
    expect((await stage.send('administrator', history, [['words', 'x']])).status).toBe(422)
    expect((await stage.send('manager', site, [['intent', 'remove']])).status).toBe(303)
    expect((await stage.read('manager', history)).body).toContain(
      'Site “Behind the mill” at 8 Still Lane, NE4 5TG removed',
    )
  })
})

function row(label: string, words: string): string {
  return `<dt class="govuk-summary-list__key">${label}</dt><dd class="govuk-summary-list__value">${words}</dd>`
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
