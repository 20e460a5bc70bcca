import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FormRequest } from '@db/idempotency'
import { asViewer } from '@db/viewer-transaction'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { sourceFiles } from '@tests/guards/source-files'
import { changeStay } from '../referral/stay/change-stay.server'
import { listRooms, countRooms } from '../vacancy/count/list-or-count.server'
import { setBeds } from '../vacancy/count/set-beds.server'
import { setFreeCount } from '../vacancy/count/set-count.server'
import { addVoid } from '../vacancy/claims/add-void.server'
import { editClaim } from '../vacancy/claims/change-claim.server'
import { lockClaims } from '../vacancy/claims/lock-service.server'
import { releaseClaim } from '../vacancy/claims/release-claim.server'
import { takeBackAct } from '../vacancy/claims/take-back.server'
import { markTaken } from '../vacancy/claims/take-bedspace.server'
import { addRooms } from '../vacancy/rooms/add-rooms.server'
import { changeRoom, moveInList } from '../vacancy/rooms/change-room.server'
import { closeRoom, reopenRoom } from '../vacancy/rooms/close-room.server'
import type { VacancyResult } from '../vacancy/vacancy-result'
import { closeService } from './close-service.server'
import type { Closing } from './closing-form'

/** What is written to the beds of a house in the instant in which it closes. */

let world: ReferralWorld
let house: { id: string; bedspaceIds: string[] }
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  house = await addService(world.database.owner, {
    organisationId: by().organisationId,
    kind: 'supported_housing',
    bedspaces: 3,
  })
})

const by = () => world.viewers.firstManager
const bed = (index: number) => house.bedspaceIds[index] ?? ''

async function closeIt() {
  const { version } = await world.database.owner
    .selectFrom('service')
    .select('version')
    .where('id', '=', house.id)
    .executeTakeFirstOrThrow()
  const closing: Closing = { intent: 'close', ticked: [], nominations: [], reasons: null }
  return closeService(world.app, by(), { serviceId: house.id, version, closing }, form())
}

/** Until somebody waits for whoever has the claims of a service. */
async function somebodyWaits(): Promise<void> {
  const { rows } = await sql<{ many: string }>`
    select count(*) as many from pg_locks l join pg_database d on d.oid = l.database
    where locktype = 'advisory' and not granted and datname = current_database()`.execute(
    world.database.owner,
  )
  if (Number(rows[0]?.many) === 0) await somebodyWaits()
}

/** The rooms of the house and what claims them, as the database has them. */
async function kept(): Promise<unknown> {
  const { rows } = await sql`select b.id, to_jsonb(b) as room, (select jsonb_agg(to_jsonb(c) order by c.id)
    from bedspace_claim c where c.bedspace_id = b.id) as claims
    from bedspace b where service_id = ${house.id} order by b.id`.execute(world.database.owner)
  return rows
}

describe('a bed taken in the instant of closing', () => {
  it('is what the closing waits for, which then finds somebody there', async () => {
    let closing: ReturnType<typeof closeIt> | undefined
    await asViewer(world.app.db, by(), async trx => {
      await lockClaims(trx, house.id)
      closing = closeIt()
      await somebodyWaits()
      await sql`insert into bedspace_claim (id, bedspace_id, kind, during)
        values (gen_random_uuid(), ${bed(0)}, 'occupied', '[2027-02-01,)')`.execute(trx)
    })
    expect(await closing).toEqual({ ok: false, reason: 'open_there' })
  })

  it('or the closing is there first: of both at once, one alone is done', async () => {
    for (const index of [0, 1, 2]) {
      const [taken, closed] = await Promise.all([markTaken(world.app, by(), bed(index), form()), closeIt()])
      expect([taken.ok, closed.ok].filter(Boolean)).toHaveLength(1)
      if (closed.ok) break
      await sql`delete from bedspace_claim where bedspace_id = ${bed(index)}`.execute(world.database.owner)
    }
  })
})

const FACTS = {
  ...({ type: 'shared', sex: null, wheelchair: null, note: null } as const),
  ...{ rentWeeklyPence: null, serviceChargeWeeklyPence: null },
} as const

interface Seeded {
  voidId: string
  stayId: string
  /** By which the stay was recorded. */
  act: string
}
type Write = (seeded: Seeded, request: FormRequest) => Promise<VacancyResult>

