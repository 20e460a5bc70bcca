import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addService } from '../../factories/service'
import { type EntryStage, openEntryStage } from './entry-stage'

let stage: EntryStage
beforeAll(async () => {
  stage = await openEntryStage()
}, 300_000)
afterAll(() => stage?.close())

const day = (name: string, of: string, month: string) => [
  [`${name}.day`, of],
  [`${name}.month`, month],
  [`${name}.year`, '2027'],
]

/** Every form of the directory that adds something, with what it adds. */
const FORMS: Record<
  string,
  { path: () => string; fields: string[][]; table: 'bedspace' | 'site' | 'cohort' | 'service'; many: number }
> = {
  rooms: {
    path: () => `/our-services/${stage.houseId}/rooms/add`,
    fields: [
      ['howMany', '6'],
      ['called', 'Room'],
      ['firstNumber', '1'],
      ['type', 'shared'],
    ],
    ...{ table: 'bedspace', many: 6 },
  },
  'a place': {
    path: () => `/our-services/${stage.houseId}/sites/new`,
    fields: [
      ['name', 'Elm House'],
      ['town', 'Wallsend'],
    ],
    ...{ table: 'site', many: 1 },
  },
  'a run': {
    path: () => `/our-services/${stage.programmeId}/cohorts/new`,
    fields: [
      ...day('startsOn', '1', '3'),
      ...day('endsOn', '26', '3'),
      ...day('lastReferralOn', '24', '2'),
      ['capacity', '8'],
    ],
    ...{ table: 'cohort', many: 1 },
  },
  'a service': {
    path: () => '/our-services/new',
    fields: [
      ['name', 'Elm Row'],
      ['kind', 'supported_housing'],
      ['summary', 'Six rooms'],
      ['areas', 'E08000021'],
      ['staffedHours.answer', 'all'],
      ['isForWomenOrAbuse', 'no'],
    ],
    ...{ table: 'service', many: 1 },
  },
}

describe('a form that adds', () => {
  it.each(Object.keys(FORMS))(
    '%s: sent again adds nothing twice, and says that it was done already',
    async name => {
      const { path, fields, table, many } = FORMS[name] as (typeof FORMS)[string]
      const countOf = async () => (await stage.database.owner.selectFrom(table).select('id').execute()).length
      const before = await countOf()
      const key = ['idempotencyKey', crypto.randomUUID()]
      const version = /name="version" value="(\d+)"/.exec((await stage.read('manager', path())).body)?.[1]
      const carried = version === undefined ? [key] : [key, ['version', version]]
      const first = await stage.send('manager', path(), [...fields, ...carried])
      expect([first.status, await countOf()]).toEqual([303, before + many])
      // As it was sent: its answer was lost on its way.
      const same = await stage.send('manager', path(), [...fields, ...carried])
      expect([same.status, same.to, await countOf()]).toEqual([303, first.to, before + many])
      // Gone back to, drawn anew with what was typed; of rooms the first number moves on.
      const next = fields.map(([field = '', text = '']) => [field, field === 'firstNumber' ? '7' : text])
      const again = await stage.send('manager', path(), next)
      expect([again.status, await countOf()]).toEqual([422, before + many])
      expect(again.body).toMatch(
        /added (just now|\d+ \w+ ago), and nothing was added now\. If you mean (another|6 more) like it, tick that you do/,
      )
      expect(again.body).toMatch(/name="again"[^>]*value="yes"|value="yes"[^>]*name="again"/)
      const meant = await stage.send('manager', path(), [...next, ['again', 'yes']])
      expect([meant.status, await countOf()]).toEqual([303, before + 2 * many])
    },
  )

  it('the first rooms of a service, with a slip, are asked again as they were typed', async () => {
    const { owner } = stage.database
    const { organisationId } = await owner
      .selectFrom('service')
      .select('organisationId')
      .where('id', '=', stage.houseId)
      .executeTakeFirstOrThrow()
    const { id } = await addService(owner, { organisationId, kind: 'supported_housing', bedspaces: 0 })
    const slip = [
      ['howMany', '0'],
      ['called', 'Attic'],
      ['firstNumber', '1'],
      ['type', 'shared'],
    ]
    const refused = await stage.send('manager', `/our-services/${id}/rooms/add`, slip)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('value="Attic"')
  })

  it('other rooms asks nothing', async () => {
    const path = `/our-services/${stage.houseId}/rooms/add`
    const other = [
      ['howMany', '2'],
      ['called', 'Flat'],
      ['firstNumber', '1'],
      ['type', 'self_contained'],
    ]
    expect((await stage.send('manager', path, other)).status).toBe(303)
  })
})

