import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asKeeperOfPlaces, asViewer } from '@db/viewer-transaction'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { historyLines } from '../../../screens/record-history/history-lines'
import { unreadWordsFor } from '../../../screens/our-hidden-history/unread-facts.server'
import { findEntry } from '../entry.server'
import { hiddenHistory } from './hidden-history.server'
import { hiddenWordsKept, strikeUnread } from './strike-unread.server'

/** Old words of a hidden place that an administrator strikes on a written request, and never reads. */

let world: ReferralWorld
let serviceId: string
beforeAll(async () => {
  world = await createReferralWorld()
  const { owner } = world.database
  const { firstManager } = world.viewers
  const made = await addService(owner, {
    ...{ organisationId: firstManager.organisationId, kind: 'refuge', site: { name: 'Main house' } },
  })
  serviceId = made.id
  await asViewer(world.database.app, firstManager, async trx => {
    await sql`select hide_places(${serviceId}::uuid)`.execute(trx)
    // The first stands again, which nobody may learn who does not read it.
    for (const address of ['1 Canary Row', '2 Canary Row', '1 Canary Row'])
      await asKeeperOfPlaces(trx, keeper =>
        keeper.updateTable('confidentialSite').set({ address }).where('serviceId', '=', serviceId).execute(),
      )
  })
})
afterAll(() => world.database.drop())

const others = () => Object.entries(world.viewers).filter(([name]) => name !== 'administrator')

const kept = (viewer: SignedInViewer) => hiddenWordsKept(world.app, viewer, { serviceId, page: 1 })

function addressAgain(viewer: SignedInViewer, nth: number) {
  return kept(viewer).then(found => found?.kept.filter(({ place }) => place === 'address')[nth])
}

async function everythingKept(): Promise<string> {
  const { owner } = world.database
  const hidden = await owner.selectFrom('confidentialSiteChange').select(['before', 'after']).execute()
  return JSON.stringify(hidden)
}

const strike = (viewer: SignedInViewer, changeId = '', request = form()) =>
  strikeUnread(
    world.app,
    viewer,
    { serviceId, words: { changeId, place: 'address' }, why: 'no_manager' },
    request,
  )

it('are told to an administrator by when, which field and which role, and to nobody else', async () => {
  const { administrator } = world.viewers
  const page = await unreadWordsFor(world.app, administrator, { serviceId, page: 1 })
  expect(page?.choices.map(({ text }) => text).filter(text => text.startsWith('Address'))).toEqual([
    'Address (2 of 2), until it was changed by a provider manager, 1 February 2027, 08:00',
    'Address (1 of 2), until it was changed by a provider manager, 1 February 2027, 08:00',
  ])
  expect(JSON.stringify(page)).not.toMatch(/Canary|Main house/)
  for (const [name, viewer] of others()) {
    expect([name, await kept(viewer)]).toEqual([name, null])
    const asked = asViewer(
      world.database.app,
      viewer,
      async trx => (await sql`select * from hidden_words_kept(${serviceId})`.execute(trx)).rows.length,
    ).catch(() => 0)
    expect([name, await asked]).toEqual([name, 0])
  }
})

it('are struck by nobody else, whatever is asked of the database', async () => {
  const words = await addressAgain(world.viewers.administrator, 0)
  for (const [name, viewer] of others()) {
    const asked = asViewer(world.database.app, viewer, async trx => {
      const { rows } = await sql<{ done: string | null }>`
        select strike_hidden_unread(${words?.changeId}, 'address', 'no_manager', app_now()) as done`.execute(
        trx,
      )
      return rows[0]?.done
    }).catch(() => null)
    expect([name, await asked]).toEqual([name, null])
    expect(await strike(viewer, words?.changeId).catch(() => ({ ok: false }))).toMatchObject({ ok: false })
  }
  expect(await everythingKept()).toContain('2 Canary Row')
})

it('go for good, with who struck them and why, the same whether they stand now or not', async () => {
  const { administrator, firstManager } = world.viewers
  const [gone, standing] = [await addressAgain(administrator, 0), await addressAgain(administrator, 1)]
  expect(await strike(administrator, gone?.changeId)).toEqual({ ok: true })
  expect(await everythingKept()).not.toContain('2 Canary Row')
  expect(await strike(administrator, gone?.changeId)).toMatchObject({
    ...{ reason: 'struck', by: 'Test administrator', at: world.app.clock().toISOString() },
  })
  expect(await strike(administrator, standing?.changeId)).toEqual({ ok: true })
  expect(await everythingKept()).not.toContain('Canary')

  const entry = await findEntry(world.app, firstManager, serviceId)
  const history = entry && (await hiddenHistory(world.app, firstManager, { entry, page: 1 }))
  expect(historyLines(history?.changes ?? []).flatMap(({ lines }) => lines)).toContain(
    'Site “Main house”, Address: words were struck out by Test administrator, 1 February 2027, 09:00, unread: the provider has no manager left who could strike them',
  )
  const trace = await world.database.owner
    .selectFrom('auditEntry')
    .select(['personId', 'detail'])
    .where('action', '=', 'hidden_place.strike_unread')
    .orderBy('happenedAt')
    .execute()
  const act = (change = '') => ({
    ...{ personId: administrator.personId, detail: { change, place: 'address', why: 'no_manager' } },
  })
  expect(trace).toEqual([act(gone?.changeId), act(standing?.changeId)])
})
