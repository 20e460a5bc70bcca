import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { form } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { DomainContext } from '../context'
import { entryPart } from '../entry/parts'
import { savePart } from '../entry/save-part.server'
import { statePolicyTopic } from '../policy/state-policy.server'
import { csvText } from '../sheet/csv'
import { applyImport, previewImport } from './imports.server'
import type { ImportCode } from './import-kinds'

let database: TestDatabase
let app: DomainContext
let manager: SignedInViewer
let house: string

beforeAll(async () => {
  database = await createTestDatabase()
  app = domainContext(database, new Date('2027-02-01T09:00:00Z'))
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { owner } = database
  const provider = await addOrganisation(owner, { kind: 'provider' })
  manager = await addMember(owner, provider, 'provider_manager')
  const made = {
    organisationId: provider,
    name: 'The house',
    authorities: ['E08000021'],
    policy: { sex: 'mixed' },
  }
  house = (await addService(owner, made)).id
  await owner
    .insertInto('site')
    .values({ id: newId(), serviceId: house, name: 'Main house', address: '5 Birch Row', outcode: 'NE4' })
    .execute()
})

async function take(what: ImportCode, ...rows: string[][]) {
  const text = csvText(rows)
  const preview = await previewImport(app, manager, { what, text })
  if (!preview?.ok) throw new Error(JSON.stringify(preview))
  expect(await applyImport(app, manager, { what, text, seen: preview.seen }, form())).toMatchObject({
    ok: true,
  })
}

async function save(name: string, values: Record<string, unknown>) {
  const part = entryPart(name)
  if (!part) throw new Error('no such part')
  const { version } = await kept()
  const done = await savePart(app, manager, { serviceId: house, version, part, values }, form())
  expect(done).toMatchObject({ ok: true })
}

async function state(sex: string, version = 1) {
  const stated = {
    serviceId: house,
    topic: 'who',
    values: { sex },
    sure: [],
    verifiesAll: false,
    version,
  } as const
  return statePolicyTopic(app, manager, stated, form())
}

function kept() {
  return database.owner
    .selectFrom('service')
    .select(['confidential', 'version'])
    .where('id', '=', house)
    .executeTakeFirstOrThrow()
}

async function shownPlaces() {
  const rows = await database.owner.selectFrom('site').select('name').where('serviceId', '=', house).execute()
  return [rows.length, (await kept()).confidential]
}

async function decided(decision: 'shown' | 'kept_hidden') {
  const region = await addOrganisation(database.owner, { kind: 'region' })
  const { personId: byPerson } = await addMember(database.owner, region, 'editor')
  const review = { id: newId(), serviceId: house, decision, words: 'With the manager', byPerson }
  await database.owner
    .insertInto('entryReview')
    .values({ ...review, happenedAt: app.clock(), through: 0 })
    .execute()
}

const WRITERS: [string, () => Promise<unknown>][] = [
  ['the policy page: women only', () => state('women')],
  ['a file of policies: women only', () => take('policies', ['Service ID', 'Sex'], [house, 'Women only'])],
  ['the page of its kind: a refuge', () => save('basics', { kind: 'refuge' })],
  [
    'a file of services: a refuge',
    () => take('services', ['Service ID', 'Kind'], [house, 'Refuge and safe accommodation']),
  ],
  ['the page of its pathways: abuse', () => save('where', { pathways: ['abuse'] })],
]

describe('an approved entry that becomes one that starts hidden', () => {
  it.each(WRITERS)('hides its places, by %s', async (_, write) => {
    expect(await shownPlaces()).toEqual([1, false])
    await write()
    expect(await shownPlaces()).toEqual([0, true])
  })

  it('says so on the policy page, once', async () => {
    expect(await state('women')).toEqual({ ok: true, isChanged: true, hidesPlaces: true, hasOpen: false })
    expect(await state('men', 2)).toEqual({ ok: true, isChanged: true, hidesPlaces: false, hasOpen: false })
    expect(await shownPlaces()).toEqual([0, true])
  })

  it('shows them where an editor has decided so, and stays shown where it was women only when it was approved', async () => {
    await decided('shown')
    await state('women')
    expect(await shownPlaces()).toEqual([1, false])
  })

  it('is asked by every other change of what it was for women already, of none', async () => {
    await database.owner
      .updateTable('servicePolicy')
      .set({ criteria: JSON.stringify({ sex: 'women' }) })
      .where('serviceId', '=', house)
      .execute()
    await save('where', { pathways: ['health'] })
    expect(await shownPlaces()).toEqual([1, false])
  })

  it.each([
    ['a refuge', () => save('basics', { kind: 'refuge' })],
    ['for who was abused', () => save('where', { pathways: ['abuse'] })],
  ])(
    'hides the places of a women-only house that becomes %s, shown by an editor before or not',
    async (_, write) => {
      await database.owner
        .updateTable('servicePolicy')
        .set({ criteria: JSON.stringify({ sex: 'women' }) })
        .where('serviceId', '=', house)
        .execute()
      await decided('shown')
      await write()
      expect(await shownPlaces()).toEqual([0, true])
    },
  )
})
