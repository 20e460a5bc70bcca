import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asKeeperOfPlaces, asViewer } from '@db/viewer-transaction'
import { type Transaction, sql } from 'kysely'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { unreadWordsFor } from '../../../screens/our-hidden-history/unread-facts.server'
import { historyLines } from '../../../screens/record-history/history-lines'
import { TABLE_WORDS } from '../../../screens/record-history/table-words'
import { strikeOldWords } from '../../record-change/strike-old-words.server'
import { findEntry } from '../entry.server'
import { hiddenHistory } from './hidden-history.server'
import { strikeUnread } from './strike-unread.server'
import type { UNREAD_WHY } from './unread'

/** What a strike of old words of a hidden place tells: its managers everything, and who strikes them unread nothing of what they were. */

let world: ReferralWorld
let administrator: SignedInViewer
let manager: SignedInViewer
beforeAll(async () => {
  world = await createReferralWorld()
  administrator = world.viewers.administrator
  manager = world.viewers.firstManager
})
afterAll(() => world.database.drop())

interface Place {
  name: string
  address: string
}

/** A service whose one place is hidden, and was changed so within one minute; nothing was kept of before. */
async function hiddenAfter(changes: readonly Partial<Place>[]): Promise<string> {
  const { owner } = world.database
  const made = await addService(owner, {
    ...{ organisationId: manager.organisationId, kind: 'refuge', name: 'Mill', site: { name: 'Main house' } },
  })
  await hide(made.id)
  await asKeeper(async keeper => {
    for (const change of changes)
      await keeper.updateTable('confidentialSite').set(change).where('serviceId', '=', made.id).execute()
  })
  await withinOneMinute(made.id)
  return made.id
}

const hide = (serviceId: string) =>
  asViewer(world.database.app, manager, trx => sql`select hide_places(${serviceId}::uuid)`.execute(trx))

const asKeeper = (work: (keeper: Transaction<DB>) => Promise<unknown>) =>
  asViewer(world.database.app, manager, trx => asKeeperOfPlaces(trx, work))

const kept = (serviceId: string) =>
  world.database.owner
    .selectFrom('confidentialSiteChange')
    .selectAll()
    .where('serviceId', '=', serviceId)
    .orderBy('sequence')
    .execute()

async function withinOneMinute(serviceId: string): Promise<void> {
  for (const [at, { id }] of (await kept(serviceId)).entries())
    await world.database.owner
      .updateTable('confidentialSiteChange')
      .set({ happenedAt: new Date(Date.UTC(2027, 0, 20, 10, 0, at)) })
      .where('id', '=', id)
      .execute()
}

const strike = (serviceId: string, changeId: string, place = 'address', why?: keyof typeof UNREAD_WHY) =>
  strikeUnread(
    world.app,
    administrator,
    { serviceId, words: { changeId, place }, why: why ?? 'no_manager' },
    form(),
  )

const strikeRead = (serviceId: string, changeId: string, place = 'address') =>
  strikeOldWords(world.app, manager, { changeId, place, of: { hiddenOf: serviceId } }, TABLE_WORDS, form())

async function managersRead(serviceId: string): Promise<string[]> {
  const entry = await findEntry(world.app, manager, serviceId)
  const history = entry && (await hiddenHistory(world.app, manager, { entry, page: 1 }))
  return historyLines(history?.changes ?? []).flatMap(({ lines }) => lines)
}

/** All that the administrator is shown, and finds in the audit, with the ids by what they are of. */
async function shown(serviceId: string): Promise<string> {
  const page = await unreadWordsFor(world.app, administrator, { serviceId, page: 1 })
  const audit = await asViewer(world.database.app, administrator, trx =>
    trx
      .selectFrom('auditEntry')
      .select(['action', 'personId', 'detail'])
      .where('subjectId', '=', serviceId)
      .orderBy('happenedAt')
      .execute(),
  )
  const said = JSON.stringify([{ ...page, idempotencyKey: '' }, audit])
  return (await kept(serviceId)).reduce(
    (so, { id }, at) => so.replaceAll(id, `change ${at}`),
    said.replaceAll(serviceId, 'the service'),
  )
}

const A = '1 Canary Row'
const B = '2 Canary Row'
const C = '3 Canary Row'
const D = '4 Canary Row'

/** The same acts on both: what was answered, and what was shown after each. */
async function actOn(addresses: readonly string[]) {
  const serviceId = await hiddenAfter(addresses.map(address => ({ address })))
  const [, first, , last] = (await kept(serviceId)).filter(({ operation }) => operation === 'update')
  const told: unknown[] = [await shown(serviceId)]
  for (const act of [
    () => strike(serviceId, last?.id ?? ''),
    () => strike(serviceId, last?.id ?? ''),
    () => strike(serviceId, first?.id ?? ''),
  ])
    told.push(await act(), await shown(serviceId))
  return { serviceId, told }
}

