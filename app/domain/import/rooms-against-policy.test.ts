import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { form } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { DomainContext } from '../context'
import { statePolicyTopic } from '../policy/state-policy.server'
import { csvText } from '../sheet/csv'
import { lockClaims } from '../vacancy/claims/lock-service.server'
import { addRooms } from '../vacancy/rooms/add-rooms.server'
import { changeRoom } from '../vacancy/rooms/change-room.server'
import { closeRoom, reopenRoom } from '../vacancy/rooms/close-room.server'
import type { RoomFacts } from '../vacancy/rooms/room'
import { applyImport, previewImport } from './imports.server'

/** Whom a house takes and whom its rooms are for, written in one instant by page and by file; and a house in which they already differ. */

const NOW = new Date('2027-02-01T09:00:00Z')
const FOR_MEN: RoomFacts = {
  ...({ type: 'shared', sex: 'men', wheelchair: null, note: null } as const),
  ...{ rentWeeklyPence: null, serviceChargeWeeklyPence: null },
}

let database: TestDatabase
let app: DomainContext
let manager: SignedInViewer
let house: string

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  app = domainContext(database, NOW)
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { owner } = database
  const organisationId = await addOrganisation(owner, { kind: 'provider' })
  manager = await addMember(owner, organisationId, 'provider_manager')
  house = (await addService(owner, { organisationId, policy: { sex: 'mixed' } })).id
})

const womenOnly = {
  page: () => {
    const values = { sex: 'women', sexNote: '', onlyFor: [] }
    const stated = { topic: 'who', values, sure: [], verifiesAll: false, version: 1 } as const
    return statePolicyTopic(app, manager, { ...stated, serviceId: house }, form())
  },
  file: async () => {
    const text = csvText([
      ['Service ID', 'Sex'],
      [house, 'Women only'],
    ])
    const preview = await previewImport(app, manager, { what: 'policies', text })
    if (!preview?.ok) return { ok: false }
    return applyImport(app, manager, { what: 'policies', text, seen: preview.seen }, form())
  },
}

const roomForMen = {
  page: () => {
    const some = { serviceId: house, facts: FOR_MEN, howMany: 1, called: 'Annexe', firstNumber: 1 }
    return addRooms(app, manager, some, form())
  },
  file: async () => {
    const text = csvText([
      ['Service ID', 'Room ID', 'Name', 'Kind of room', 'For'],
      [house, '', 'Annexe', 'shared', 'Men'],
    ])
    const preview = await previewImport(app, manager, { what: 'rooms', text })
    if (!preview?.ok) return { ok: false }
    return applyImport(app, manager, { what: 'rooms', text, seen: preview.seen }, form())
  },
}

async function somebodyWaits(): Promise<void> {
  const { rows } = await sql<{ many: string }>`
    select count(*) as many from pg_locks l join pg_database d on d.oid = l.database
    where locktype = 'advisory' and not granted and datname = current_database()`.execute(database.owner)
  if (Number(rows[0]?.many) === 0) await somebodyWaits()
}

describe.each(['page', 'file'] as const)('a house that is to take women only, by %s', by => {
  it('waits for the room that is being added, and is refused for it', async () => {
    let stating: Promise<{ ok: boolean } | null> | undefined
    await asViewer(app.db, manager, async trx => {
      await lockClaims(trx, house)
      stating = womenOnly[by]()
      await somebodyWaits()
      await sql`insert into bedspace (id, service_id, name, type, sex)
        values (gen_random_uuid(), ${house}, 'Annexe', 'shared', 'men')`.execute(trx)
    })
    expect((await stating)?.ok).toBe(false)
  })

  it.each(['page', 'file'] as const)(
    'or the room by %s is refused: of both at once, one alone is done',
    async door => {
      const done = await Promise.all([womenOnly[by](), roomForMen[door]()])
      expect(done.map(each => each?.ok).sort()).toEqual([false, true])
    },
  )
})

describe('a house for women that has a room for men since long ago', () => {
  let room: string
  beforeEach(async () => {
    expect(await roomForMen.page()).toMatchObject({ ok: true })
    room = (
      await database.owner
        .selectFrom('bedspace')
        .select('id')
        .where('serviceId', '=', house)
        .executeTakeFirstOrThrow()
    ).id
    await database.owner
      .updateTable('servicePolicy')
      .set({ criteria: JSON.stringify({ sex: 'women' }) })
      .where('serviceId', '=', house)
      .execute()
  })

  const change = (facts: Partial<RoomFacts>, version: number) =>
    changeRoom(
      app,
      manager,
      { bedspaceId: room, version, name: 'Annexe 1', facts: { ...FOR_MEN, ...facts } },
      form(),
    )

  it('has its rent corrected by page, and is refused where its sex is stated anew', async () => {
    expect(await change({ rentWeeklyPence: 9_000 }, 1)).toMatchObject({ ok: true })
    expect(await change({ sex: null }, 2)).toMatchObject({ ok: true })
    expect(await change({}, 3)).toEqual({ ok: false, reason: 'room_for_others', takes: 'women' })
  })

  it('has its rent corrected by file, beside lines of others; a new one of the kind is refused', async () => {
    const head = ['Service ID', 'Room ID', 'Name', 'Kind of room', 'For', 'Rent']
    const corrected = [house, room, 'Annexe 1', 'shared', 'Men', '£90']
    const preview = (...lines: string[][]) =>
      previewImport(app, manager, { what: 'rooms', text: csvText([head, ...lines]) })
    expect(await preview(corrected, [house, '', 'Attic', 'shared', 'Women', ''])).toMatchObject({ ok: true })
    expect(await preview(corrected, [house, '', 'Cellar', 'shared', 'Men', ''])).toMatchObject({
      ok: false,
      wrong: [{ line: 3, column: 'For' }],
    })
  })

  it('is kept open where it was to close, and once closed not opened again', async () => {
    const close = (fromOn: string | null) => closeRoom(app, manager, { bedspaceId: room, fromOn }, form())
    const reopen = () => reopenRoom(app, manager, room, form())
    expect(await close('2027-06-01')).toMatchObject({ ok: true })
    expect(await reopen()).toMatchObject({ ok: true })
    expect(await close(null)).toMatchObject({ ok: true })
    expect(await reopen()).toEqual({ ok: false, reason: 'room_for_others', takes: 'women' })
  })
})
