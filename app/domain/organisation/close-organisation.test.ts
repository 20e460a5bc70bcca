import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closedMeanwhile } from '@db/database-failure'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { handOver } from '../casework/hand-over.server'
import { closeOrganisation, findOrganisation, keptOpen } from './organisations.server'

let world: ReferralWorld
let administrator: SignedInViewer
let region: string

beforeAll(async () => {
  world = await createReferralWorld()
  region = await addOrganisation(world.database.owner, { kind: 'region' })
  administrator = await addMember(world.database.owner, region, 'administrator')
})
afterAll(() => world.database.drop())

async function close(id: string) {
  const version = (await findOrganisation(world.app, administrator, id))?.version ?? 0
  return closeOrganisation(world.app, administrator, { id, version, isClosed: true }, form())
}

/** Without a screen between. */
function closeBySql(id: string) {
  return asViewer(world.app.db, administrator, trx =>
    trx.updateTable('organisation').set({ closedAt: world.app.clock() }).where('id', '=', id).execute(),
  )
}

async function prisonWithOneCase() {
  const prison = await addOrganisation(world.database.owner, { kind: 'prison', prisonCode: 'DMI' })
  const caseId = await anotherCase(world)
  const handed = { caseId, version: 1, prison }
  expect(await handOver(world.app, world.viewers.lowNewtonOfficer, handed, form())).toEqual({ ok: true })
  return { prison, caseId }
}

describe('closing an organisation', () => {
  it('waits until a prison’s cases are handed over or closed, on the database too', async () => {
    const { prison } = await prisonWithOneCase()
    const by = { cases: 1, services: 0, people: 0 }
    expect(await close(prison)).toEqual({ ok: false, reason: 'kept_open', by })
    expect(await keptOpen(world.app, administrator, prison)).toEqual(by)
    await expect(closeBySql(prison)).rejects.toMatchObject({ constraint: 'organisation_kept_open' })
    await world.database.owner
      .updateTable('personCase')
      .set({ closedAt: world.app.clock() })
      .where('organisationId', '=', prison)
      .execute()
    expect(await close(prison)).toEqual({ ok: true, organisationId: prison })
  })

  it('waits until a provider’s services are out of the directory', async () => {
    const { organisationId } = world.viewers.firstManager
    expect(await close(organisationId)).toMatchObject({ reason: 'kept_open' })
    await expect(closeBySql(organisationId)).rejects.toMatchObject({ constraint: 'organisation_kept_open' })
  })

  it('is not done to the region’s own team while somebody has access', async () => {
    expect(await close(region)).toEqual({
      ...{ ok: false, reason: 'kept_open' },
      by: { cases: 0, services: 0, people: 1 },
    })
    const empty = await addOrganisation(world.database.owner, { kind: 'region' })
    expect(await close(empty)).toMatchObject({ ok: true })
  })

  it('counts a case that is being made, and refuses one that comes after', async () => {
    const { owner } = world.database
    const { prison, caseId } = await prisonWithOneCase()
    const reopened = { closedAt: null }
    await owner
      .updateTable('personCase')
      .set({ closedAt: world.app.clock() })
      .where('id', '=', caseId)
      .execute()
    const closing = await owner.transaction().execute(async trx => {
      await trx.updateTable('personCase').set(reopened).where('id', '=', caseId).execute()
      const waiting = close(prison)
      // It is under way, and waits for the row of the organisation.
      await waits()
      return { waiting }
    })
    expect(await closing.waiting).toMatchObject({ reason: 'kept_open', by: { cases: 1 } })
    await owner
      .updateTable('personCase')
      .set({ closedAt: world.app.clock() })
      .where('id', '=', caseId)
      .execute()
    const { opening } = await owner.transaction().execute(async trx => {
      await trx
        .updateTable('organisation')
        .set({ closedAt: world.app.clock() })
        .where('id', '=', prison)
        .execute()
      const opening = owner
        .updateTable('personCase')
        .set(reopened)
        .where('id', '=', caseId)
        .execute()
        .catch((error: unknown) => error)
      await waits()
      return { opening }
    })
    expect(closedMeanwhile(await opening)).toBe(true)
  })

  it('says how many to editors and administrators alone', async () => {
    const { prison } = await prisonWithOneCase()
    for (const viewer of [world.viewers.lowNewtonOfficer, world.viewers.durhamOfficer])
      expect(await keptOpen(world.app, viewer, prison)).toBeNull()
  })
})

/** Until somebody of this database waits for a lock. */
async function waits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and not l.granted`.execute(world.database.worker)
    if (rows.length > 0) return
  }
}
