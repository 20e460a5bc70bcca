import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { closeCase } from '../casework/close-case.server'
import {
  addToShortlist,
  noteOnShortlist,
  removeFromShortlist,
  strikeShortlistNote,
} from './change-shortlist.server'
import { shortlistedIds, shortlistOf } from './shortlist-entries.server'

let world: ReferralWorld

beforeAll(async () => {
  world = await createReferralWorld()
})

afterAll(() => world.database.drop())

function officer() {
  return world.viewers.lowNewtonOfficer
}

function on(caseId: string) {
  return { caseId, serviceId: world.services.womensHouse }
}

function add(caseId: string, note: string | null = null, viewer = officer()) {
  return addToShortlist(world.app, viewer, { ...on(caseId), note }, form(`add ${note}`))
}

function note(caseId: string, version: number, words: string | null, viewer = officer()) {
  return noteOnShortlist(world.app, viewer, { ...on(caseId), version, note: words }, form(`note ${words}`))
}

function listOf(caseId: string, viewer: SignedInViewer = officer()) {
  return asViewer(world.app.db, viewer, trx => shortlistOf(trx, world.app.keys, caseId))
}

describe('the shortlist of a case', () => {
  it('holds a service once, with how it stood when it was put there', async () => {
    const caseId = await anotherCase(world)
    expect(await add(caseId)).toEqual({ ok: true })
    expect(await add(caseId, null, world.viewers.lowNewtonColleague)).toEqual({ ok: true })
    expect(await listOf(caseId)).toMatchObject([
      {
        serviceId: world.services.womensHouse,
        addedAt: world.app.clock(),
        then: { group: 'eligible_once_answered' },
        note: null,
        earlier: [],
      },
    ])
    const ids = await asViewer(world.app.db, officer(), trx => shortlistedIds(trx, caseId))
    expect([...ids]).toEqual([world.services.womensHouse])
  })

  it('holds it once though two press at the same moment', async () => {
    const caseId = await anotherCase(world)
    const both = await Promise.all([
      add(caseId, 'Ring Ann'),
      add(caseId, 'Ring Ann', world.viewers.lowNewtonColleague),
    ])
    expect(both).toEqual([{ ok: true }, { ok: true }])
    expect(await listOf(caseId)).toMatchObject([{ note: 'Ring Ann', noteVersion: 1 }])
  })

  it('keeps what a note said before, by whom and when, and lets a colleague correct it', async () => {
    const caseId = await anotherCase(world)
    await add(caseId, 'Rang: one room')
    expect(await note(caseId, 1, 'Rang: two rooms', world.viewers.lowNewtonColleague)).toEqual({ ok: true })
    expect(await note(caseId, 2, null)).toEqual({ ok: true })
    const [entry] = await listOf(caseId)
    expect(entry).toMatchObject({ note: null, noteVersion: 3 })
    expect(entry?.earlier.map(each => each.note)).toEqual(['Rang: two rooms', 'Rang: one room'])
    const sealed = await world.database.owner.selectFrom('caseShortlistNote').select('note').execute()
    expect(sealed.map(row => String(row.note)).join()).not.toContain('Rang')
  })

  it('writes over nothing that somebody wrote meanwhile, and loses nothing that was typed', async () => {
    const caseId = await anotherCase(world)
    await add(caseId, 'First')
    await note(caseId, 1, 'Second')
    expect(await note(caseId, 1, 'Third')).toEqual({ ok: false, reason: 'stale' })
    expect(await add(caseId, 'Fourth')).toEqual({ ok: false, reason: 'noted' })
    await removeFromShortlist(world.app, officer(), on(caseId), form())
    expect(await note(caseId, 2, 'Fifth')).toEqual({ ok: false, reason: 'gone' })
    expect(await listOf(caseId)).toEqual([])
  })

  it('takes a service off, and off again, and puts it on anew without its old note', async () => {
    const caseId = await anotherCase(world)
    await add(caseId, 'Old')
    for (const _ of [1, 2])
      expect(await removeFromShortlist(world.app, officer(), on(caseId), form())).toEqual({ ok: true })
    await add(caseId)
    expect(await listOf(caseId)).toMatchObject([{ note: null, earlier: [] }])
  })

  it('loses the words of a note that are struck out, all of them, and keeps who did it and when', async () => {
    const caseId = await anotherCase(world)
    const strike = (version: number, viewer = officer()) =>
      strikeShortlistNote(world.app, viewer, { ...on(caseId), version }, form())
    const sealed = () =>
      world.database.owner
        .selectFrom('caseShortlistNote')
        .select(['note', 'version', 'struckBy', 'struckAt'])
        .where('caseId', '=', caseId)
        .orderBy('writtenAt')
        .orderBy('version')
        .execute()
    await add(caseId, 'Before it was taken off')
    await removeFromShortlist(world.app, officer(), on(caseId), form())
    await add(caseId, 'The wrong woman')
    await note(caseId, 1, 'Still the wrong woman')
    const other = await anotherCase(world)
    await add(other, 'Of another case')
    expect(await strike(1)).toEqual({ ok: false, reason: 'stale' })
    expect(await strike(2, world.viewers.durhamOfficer)).toEqual({ ok: false, reason: 'not_found' })
    expect((await sealed()).every(row => row.note !== null)).toBe(true)

    const colleague = world.viewers.lowNewtonColleague
    expect(await strike(2, colleague)).toEqual({ ok: true })
    const rows = await sealed()
    expect(rows.map(row => row.note)).toEqual([null, null, null, null])
    expect(rows.filter(row => row.struckBy === colleague.personId && row.struckAt !== null)).toHaveLength(3)
    const struck = { by: expect.any(String) as string, at: world.app.clock() }
    expect(await listOf(caseId)).toMatchObject([
      {
        note: null,
        noteVersion: 3,
        earlier: [
          { note: null, struck },
          { note: null, struck },
        ],
      },
    ])
    expect(await listOf(other)).toMatchObject([{ note: 'Of another case' }])

    const name = (await listOf(caseId))[0]?.earlier[0]?.struck?.by
    expect(name).toContain('colleague')
    const struckAt = world.app.clock()
    world.passTo(new Date(struckAt.getTime() + 60_000))
    const late = { ok: false, reason: 'struck', by: name, at: struckAt.toISOString() }
    expect(await strike(2)).toEqual(late)
    expect(await strike(1)).toEqual(late)
    expect(await sealed()).toEqual(rows)
    expect(await note(caseId, 2, 'Still the wrong woman')).toEqual({ ok: false, reason: 'stale' })
    expect(await note(caseId, 3, 'Ring on Monday')).toEqual({ ok: true })
    expect(await listOf(caseId)).toMatchObject([{ note: 'Ring on Monday' }])
  })

  it('leaves in the audit that it changed, and not what was thought of', async () => {
    const caseId = await anotherCase(world)
    await add(caseId, 'A note')
    await removeFromShortlist(world.app, officer(), on(caseId), form())
    const entries = await world.database.owner
      .selectFrom('auditEntry')
      .select(['action', 'detail'])
      .where('subjectId', '=', caseId)
      .where('action', 'like', 'case.shortlist%')
      .execute()
    expect(entries.map(entry => entry.action).sort()).toEqual([
      'case.shortlist_add',
      'case.shortlist_note',
      'case.shortlist_remove',
    ])
    expect(entries.every(entry => JSON.stringify(entry.detail) === '{}')).toBe(true)
  })

  it('is that of an open case of the team alone, and holds no service that is not there', async () => {
    const caseId = await anotherCase(world)
    const absent = { caseId, serviceId: newId(), note: null }
    expect(await addToShortlist(world.app, officer(), absent, form())).toEqual({
      ok: false,
      reason: 'not_found',
    })
    expect(await add(caseId, null, world.viewers.durhamOfficer)).toEqual({ ok: false, reason: 'not_found' })
    await add(caseId, 'Kept')
    await closeCase(
      world.app,
      officer(),
      { caseId, version: 1 },
      { reason: 'housed', note: null, notKnown: 'yes' },
      form(),
    )
    expect(await add(caseId, 'Late')).toEqual({ ok: false, reason: 'not_found' })
    expect(await note(caseId, 1, 'Late')).toEqual({ ok: false, reason: 'not_found' })
    expect(await listOf(caseId)).toMatchObject([{ note: 'Kept' }])
  })
})

