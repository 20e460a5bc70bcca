import { afterAll, beforeAll, expect, it } from 'vitest'
import { asViewer, asWorker } from '@db/viewer-transaction'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { setDatabaseClock } from '@tests/support/database'
import { supplyServices } from '~/domain/supply/queries.server'
import type { SupplyService } from '~/domain/supply/service'
import { vacancyRanks } from '~/domain/service/vacancy-rank.server'
import { serviceVacancies } from '~/domain/service/service-vacancy.server'
import { londonDay } from '~/domain/time/calendar'
import { bedsForWomen } from '~/domain/unmet-need/own-match/beds-for-women.server'
import { markTaken } from '~/domain/vacancy/claims/take-bedspace.server'
import { confirmVacancies } from '~/domain/vacancy/freshness/confirm-vacancies.server'
import { vacancyBoardFor } from '~/domain/vacancy/own/own-bedspaces.server'
import { addRooms } from '~/domain/vacancy/rooms/add-rooms.server'
import { closeRoom, reopenRoom } from '~/domain/vacancy/rooms/close-room.server'
import { vacancyInWords } from '~/screens/results/vacancy-in-words'
import { boardWords } from './board'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

async function passTo(time: string) {
  world.passTo(new Date(time))
  await setDatabaseClock(world.database, new Date(time))
}

/** '9 beds, 3 free, 6 added since': what supply counts of it. */
function inSupply(house: SupplyService | undefined): string {
  return `${house?.beds} beds, ${house?.free} free, ${house?.addedSince ?? 0} added since`
}

/** What is said of one house wherever its vacancies are, on the card and the availability page, on its board, in supply. */
async function said(serviceId: string) {
  const { app, viewers, database } = world
  const now = app.clock()
  const found = await asViewer(database.app, viewers.lowNewtonOfficer, trx =>
    serviceVacancies(trx, [serviceId], now),
  )
  const vacancy = found.get(serviceId)
  const board = await vacancyBoardFor(database.app, viewers.firstManager, serviceId, now)
  if (!vacancy || !board) throw new Error('no such house')
  const services = await asViewer(database.app, viewers.commissioner, trx =>
    supplyServices(trx, { now, day: londonDay(now) }),
  )
  const forWomen = await asWorker(database.worker, trx => bedsForWomen(trx, now))
  const { confirmed, confirmedShort, needsConfirming } = boardWords(board, now)
  return {
    card: vacancyInWords(vacancy, now).freshness,
    confirmed: confirmed.split('.')[0],
    confirmedShort,
    needsConfirming,
    supply: inSupply(services.find(({ id }) => id === serviceId)),
    /** What a woman who needs a bed could have been given, where unmet need is counted. */
    rank: (
      await asViewer(database.app, viewers.lowNewtonOfficer, trx =>
        vacancyRanks(trx, [serviceId], londonDay(now), now),
      )
    ).get(serviceId),
    match: forWomen.get(serviceId)?.freeOn(londonDay(now), { childrenPlan: 'none', couple: 'no' }),
  }
}

it('says of what vacancies were confirmed: beds added or reopened since are told apart until somebody confirms them', async () => {
  const { app, viewers, services, database } = world
  const by = viewers.firstManager
  const serviceId = services.womensHouse
  await passTo('2027-02-01T09:00:00Z')
  await confirmVacancies(app, by, serviceId, form())
  await passTo('2027-02-01T12:00:00Z')
  const plain = {
    card: { kind: 'confirmed', when: '3 hours ago' },
    ...{ confirmed: 'Last confirmed 3 hours ago', confirmedShort: 'Confirmed 3 hours ago' },
    ...{ needsConfirming: false, supply: '3 beds, 3 free, 0 added since', match: 3, rank: 0 },
  }
  expect(await said(serviceId)).toEqual(plain)

  const facts = {
    ...({ type: 'self_contained', sex: null, wheelchair: null, note: null } as const),
    ...{ rentWeeklyPence: null, serviceChargeWeeklyPence: null },
  } as const
  const rooms = { serviceId, facts, howMany: 6, called: 'New room', firstNumber: 1 }
  expect(await addRooms(app, by, rooms, form())).toMatchObject({ ok: true })
  const since = (beds: string, supply: string, match: number) => ({
    card: { kind: 'confirmed', when: `3 hours ago; ${beds} added since, not yet confirmed` },
    confirmed: `Last confirmed 3 hours ago; ${beds} added since, not yet confirmed`,
    confirmedShort: `Confirmed 3 hours ago; ${beds} added since, not yet confirmed`,
    ...{ needsConfirming: true, supply, match, rank: 0 },
  })
  expect(await said(serviceId)).toEqual(since('6 beds', '9 beds, 3 free, 6 added since', 3))

  await passTo('2027-02-01T12:10:00Z')
  await confirmVacancies(app, by, serviceId, form())
  const { id: bedspaceId } = await world.database.owner
    .selectFrom('bedspace')
    .select('id')
    .where('name', '=', 'New room 6')
    .executeTakeFirstOrThrow()
  await closeRoom(app, by, { bedspaceId, fromOn: null }, form())
  await passTo('2027-02-01T15:10:00Z')
  expect(await said(serviceId)).toEqual({ ...plain, supply: '8 beds, 8 free, 0 added since', match: 8 })
  expect(await reopenRoom(app, by, bedspaceId, form())).toMatchObject({ ok: true })
  expect(await said(serviceId)).toEqual(since('1 bed', '9 beds, 8 free, 1 added since', 8))

  // Where none is free but what was added since, search puts it with those to check first, as its card says.
  const confirmed = await database.owner
    .selectFrom('bedspace')
    .select('id')
    .where('serviceId', '=', serviceId)
    .where('id', '<>', bedspaceId)
    .execute()
  for (const { id } of confirmed) await markTaken(app, by, id, form())
  expect(await said(serviceId)).toMatchObject({ supply: '9 beds, 0 free, 1 added since', rank: 1 })
  await passTo('2027-02-01T15:20:00Z')
  await confirmVacancies(app, by, serviceId, form())
  expect(await said(serviceId)).toMatchObject({ rank: 0 })
  await markTaken(app, by, bedspaceId, form())
  expect(await said(serviceId)).toMatchObject({ rank: 2 })
})
