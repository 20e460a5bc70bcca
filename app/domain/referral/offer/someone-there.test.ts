import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  anotherCase,
  createReferralWorld,
  form,
  offered,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { changeStay } from '../stay/change-stay.server'
import { vacancyBoardFor } from '../../vacancy/own/own-bedspaces.server'
import { markTaken } from '../../vacancy/claims/take-bedspace.server'
import type { StayChange } from '../../vacancy/vacancy-form'
import { eventPage } from '../../../screens/referral-event/page'
import { eventPageFor } from '../../../screens/referral-event/facts.server'
import { findReferralFor } from '../record/referral-queries.server'
import { standingRows } from '../../../screens/referral/standing'
import { someoneThereRows } from './someone-there'

const MONDAY = new Date('2027-02-01T09:00:00Z')

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** What each side reads of the bedspace now: on the referral's page, the provider first. */
async function read(referralId: string): Promise<(string | undefined)[]> {
  const { firstWorker, lowNewtonOfficer } = world.viewers
  return Promise.all(
    [firstWorker, lowNewtonOfficer].map(async viewer => {
      const referral = await findReferralFor(world.app, viewer, referralId)
      return referral
        ? standingRows(referral, world.app.clock()).find(({ key }) => key === 'Bedspace now')?.value
        : 'no such referral'
    }),
  )
}

it('an offer behind somebody who is still there says so to both sides until the departure is recorded', async () => {
  const { app, viewers, bedspaces, services } = world
  const free = await offered(world, 'womensHouse', await anotherCase(world), 1)
  expect(await read(free.referralId)).toEqual([undefined, undefined])

  const bedspaceId = bedspaces.womensHouse[0] ?? ''
  await markTaken(app, viewers.firstWorker, bedspaceId, form())
  const board = await vacancyBoardFor(app.db, viewers.firstWorker, services.womensHouse, MONDAY)
  const claimId = board?.stays.get(bedspaceId)?.claimId ?? ''
  const change = (said: StayChange) => changeStay(app, viewers.firstWorker, { claimId, change: said }, form())
  await change({ kind: 'leaves', leaves: { on: '2027-02-12', isSure: true } })
  const { referralId } = await offered(world, 'womensHouse', await anotherCase(world), 0)
  const until = 'Someone is there until and including Fri 12 February'
  expect(await read(referralId)).toEqual([until, until])
  const asked = await eventPageFor(app, viewers.lowNewtonOfficer, referralId, 'accept')
  expect(asked && eventPage('accept', asked, app.clock()).offered[1]).toEqual({
    key: 'Bedspace now',
    value: until,
  })

  expect(await change({ kind: 'leaves', leaves: { on: '2027-03-10', isSure: false } })).toMatchObject({
    ok: true,
  })
  const about = 'Someone is there until about Wed 10 March'
  expect(await read(referralId)).toEqual([about, about])

  expect(await change({ kind: 'left', on: '2027-02-01' })).toMatchObject({ ok: true })
  expect(await read(referralId)).toEqual([undefined, undefined])
})

it('says what nobody knows, and what has gone by', () => {
  const words = (until: string | null) => someoneThereRows({ until, isSure: true }, MONDAY)[0]?.value
  expect(words(null)).toBe('Someone is still there, and nobody knows until when')
  expect(words('2027-01-29')).toBe('Someone was to leave on Fri 29 January, and is not recorded as gone')
  expect(words('2027-02-01')).toBe('Someone is there until and including Mon 1 February')
})