describe('the policies of its rows', () => {
  const TABLES = ['case_shortlist', 'case_shortlist_note'] as const
  const count = async (trx: Transaction<DB>, table: string) => {
    const { rows } = await sql<{
      many: number
    }>`select count(*)::int as many from ${sql.table(table)}`.execute(trx)
    return rows[0]?.many
  }

  it.each(TABLES)(
    'show nothing of %s to an assessor who holds the whole case, nor to another prison',
    async table => {
      const caseId = await anotherCase(world)
      await add(caseId, 'For us alone')
      await underReview(world, 'womensHouse', caseId, 3)
      const { firstWorker, durhamOfficer } = world.viewers
      const tiers = await asViewer(world.app.db, firstWorker, trx =>
        trx.selectFrom('caseReader').select('tier').where('caseId', '=', caseId).execute(),
      )
      expect(tiers.map(row => row.tier)).toContain(3)
      expect(await asViewer(world.app.db, officer(), trx => count(trx, table))).toBeGreaterThan(0)
      for (const viewer of [firstWorker, durhamOfficer])
        expect(await asViewer(world.app.db, viewer, trx => count(trx, table))).toBe(0)
    },
  )

  it('let nobody else write, and nobody write over a note or delete one', async () => {
    const caseId = await anotherCase(world)
    await add(caseId, 'Stands')
    const [entry] = await listOf(caseId)
    const { durhamOfficer, firstWorker } = world.viewers
    for (const viewer of [durhamOfficer, firstWorker]) {
      const writing = asViewer(world.app.db, viewer, trx =>
        trx
          .insertInto('caseShortlist')
          .values({
            id: newId(),
            caseId,
            serviceId: world.services.refuge,
            addedBy: viewer.personId,
            addedAt: world.app.clock(),
            groupThen: 'eligible',
          })
          .execute(),
      )
      await expect(writing).rejects.toThrow('row-level security')
      const noting = asViewer(world.app.db, viewer, trx =>
        trx
          .insertInto('caseShortlistNote')
          .values({
            id: newId(),
            entryId: entry?.id ?? '',
            caseId,
            version: 9,
            writtenBy: viewer.personId,
            writtenAt: world.app.clock(),
          })
          .execute(),
      )
      await expect(noting).rejects.toThrow('row-level security')
      const taking = await asViewer(world.app.db, viewer, trx =>
        trx
          .updateTable('caseShortlist')
          .set({ removedBy: viewer.personId, removedAt: world.app.clock() })
          .where('caseId', '=', caseId)
          .executeTakeFirst(),
      )
      expect(taking.numUpdatedRows).toBe(0n)
    }
    for (const act of [
      'update case_shortlist_note set version = 1',
      'update case_shortlist_note set written_by = app_person()',
      'delete from case_shortlist_note',
      'delete from case_shortlist',
    ])
      await expect(asViewer(world.app.db, officer(), trx => sql.raw(act).execute(trx))).rejects.toThrow(
        'permission denied',
      )
    const { personId } = officer()
    for (const act of [
      `update case_shortlist_note set note = 'x', struck_by = '${personId}', struck_at = now()`,
      'update case_shortlist_note set note = null',
      `update case_shortlist_note set note = null, struck_by = '${world.viewers.lowNewtonColleague.personId}', struck_at = now()`,
    ])
      await expect(asViewer(world.app.db, officer(), trx => sql.raw(act).execute(trx))).rejects.toThrow(
        /row-level security|check constraint/,
      )
  })
})
