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

const WHAT = 'rooms'
const HEAD = ['Service ID', 'Room ID', 'Name', 'Kind of room', 'For', 'Wheelchair', 'Rent']

let database: TestDatabase
let app: DomainContext
let worker: SignedInViewer
let stranger: SignedInViewer
let house: string
let rooms: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  app = domainContext(database, new Date('2027-02-01T09:00:00Z'))
  stranger = await addMember(
    database.owner,
    await addOrganisation(database.owner, { kind: 'provider' }),
    'provider_worker',
  )
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { owner } = database
  const provider = await addOrganisation(owner, { kind: 'provider' })
  worker = await addMember(owner, provider, 'provider_worker')
  const made = await addService(owner, { organisationId: provider, name: 'The house', bedspaces: 2 })
  house = made.id
  rooms = made.bedspaceIds
})

async function take(text: string) {
  const preview = await previewImport(app, worker, { what: WHAT, text })
  if (!preview?.ok) throw new Error(JSON.stringify(preview))
  return applyImport(app, worker, { what: WHAT, text, seen: preview.seen }, form())
}

async function kept() {
  const rows = await database.owner
    .selectFrom('bedspace')
    .select(['name', 'type', 'sex', 'wheelchair', 'rentWeeklyPence', 'position'])
    .where('serviceId', '=', house)
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(row => Object.values(row))
}

describe('rooms by file', () => {
  it('go out as they come in', async () => {
    const text = (await exportFile(app, worker, WHAT)) ?? ''
    expect(text).toContain(`${house},The house,${rooms[0]},Room 1,Self-contained,,,,,\r\n`)
    const preview = await previewImport(app, worker, { what: WHAT, text })
    expect(preview?.ok && preview.lines.map(({ isNew, changes }) => [isNew, changes])).toEqual([
      [false, []],
      [false, []],
    ])
    expect(await exportFile(app, stranger, WHAT)).not.toContain('The house')
  })

  it('are added and corrected together, and the same file twice changes nothing', async () => {
    const text = csvText([
      HEAD,
      [house, rooms[1]!, 'Room B', 'shared', 'Women', 'Yes', '£85.50'],
      [house, '', 'Attic', 'Family', '', '', ''],
    ])
    const preview = await previewImport(app, worker, { what: WHAT, text })
    expect(preview?.ok && preview.lines[0]?.changes).toEqual([
      { label: 'Name', from: 'Room 2', to: 'Room B' },
      { label: 'Kind of room', from: 'Self-contained', to: 'Shared' },
      { label: 'For', from: 'not stated', to: 'Women' },
      { label: 'Wheelchair', from: 'not stated', to: 'Yes' },
      { label: 'Rent', from: 'not stated', to: '85.50' },
    ])
    expect(await take(text)).toEqual({ ok: true, changed: 2 })
    const now = [
      ['Room 1', 'self_contained', null, null, null, 0],
      ['Room B', 'shared', 'women', true, 8550, 1],
      ['Attic', 'family', null, null, null, 2],
    ]
    expect(await kept()).toEqual(now)
    expect(await take(text)).toEqual({ ok: true, changed: 0 })
    expect(await kept()).toEqual(now)
  })

  it('are no rooms of a programme, nor for others than a house takes: each line says so, and nothing is changed', async () => {
    const { owner } = database
    const { organisationId } = worker
    const course = await addService(owner, { organisationId, kind: 'parenting_programme', programme: {} })
    const womens = await addService(owner, { organisationId, policy: { sex: 'women' } })
    const text = csvText([
      HEAD,
      [course.id, '', 'Attic', 'Shared', '', '', ''],
      [womens.id, '', 'Attic', 'Shared', 'Men', '', ''],
      [womens.id, '', 'Loft', 'Shared', 'Women', '', ''],
    ])
    const preview = await previewImport(app, worker, { what: WHAT, text })
    expect(
      preview?.ok === false && preview.wrong.map(({ line, column, say }) => [line, column, say]),
    ).toEqual([
      [
        2,
        'Service ID',
        'Nobody lives in a programme, so no room can be added to it. Add a run instead, on its own page.',
      ],
      [
        3,
        'For',
        'This service takes women only, so none of its rooms can be for others. Choose that it is for whom the service takes, or change first in its policy whom it takes',
      ],
    ])
    const added = await owner
      .selectFrom('bedspace')
      .select('id')
      .where('serviceId', 'in', [course.id, womens.id])
      .execute()
    expect(added).toEqual([])
  })

  it('are refused as a whole for every line that is wrong', async () => {
    const text = csvText([
      HEAD,
      [house, rooms[0]!, 'Room 2', 'Shared', '', '', ''],
      [house, '', 'Loft', 'Palace', '', 'perhaps', 'much'],
      [house, crypto.randomUUID(), 'Room 9', 'Shared', '', '', ''],
      [crypto.randomUUID(), '', 'Room 9', 'Shared', '', '', ''],
      [house, '', 'Cellar', 'Shared', '', '', ''],
      [house, '', 'cellar', 'Shared', '', '', ''],
    ])
    const before = await kept()
    const preview = await previewImport(app, worker, { what: WHAT, text })
    expect(preview?.ok === false && preview.wrong.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 Name',
      '3 Kind of room',
      '3 Wheelchair',
      '3 Rent',
      '4 Room ID',
      '5 Service ID',
      '7 Name',
    ])
    expect(await applyImport(app, worker, { what: WHAT, text, seen: '' }, form())).toMatchObject({
      ok: false,
    })
    expect(await kept()).toEqual(before)
  })
})