/** Every way to write the beds of a house by hand, by its file. */
const WRITES: Readonly<Record<string, readonly Write[]>> = {
  'referral/stay/change-stay.server.ts': [
    ({ stayId: claimId }, request) =>
      changeStay(world.app, by(), { claimId, change: { kind: 'left', on: '2027-02-01' } }, request),
  ],
  'vacancy/claims/add-void.server.ts': [
    (_, request) => {
      const repair = { bedspaceId: bed(2), reason: 'repair', fromOn: '2027-02-03', untilOn: null } as const
      return addVoid(world.app, by(), repair, request)
    },
  ],
  'vacancy/claims/change-claim.server.ts': [
    ({ voidId: claimId }, request) =>
      editClaim(world.app, by(), { claimId, version: 1, edit: { kind: 'take_back' } }, request),
  ],
  'vacancy/claims/release-claim.server.ts': [
    ({ voidId }, request) => releaseClaim(world.app, by(), voidId, request),
  ],
  'vacancy/claims/take-back.server.ts': [({ act }, request) => takeBackAct(world.app, by(), act, request)],
  'vacancy/claims/take-bedspace.server.ts': [(_, request) => markTaken(world.app, by(), bed(2), request)],
  'vacancy/count/list-or-count.server.ts': [
    (_, request) => listRooms(world.app, by(), { serviceId: house.id, names: ['A', 'B', 'C'] }, request),
    (_, request) => countRooms(world.app, by(), house.id, request),
  ],
  'vacancy/count/set-beds.server.ts': [
    (_, request) => setBeds(world.app, by(), { serviceId: house.id, group: 'any', beds: 4 }, request),
  ],
  'vacancy/count/set-count.server.ts': [
    (_, request) => setFreeCount(world.app, by(), { serviceId: house.id, free: 0 }, request),
  ],
  'vacancy/rooms/add-rooms.server.ts': [
    (_, request) => {
      const rooms = { serviceId: house.id, facts: FACTS, howMany: 1, called: 'Loft', firstNumber: 1 }
      return addRooms(world.app, by(), rooms, request)
    },
  ],
  'vacancy/rooms/change-room.server.ts': [
    (_, request) =>
      changeRoom(world.app, by(), { bedspaceId: bed(2), version: 1, name: 'Loft', facts: FACTS }, request),
    (_, request) => moveInList(world.app, by(), { bedspaceId: bed(2), by: -1 }, request),
  ],
  'vacancy/rooms/close-room.server.ts': [
    (_, request) => closeRoom(world.app, by(), { bedspaceId: bed(2), fromOn: null }, request),
    (_, request) => reopenRoom(world.app, by(), bed(2), request),
  ],
}

/** It says that what is there is true, and writes no bed. */
const NO_BEDS = 'vacancy/freshness/confirm-vacancies.server.ts'

describe('every write to the beds of a house', () => {
  it('is tried here', () => {
    const files = sourceFiles().filter(({ path, text }) => {
      const isServers = path.startsWith('app/domain/') && path.endsWith('.server.ts')
      return isServers && text.includes('vacancyAct(app')
    })
    expect(files.map(({ path }) => path.replace('app/domain/', '')).sort()).toEqual(
      [...Object.keys(WRITES), NO_BEDS].sort(),
    )
  })

  it.each(Object.entries(WRITES).flatMap(([file, writes]) => writes.map(write => [file, write] as const)))(
    'that waits for its closing changes nothing: %s',
    async (_, write) => {
      const seeded = await seed()
      const before = await kept()
      let writing: Promise<VacancyResult> | undefined
      await world.database.owner.transaction().execute(async trx => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${house.id}::text, 1))`.execute(trx)
        writing = write(seeded, form())
        await somebodyWaits()
        const archivedAt = new Date('2027-02-01T09:00:00Z')
        await trx.updateTable('service').set({ archivedAt }).where('id', '=', house.id).execute()
      })
      expect(await writing).toEqual({ ok: false, reason: 'service_closed' })
      expect(await kept()).toEqual(before)
    },
  )

  it('changes nothing of one that closed before, whatever page was open', async () => {
    const seeded = await seed()
    const before = await kept()
    const archivedAt = new Date('2027-02-01T09:00:00Z')
    await world.database.owner.updateTable('service').set({ archivedAt }).where('id', '=', house.id).execute()
    for (const write of Object.values(WRITES).flat()) {
      const done = await write(seeded, form())
      expect(done.ok ? done : done.reason).toMatch(/^(service_closed|not_found)$/)
    }
    expect(await kept()).toEqual(before)
  })
})

/** A void in the first room, and somebody in the second. */
async function seed(): Promise<Seeded> {
  const repair = { bedspaceId: bed(0), reason: 'repair', fromOn: '2027-02-03', untilOn: null } as const
  await addVoid(world.app, by(), repair, form())
  const taken = await markTaken(world.app, by(), bed(1), form())
  return {
    voidId: await claimOn(bed(0)),
    stayId: await claimOn(bed(1)),
    act: (taken.ok && taken.act) || '',
  }
}

async function claimOn(bedspaceId: string): Promise<string> {
  const { id } = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', '=', bedspaceId)
    .executeTakeFirstOrThrow()
  return id
}
