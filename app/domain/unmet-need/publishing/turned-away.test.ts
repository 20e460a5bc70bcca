import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@db/viewer'
import { asStatistician } from '@db/viewer-transaction'
import { createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'
import { writePolicy } from '@tests/factories/written-policy'
import { type Period, quarterPeriod, yearPeriod } from '../period'
import type { PublishedCell, PublishedMark, PublishedTable } from '../published'
import { serviceTurning } from './turned-away.server'
import { writePublication } from './write-publication.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function cell(mark: PublishedMark, value: number | null): PublishedCell {
  return { women: { mark, value }, count: { mark, value } }
}

async function publish(period: Period, version: number, cells: PublishedTable) {
  const first = { period, version, because: 'first', isSynthetic: false } as const
  const publishedAt = new Date('2027-01-30T09:00:00Z')
  const tables = { turned_away: cells }
  await asStatistician(world.worker.db, trx =>
    writePublication(trx, { ...first, publishedAt, tables, leftOut: [] }),
  )
}

function turned(cells: Record<string, PublishedCell>) {
  return { id: 'turned_away' as const, cells }
}

function read(viewer: Viewer, service: 'womensHouse' | 'hostel' = 'womensHouse', kind = 'supported_housing') {
  const organisationId = world.viewers.firstWorker.organisationId
  return serviceTurning(world.database.app, viewer, { id: world.services[service], kind, organisationId })
}

describe('who a service turns away', () => {
  it('is nothing before a quarter is published, and nothing of a year', async () => {
    await publish(yearPeriod(2025), 1, turned({ 'pets.no': cell('count', 60) }))
    expect(await read(world.viewers.firstWorker)).toBeNull()
  })

  it('is read by who runs it from the latest quarter and version, by the policy that is kept', async () => {
    await writePolicy(world, 'womensHouse', {
      ...{ peopleFromPrison: 'no', pets: 'no', arson: { rule: 'never' }, couple: 'no', curfew: 'yes' },
      ...{ sex: 'women', ageMin: 18, ageMax: 27 },
    })
    await publish(quarterPeriod(2026, 3), 1, turned({ 'pets.no': cell('count', 40) }))
    const cells = { 'pets.no': cell('count', 15), 'arson.never': cell('few', null) }
    await publish(quarterPeriod(2026, 3), 2, turned({ ...cells, 'couple.no': cell('hidden', null) }))
    await publish(quarterPeriod(2026, 2), 3, turned({ 'pets.no': cell('count', 80) }))
    const turning = await read(world.viewers.firstWorker)
    expect(turning).toMatchObject({ period: { code: '2026-27-q3' }, version: 2 })
    const known = turning?.criteria.filter(({ criterion }) =>
      ['people_from_prison', 'arson', 'couple', 'pets', 'sex', 'age', 'curfew'].includes(criterion),
    )
    expect(known?.map(({ criterion, women }) => [criterion, women])).toEqual([
      ['people_from_prison', null],
      ['arson', { mark: 'few', value: null }],
      ['couple', { mark: 'hidden', value: null }],
      ['pets', { mark: 'count', value: 15 }],
    ])
  })

  it('is read by no other provider, officer, commissioner or member of the public', async () => {
    const { secondWorker, lowNewtonOfficer, commissioner } = world.viewers
    for (const viewer of [secondWorker, lowNewtonOfficer, commissioner, { kind: 'public' } as const]) {
      expect(await read(viewer)).toBeNull()
    }
  })

  it('is said of places to live alone', async () => {
    expect(await read(world.viewers.firstWorker, 'womensHouse', 'womens_centre')).toBeNull()
  })
})
