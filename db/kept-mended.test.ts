import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anotherCase, createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'
import { newId } from './id'
import { mendKept } from './migrations/0054_strict_readers'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** A migration knows no tables. */
function migrate(): Promise<void> {
  return mendKept(world.database.owner as unknown as Kysely<unknown>)
}

async function put(night: string, service: object): Promise<string> {
  const serviceId = newId()
  const confirmed = { vacancyConfirmedAt: '2026-10-01T06:00:00Z', sex: 'women', kind: 'supported_housing' }
  const kept = JSON.stringify({ ...confirmed, isConfidential: false, ...service })
  await world.database.owner
    .insertInto('supplyReading')
    .values({ night, serviceId, service: kept, takenAt: new Date('2026-10-01T00:05:00Z') })
    .execute()
  return serviceId
}

it('takes the beds of hidden places out of the nights and the readings that were kept', async () => {
  const { owner } = world.database
  const fresh = { isVacancyConfirmed: true }
  for (const night of ['2026-10-01', '2026-10-02']) {
    const rows = [
      { night, provision: 'women_only', beds: 12, freshBeds: 9, freshFree: 3 },
      { night, provision: 'mixed', beds: 6, freshBeds: 0, freshFree: 0 },
    ]
    await owner.insertInto('bedNight').values(rows).execute()
    await put(night, { beds: 5, free: 1, ...fresh })
    await put(night, { beds: 3, free: 3, isVacancyConfirmed: false })
    await put(night, { beds: 6, free: 2, isVacancyConfirmed: false, sex: 'mixed' })
    await put(night, { beds: 20, free: 2, ...fresh, kind: 'approved_premises' })
  }
  const hidden = { isConfidential: true, ...fresh }
  const house = await put('2026-10-01', { beds: 4, free: 2, ...hidden })
  await put('2026-10-01', { beds: 7, free: 2, ...hidden, kind: 'refuge' })
  // A refuge was counted in no night: this one stays as it was, whatever it holds.
  await put('2026-10-02', { beds: 7, free: 2, ...hidden, kind: 'refuge' })
  await migrate()

  const nights = await owner
    .selectFrom('bedNight')
    .select(['night', 'provision', 'beds', 'freshBeds', 'freshFree'])
    .orderBy('night')
    .orderBy('provision', 'desc')
    .execute()
  expect(nights.map(each => Object.values(each))).toEqual([
    ['2026-10-01', 'women_only', 8, 5, 1],
    ['2026-10-01', 'mixed', 6, 0, 0],
    ['2026-10-02', 'women_only', 12, 9, 3],
    ['2026-10-02', 'mixed', 6, 0, 0],
  ])
  const kept = await owner.selectFrom('supplyReading').select(['serviceId', 'service']).execute()
  expect(kept.find(({ serviceId }) => serviceId === house)?.service).toEqual({
    ...{ isConfidential: true, kind: 'supported_housing', sex: 'women' },
    ...{ beds: null, free: null, isVacancyConfirmed: null, vacancyConfirmedAt: null },
  })
  const beds = kept.map(({ service }) => (service as { beds: number | null }).beds)
  expect(beds.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([null, null, null, 3, 3, 5, 5, 6, 6, 20, 20])
  const change = sql`update supply_reading set taken_at = now()`
  await expect(change.execute(owner)).rejects.toThrow('A reading of supply is kept as it was')
})

it('leaves of what was tried no hidden place and no reason', async () => {
  const { owner } = world.database
  const { refuge, womensHouse, hostel } = world.services
  await owner.deleteFrom('site').where('serviceId', '=', hostel).execute()
  await owner.updateTable('service').set({ confidential: true }).where('id', '=', hostel).execute()
  const searched = { searches: 1, lastSearchedOn: '2027-01-30', lastCounts: { eligible: 2 } }
  const gone = newId()
  const tried = {
    ...searched,
    referrals: [
      { serviceId: refuge, state: 'declined', reason: 'risk.arson' },
      { serviceId: womensHouse, state: 'declined', reason: 'capacity.no_bed_in_area' },
      { serviceId: hostel, state: 'submitted', reason: null },
      { serviceId: gone, state: 'withdrawn', reason: null },
    ],
  }
  const entry = (given: object) => ({
    ...{ id: newId(), agreed: 'no', recordedBy: world.viewers.lowNewtonOfficer.personId },
    ...{ tried: JSON.stringify(given), recordedAt: new Date('2027-02-01T09:00:00Z') },
  })
  const one = { ...entry(tried), caseId: await anotherCase(world) }
  const none = { ...entry({ ...searched, referrals: [] }), caseId: await anotherCase(world) }
  await owner.insertInto('nobodyFits').values([one, none]).execute()
  await migrate()
  const rows = await owner.selectFrom('nobodyFits').select(['id', 'tried']).execute()
  expect(rows.find(({ id }) => id === none.id)?.tried).toEqual({ ...searched, referrals: [] })
  expect(rows.find(({ id }) => id === one.id)?.tried).toEqual({
    ...searched,
    referrals: [
      { hidden: 'refuge', serviceId: null, state: 'declined', category: null },
      { hidden: null, serviceId: womensHouse, state: 'declined', category: 'capacity' },
      { hidden: 'confidential', serviceId: null, state: 'submitted', category: null },
      { hidden: null, serviceId: gone, state: 'withdrawn', category: null },
    ],
  })
})
