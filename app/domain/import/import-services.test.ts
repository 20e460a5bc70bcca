import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { form } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { DomainContext } from '../context'
import { csvText } from '../sheet/csv'
import { applyImport, exportFile, previewImport } from './imports.server'

const WHAT = 'services'
const HEAD = [
  'Service ID',
  'Name of the service',
  'Areas it covers',
  'Wheelchair access',
  'Rent',
  'Latest arrival',
]

let database: TestDatabase
let app: DomainContext
let manager: SignedInViewer
let stranger: SignedInViewer
let house: string

beforeAll(async () => {
  database = await createTestDatabase()
  app = domainContext(database, new Date('2027-02-01T09:00:00Z'))
  const other = await addOrganisation(database.owner, { kind: 'provider' })
  stranger = await addMember(database.owner, other, 'provider_manager')
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { owner } = database
  const provider = await addOrganisation(owner, { kind: 'provider' })
  manager = await addMember(owner, provider, 'provider_manager')
  const facts = {
    rentWeeklyPence: 14850,
    latestArrival: '21:30',
    languages: ['Polish', 'Arabic'],
    wheelchair: true,
  }
  const made = {
    organisationId: provider,
    name: 'The house',
    authorities: ['E08000021'],
    ...facts,
  }
  house = (await addService(owner, made)).id
})

describe('services by file', () => {
  it('go out as they come in', async () => {
    const text = (await exportFile(app, manager, WHAT)) ?? ''
    expect(text).toContain(`${house},The house,Supported housing,`)
    expect(text).toContain('148.50')
    const preview = await previewImport(app, manager, { what: WHAT, text })
    expect(preview).toMatchObject({ ok: true, lines: [{ name: 'The house', changes: [] }] })
    expect(await exportFile(app, stranger, WHAT)).not.toContain('The house')
  })

  it('say how somebody is referred where that is not done here, unless it was left so before', async () => {
    const head = ['Service ID', 'How is somebody referred?', 'If not here: how, and why', 'Phone']
    const elsewhere = (reason: string, phone = '') =>
      csvText([head, [house, 'Not through Throughgate', reason, phone]])
    const column = 'If not here: how, and why'
    const say = 'Say how somebody is referred, and why it is not done here: prisons read these words'
    const owed = { ok: false, wrong: [{ line: 2, column, say }] }
    const read = (text: string) => previewImport(app, manager, { what: WHAT, text })
    expect(await read(elsewhere(''))).toEqual(owed)
    expect(await read(csvText([head.slice(0, 2), [house, 'Not through Throughgate']]))).toEqual(owed)
    expect(await read(elsewhere('By the council'))).toMatchObject({ ok: true })
    await database.owner
      .updateTable('service')
      .set({ referralRoute: 'elsewhere', referralRouteReason: null })
      .where('id', '=', house)
      .execute()
    expect(await read(elsewhere('', '0191 498 0101'))).toMatchObject({
      ok: true,
      lines: [{ changes: [{ label: 'Phone' }] }],
    })
  })

  it('are changed as a whole, and the same file twice changes nothing', async () => {
    const text = csvText([HEAD, [house, 'The new house', 'E08000021; E06000047', 'no', '', '9pm']])
    const preview = await previewImport(app, manager, { what: WHAT, text })
    if (!preview?.ok) throw new Error(JSON.stringify(preview))
    expect(preview.lines[0]?.changes.map(({ label }) => label)).toEqual(HEAD.slice(1))
    const sent = { what: WHAT, text, seen: preview.seen } as const
    expect(await applyImport(app, manager, sent, form())).toEqual({ ok: true, changed: 1 })
    const kept = await database.owner
      .selectFrom('service')
      .select(['name', 'rentWeeklyPence', 'wheelchair', 'latestArrival', 'version'])
      .where('id', '=', house)
      .executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ name: 'The new house', rentWeeklyPence: null, wheelchair: false })
    expect(kept.latestArrival).toMatch(/^21:00/)
    const again = await previewImport(app, manager, { what: WHAT, text })
    expect(again).toMatchObject({ ok: true, lines: [{ changes: [] }] })
  })

  it('are refused for what is wrong, with the column, and for whose they are not', async () => {
    const text = csvText([HEAD, [house, '', 'Atlantis', 'maybe', 'much', '']])
    const preview = await previewImport(app, manager, { what: WHAT, text })
    expect(preview?.ok === false && new Set(preview.wrong.map(({ column }) => column))).toEqual(
      new Set(['Name of the service', 'Areas it covers', 'Rent', 'Wheelchair access']),
    )
    expect((await previewImport(app, stranger, { what: WHAT, text }))?.ok).toBe(false)
  })
})