it('tells an administrator the same, whether the place had one address twice or two', async () => {
  const [twice, once] = [await actOn([A, B, A, C]), await actOn([A, B, D, C])]
  expect(twice.told).toEqual(once.told)

  const struck = {
    ...{ ok: false, reason: 'struck', by: 'Test administrator', at: world.app.clock().toISOString() },
  }
  const answers = twice.told.filter(each => typeof each !== 'string')
  expect(answers).toEqual([{ ok: true }, struck, { ok: true }])
  const page = await unreadWordsFor(world.app, administrator, { serviceId: twice.serviceId, page: 1 })
  expect(page?.choices.map(({ text }) => text)).toEqual([
    'Address (2 of 3), until it was changed by a provider manager, 20 January 2027, 10:00',
  ])
  const why =
    'struck out by Test administrator, 1 February 2027, 09:00; the provider has no manager left who could strike them'
  expect(page?.struck.map(({ what }) => what)).toEqual([
    `Address (3 of 3): ${why}`,
    `Address (1 of 3): ${why}`,
  ])
  // What was asked for is gone, from every change that had it.
  const held = JSON.stringify(await kept(twice.serviceId))
  expect(held).not.toContain(A)
  expect([held.includes(B), held.includes(C)]).toEqual([true, true])
})

it('tells an administrator nothing of what the managers struck', async () => {
  const [twice, once] = [
    [A, B, A, C],
    [A, B, D, C],
  ] as const
  const told: unknown[] = []
  for (const addresses of [twice, once]) {
    const serviceId = await hiddenAfter(addresses.map(address => ({ address })))
    const [, first, , last] = (await kept(serviceId)).filter(({ operation }) => operation === 'update')
    const before = await shown(serviceId)
    expect(await strikeRead(serviceId, first?.id ?? '')).toEqual({ ok: true })
    const page = JSON.parse(await shown(serviceId)) as unknown[]
    expect(page[0]).toEqual((JSON.parse(before) as unknown[])[0])
    told.push(page, await strike(serviceId, last?.id ?? ''), await shown(serviceId))
  }
  expect(told.slice(0, 3)).toEqual(told.slice(3))
})

it('leaves the history of a place that is shown by now as an administrator reads it', async () => {
  const serviceId = await hiddenAfter([{ address: A }, { address: B }])
  await asViewer(world.database.app, world.viewers.editor, trx =>
    sql`select show_places(${serviceId}::uuid)`.execute(trx),
  )
  const open = (address: string) =>
    asViewer(world.database.app, manager, trx =>
      trx.updateTable('site').set({ address }).where('serviceId', '=', serviceId).execute(),
    )
  await open(A)
  await open(C)
  const read = () =>
    world.database.owner.selectFrom('recordChange').selectAll().where('serviceId', '=', serviceId).execute()
  const before = await read()
  const ofA = (await kept(serviceId)).find(({ before: was }) => JSON.stringify(was).includes(A))
  expect(await strike(serviceId, ofA?.id ?? '')).toEqual({ ok: true })
  expect(JSON.stringify(await kept(serviceId))).not.toContain(A)
  expect(await read()).toEqual(before)
})

it('keeps of two strikes in one change who made each, and why', async () => {
  const serviceId = await hiddenAfter([
    { name: 'Canary house', address: A },
    { name: 'The mill', address: B },
  ])
  const { id } = (await kept(serviceId)).at(-1) ?? { id: '' }
  expect(await strike(serviceId, id, 'address', 'asked_by_person')).toEqual({ ok: true })
  expect(await strikeRead(serviceId, id, 'name')).toEqual({ ok: true })
  const lines = (await managersRead(serviceId)).filter(line => line.includes('were struck out by'))
  const [address, name] = [
    'Site “The mill”, Address: words were struck out by Test administrator, 1 February 2027, 09:00, unread: the person whom the words are about asked for it in writing',
    'Site “The mill”, Name of the site: words were struck out by Test manager.first, 1 February 2027, 09:00',
  ]
  // Of the change that did away with the words, and of the one that brought them.
  expect(lines).toEqual([address, name, address, name])

  const page = await unreadWordsFor(world.app, administrator, { serviceId, page: 1 })
  expect(page?.struck.map(({ what }) => what)).toEqual([
    'Address: struck out by Test administrator, 1 February 2027, 09:00; the person whom the words are about asked for it in writing',
  ])
  // Whoever comes too late reads who struck those words, and not who struck others beside them.
  expect(await strikeRead(serviceId, id, 'address')).toMatchObject({
    reason: 'struck',
    by: 'Test administrator',
  })
})

it('calls no two choices alike, of several places changed within one minute either', async () => {
  const serviceId = await hiddenAfter([{ address: A }, { address: B }, { address: A }])
  await asKeeper(async keeper => {
    const id = newId()
    await keeper
      .insertInto('confidentialSite')
      .values({ id, serviceId, name: 'The annexe', address: C, town: 'Durham', postcode: 'DH1' })
      .execute()
    for (const address of [D, C, D])
      await keeper.updateTable('confidentialSite').set({ address }).where('id', '=', id).execute()
  })
  await withinOneMinute(serviceId)
  const page = await unreadWordsFor(world.app, administrator, { serviceId, page: 1 })
  const until = 'until it was changed by a provider manager, 20 January 2027, 10:00'
  expect(page?.choices.map(({ text }) => text)).toEqual([
    `Place 2, Address (3 of 3), ${until}`,
    `Place 2, Address (2 of 3), ${until}`,
    `Place 2, Address (1 of 3), ${until}`,
    `Place 1, Address (2 of 2), ${until}`,
    `Place 1, Address (1 of 2), ${until}`,
  ])
})