describe('old words on the history of an entry', () => {
  it('are struck out by a button without scripts, for whoever corrects them, and read as struck', async () => {
    const entry = `/our-services/${stage.houseId}`
    const support = (staffing: string) => [
      ['staffing', staffing],
      ['supportLevel', 'not_stated'],
    ]
    for (const words of ['Ask for Canary Jones', 'Staff by day'])
      expect((await stage.send('manager', `${entry}/entry/support`, support(words))).status).toBe(303)
    const history = await stage.read('manager', `${entry}/history`)
    expect(history.body).toContain('Staff by day (was Ask for Canary Jones)')
    const [, changeId = ''] = /name="changeId" value="([^"]+)"/.exec(history.body) ?? []
    const strike = [
      ['intent', 'strike'],
      ['changeId', changeId],
      ['place', 'staffing'],
    ]
    expect((await stage.read('worker', `${entry}/history`)).body).not.toContain('value="staffing"')
    for (const who of ['worker', 'stranger', 'officer'] as const)
      expect([who, (await stage.send(who, `${entry}/history`, strike)).status]).toEqual([who, 404])
    const struck = await stage.send('manager', `${entry}/history`, strike)
    expect([struck.status, struck.to]).toEqual([303, `${entry}/history`])
    const after = await stage.read('manager', `${entry}/history`)
    expect(after.body).not.toContain('Canary')
    expect(after.body).toMatch(/was words that were struck out\).*Words were struck out by/s)
  })
})

describe('an entry', () => {
  it('of a programme is asked nothing of rent, beds and stays, and its page says nothing of them', async () => {
    const entry = await stage.read('manager', `/our-services/${stage.programmeId}`)
    expect(entry.body).not.toMatch(/>(Rent|Deposit|Longest stay|Its rooms and beds)</)
    for (const path of ['rooms', 'rooms/add', 'rooms/beds'])
      expect((await stage.read('manager', `/our-services/${stage.programmeId}/${path}`)).status).toBe(404)
    const rooms = [
      ['howMany', '6'],
      ['called', 'Room'],
      ['firstNumber', '1'],
      ['type', 'shared'],
    ]
    expect((await stage.send('manager', `/our-services/${stage.programmeId}/rooms/add`, rooms)).status).toBe(
      404,
    )
    for (const part of ['money', 'stay'])
      expect((await stage.read('manager', `/our-services/${stage.programmeId}/entry/${part}`)).status).toBe(
        404,
      )
    const page = await stage.read('nobody', `/services/${stage.programmeId}`)
    expect(page.status).toBe(200)
    expect(page.body).not.toMatch(/>(Rent|Deposit|Longest stay|Latest arrival)</)
    const house = await stage.read('manager', `/our-services/${stage.houseId}`)
    expect(house.body).toMatch(/>Rent<.*>Longest stay<.*Its rooms and beds/s)
  })

  it('names its service in the title of its pages, to whomever it is open, and its provider to an editor', async () => {
    const title = async (path: string) => /<title>([^<]*)/.exec((await stage.read('editor', path)).body)?.[1]
    const rooms = `/our-services/${stage.houseId}/rooms`
    expect(await title(`/our-services/${stage.houseId}`)).toBe(
      'Entry in the directory: Marl House – Throughgate',
    )
    expect(await title(rooms)).toBe('Rooms: Marl House – Throughgate')
    expect((await stage.read('editor', rooms)).body).toContain('Marl House, a house of Marl Trust')
    expect((await stage.read('manager', rooms)).body).not.toContain('a house of')
    await stage.database.owner
      .updateTable('service')
      .set({ visibility: 'professionals' })
      .where('id', '=', stage.houseId)
      .execute()
    // Who may open them reads the name on them, of what professionals alone see as well.
    expect(await title(rooms)).toBe('Rooms: Marl House – Throughgate')
  })
})
