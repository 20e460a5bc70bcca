import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asKeeperOfPlaces, asViewer } from '@db/viewer-transaction'
import { createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { findEntry } from '../entry.server'
import { hiddenHistory } from './hidden-history.server'

/** Past every screen: who reads and strikes what was changed of a hidden place is for the database to say, by its row policies. */

let world: ReferralWorld
let serviceId: string
let siteId: string

beforeAll(async () => {
  world = await createReferralWorld()
  const { owner } = world.database
  const made = await addService(owner, {
    ...{ organisationId: world.viewers.firstManager.organisationId, kind: 'refuge' },
    site: { name: 'Main house' },
  })
  serviceId = made.id
  siteId = (
    await owner.selectFrom('site').select('id').where('serviceId', '=', serviceId).executeTakeFirstOrThrow()
  ).id
  const { firstManager } = world.viewers
  await asViewer(world.database.app, firstManager, async trx => {
    await trx.updateTable('site').set({ address: '1 Canary Row' }).where('id', '=', siteId).execute()
    await trx.updateTable('site').set({ address: '2 Canary Row' }).where('id', '=', siteId).execute()
    await sql`select hide_places(${serviceId}::uuid)`.execute(trx)
  })
})
afterAll(() => world.database.drop())

const HOLDERS = ['firstManager']

const everybody = () => Object.entries(world.viewers)

const changes = (viewer: SignedInViewer) =>
  asViewer(world.database.app, viewer, trx =>
    asKeeperOfPlaces(trx, keeper => keeper.selectFrom('confidentialSiteChange').selectAll().execute()),
  )

const strikes = (viewer: SignedInViewer) =>
  asViewer(world.database.app, viewer, trx =>
    asKeeperOfPlaces(trx, keeper => keeper.selectFrom('hiddenStrike').selectAll().execute()),
  )

const strike = (viewer: SignedInViewer, changeId: string) =>
  asViewer(world.database.app, viewer, trx =>
    asKeeperOfPlaces(trx, async keeper => {
      const { rows } = await sql<{ done: string | null }>`
        select strike_hidden_words(${changeId}, 'address', app_now()) as done`.execute(keeper)
      return rows[0]?.done
    }),
  )

async function lastChange(): Promise<string> {
  const { id } = await world.database.owner
    .selectFrom('confidentialSiteChange')
    .select('id')
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

async function everythingKept(): Promise<string> {
  const { owner } = world.database
  const hidden = await owner.selectFrom('confidentialSiteChange').select(['before', 'after']).execute()
  const open = await owner.selectFrom('recordChange').select(['before', 'after']).execute()
  return JSON.stringify([hidden, open])
}

describe('what was changed of a hidden place', () => {
  it('is there for the managers of its own organisation, and for nobody else of those who ask', async () => {
    const readers: string[] = []
    for (const [name, viewer] of everybody()) if ((await changes(viewer)).length > 0) readers.push(name)
    expect(readers).toEqual(HOLDERS)
  })

  it('is refused to every role without the grant', async () => {
    for (const [name, viewer] of everybody()) {
      const read = asViewer(world.database.app, viewer, trx =>
        trx.selectFrom('confidentialSiteChange').selectAll().execute(),
      )
      await expect(read, name).rejects.toThrow('permission denied')
    }
  })

  it('says to an editor and to who keeps it how many places are entered, to others nothing', async () => {
    for (const [name, viewer] of everybody()) {
      const told = await asViewer(world.database.app, viewer, async trx => {
        const { rows } = await sql<{ many: number | null }>`
          select hidden_places_entered(${serviceId}) as many`.execute(trx)
        return rows[0]?.many
      }).catch(() => null)
      const knows = ['firstManager', 'editor', 'administrator'].includes(name)
      expect([name, told]).toEqual([name, knows ? 1 : null])
    }
  })

  it('has its old words struck by them alone, by who and when', async () => {
    const changeId = await lastChange()
    for (const [name, viewer] of everybody().filter(([each]) => !HOLDERS.includes(each)))
      expect([name, await strike(viewer, changeId)]).toEqual([name, null])
    expect(await everythingKept()).toContain('1 Canary Row')
    expect(await strike(world.viewers.firstManager, changeId)).toBe('done')
    expect(await everythingKept()).not.toContain('1 Canary Row')
    const { firstManager } = world.viewers
    const [strikeOfIt] = (await strikes(firstManager)).filter(each => each.changeId === changeId)
    expect(strikeOfIt).toMatchObject({ place: 'address', struckBy: firstManager.personId, why: null })
    for (const [name, viewer] of everybody().filter(([each]) => !HOLDERS.includes(each))) {
      expect([name, await strikes(viewer)]).toEqual([name, []])
      const read = asViewer(world.database.app, viewer, trx =>
        trx.selectFrom('hiddenStrike').selectAll().execute(),
      )
      await expect(read, name).rejects.toThrow('permission denied')
    }
  })

  it('keeps words that stand, and once the place is shown loses them from both histories', async () => {
    const { editor, firstManager } = world.viewers
    const asManager = (address: string) =>
      asViewer(world.database.app, firstManager, trx =>
        asKeeperOfPlaces(trx, keeper =>
          keeper.updateTable('confidentialSite').set({ address }).where('id', '=', siteId).execute(),
        ),
      )
    await asManager('3 Canary Row')
    await asManager('4 Canary Row')
    const changeId = await lastChange()
    await asManager('3 Canary Row')
    expect(await strike(firstManager, changeId)).toBe('stands')
    await asViewer(world.database.app, editor, trx =>
      sql`select show_places(${serviceId}::uuid)`.execute(trx),
    )
    expect(await strike(firstManager, changeId)).toBe('stands')
    await asViewer(world.database.app, firstManager, trx =>
      trx.updateTable('site').set({ address: '5 Row' }).where('id', '=', siteId).execute(),
    )
    expect(await strike(firstManager, changeId)).toBe('done')
    expect(await everythingKept()).not.toContain('3 Canary Row')
    // Whose words they were is still said.
    const entry = await findEntry(world.app, firstManager, serviceId)
    const history = entry && (await hiddenHistory(world.app, firstManager, { entry, page: 1 }))
    expect(new Set(history?.changes.map(({ called }) => called))).toEqual(new Set(['Site “Main house”']))
  })

  it('keeps who struck words out of it before it was hidden, and who struck them of the shown place', async () => {
    const { owner } = world.database
    const { firstManager } = world.viewers
    const open = await owner
      .selectFrom('recordChange')
      .select('id')
      .where('tableName', '=', 'site')
      .where('rowKey', '=', siteId)
      .executeTakeFirstOrThrow()
    const struckAt = new Date('2027-01-05T09:00:00Z')
    await owner
      .updateTable('recordChange')
      .set({ struckBy: firstManager.personId, struckAt })
      .where('id', '=', open.id)
      .execute()
    await asViewer(world.database.app, firstManager, trx =>
      sql`select hide_places(${serviceId}::uuid)`.execute(trx),
    )
    const kept = await strikes(firstManager)
    expect(kept.filter(each => each.struckAt.getTime() === struckAt.getTime())).toMatchObject([
      { place: null, struckBy: firstManager.personId, why: null, asked: false },
    ])
  })
})
