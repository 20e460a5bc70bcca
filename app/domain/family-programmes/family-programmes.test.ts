import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { addAccount } from '@tests/factories/account'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { lossesOf, programmesByPlace, totalOf } from './family-programmes'
import { familyProgrammes } from './family-programmes.server'

const TODAY = '2027-02-01'
const RUN = { startsOn: '2027-03-01', endsOn: '2027-04-30', lastReferralOn: '2027-02-20' }

let database: TestDatabase
let commissioner: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  const { owner } = database
  const partnership = await addOrganisation(owner, { kind: 'commissioner' })
  commissioner = await addAccount(owner, partnership, 'commissioner', 'c@families.example')
  const organisationId = await addOrganisation(owner, { kind: 'provider', name: 'Thistle' })
  const kind = 'parenting_programme'
  await addService(owner, {
    ...{ organisationId, kind, name: 'Story hour', authorities: ['E08000024'] },
    programme: { prisonCodes: ['LNI', 'DMI'], fundingEndsOn: '2027-05-02', rotl: 'possible' },
    cohorts: [
      { ...RUN, capacity: 8, taken: 5, waiting: 2, reachChildren: 9 },
      { ...RUN, capacity: 6, taken: 6, waiting: 0 },
      { startsOn: '2026-11-01', endsOn: '2027-01-31', lastReferralOn: '2026-10-20', capacity: 50 },
    ],
  })
  await addService(owner, {
    ...{ organisationId, kind, name: 'Dads' },
    programme: { prisonCodes: ['DMI'], fundingEndsOn: '2027-05-03' },
  })
})
afterAll(() => database.drop())

describe('family programmes', () => {
  it('count the runs that have not ended, and say what is not stated', async () => {
    const [dads, story] = await familyProgrammes(database.app, commissioner, TODAY)
    expect(story).toMatchObject({
      name: 'Story hour',
      provider: 'Thistle',
      authorities: ['E08000024'],
      capacity: 14,
      taken: 11,
      waiting: 2,
      reach: 9,
      reachNotStated: 1,
      rotl: 'possible',
    })
    expect(dads).toMatchObject({ name: 'Dads', capacity: null, taken: null, reach: null, reachNotStated: 0 })
  })

  it('stand with every prison they serve, which loses them on the day their funding ends', async () => {
    const all = await familyProgrammes(database.app, commissioner, TODAY)
    const [lowNewton, durham] = programmesByPlace(all, 'prison', ['LNI', 'DMI'])
    expect(lowNewton?.programmes.map(({ name }) => name)).toEqual(['Story hour'])
    const names = (each: readonly { name: string }[]) => each.map(({ name }) => name)
    const losses = lossesOf(durham?.programmes ?? [], TODAY)
    expect(names(losses.within_90_days)).toEqual(['Story hour'])
    expect(names(losses.within_180_days)).toEqual(['Dads'])
    expect(names(lossesOf(all, '2027-05-03').ended)).toEqual(['Story hour'])
    expect(totalOf(all, 'capacity')).toBe(14)
    expect(totalOf([], 'capacity')).toBeNull()
  })
})
