import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { todayFor } from '../../screens/today/facts.server'
import { changeStay } from '../referral/stay/change-stay.server'
import { markTaken } from '../vacancy/claims/take-bedspace.server'
import { messageFacts } from './message-facts'
import { messageNamed } from './messages'
import { tellOtherStays } from './tell-other-stays.server'

/** Somebody who came on Monday 1 February 2027 by another route than a referral. */

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  await world.database.owner
    .updateTable('organisation')
    .set({ teamEmail: 'team@larch.example' })
    .where('id', '=', world.organisations.firstProvider)
    .execute()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  await sql`truncate bedspace_claim, message cascade`.execute(world.database.owner)
  world.passTo(new Date('2027-02-01T09:00:00Z'))
  await markTaken(world.app, worker(), room(0), form())
})

const worker = () => world.viewers.firstWorker
const room = (at: number) => world.bedspaces.womensHouse[at] ?? ''

async function expectsToLeave(on: string, at = 0): Promise<void> {
  const { id: claimId } = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', '=', room(at))
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  const change = { kind: 'leaves', leaves: { on, isSure: false } } as const
  expect(await changeStay(world.app, worker(), { claimId, change }, form())).toMatchObject({ ok: true })
}

/** Who is told at an instant, of which service. */
async function tell(instant: string): Promise<string[]> {
  const now = new Date(instant)
  world.passTo(now)
  await tellOtherStays(world.worker, false)
  // Whatever is run twice.
  expect(await tellOtherStays(world.worker, false)).toBe(0)
  const rows = await world.database.owner
    .selectFrom('message')
    .select(['template', 'personId', 'teamId', 'serviceId', 'referralId'])
    .where('createdAt', '=', now)
    .execute()
  for (const { template, serviceId, referralId } of rows)
    expect([template, serviceId, referralId]).toEqual([
      'other_stays_overdue',
      world.services.womensHouse,
      null,
    ])
  const { firstManager } = world.viewers
  return rows
    .map(({ personId, teamId }) => {
      if (teamId === world.organisations.firstProvider) return 'team'
      return personId === firstManager.personId ? 'manager' : 'another'
    })
    .sort()
}

async function asked(viewer = worker()) {
  const { stillThere } = await todayFor(world.app, viewer)
  return stillThere.map(({ to, words }) => [to, words])
}

it('asks of who was expected to leave, some working days after the day and weekly, the team too', async () => {
  // A Monday: asked from Thursday at noon and 5 hours on.
  await expectsToLeave('2027-03-15')
  expect([await tell('2027-03-18T17:00:00Z'), await asked()]).toEqual([[], []])
  expect(await tell('2027-03-18T17:00:01Z')).toEqual(['manager', 'team'])
  expect(await asked()).toEqual([[`/vacancies/${room(0)}/stay`, 'was expected to leave on Mon 15 March']])
  expect(await tell('2027-03-25T17:00:00Z')).toEqual([])
  expect(await tell('2027-03-25T17:00:02Z')).toEqual(['manager', 'team'])
  expect(await asked(world.viewers.secondWorker)).toEqual([])
  await expectsToLeave('2027-05-03')
  expect([await tell('2027-04-05T17:00:00Z'), await asked()]).toEqual([[], []])
})

it('asks of who is there with no day said, at 12 weeks and then every four', async () => {
  // 12 weeks after 1 February is Monday 26 April; in summer time noon is 11:00 UTC.
  expect([await tell('2027-04-26T11:00:00Z'), await asked()]).toEqual([[], []])
  expect(await tell('2027-04-26T11:00:01Z')).toEqual(['manager', 'team'])
  const said = [[`/vacancies/${room(0)}/stay`, 'there since Mon 1 February, and nobody knows for how long']]
  expect(await asked()).toEqual(said)
  // A message that waited its week for another leads to it still.
  expect([await tell('2027-05-03T11:00:01Z'), await asked()]).toEqual([[], said])
  expect([await tell('2027-05-10T11:00:01Z'), await asked()]).toEqual([[], []])
  expect([await tell('2027-05-24T11:00:01Z'), await asked()]).toEqual([['manager', 'team'], said])
})

it('sends one message a week for all the stays of a service', async () => {
  await markTaken(world.app, worker(), room(1), form())
  await expectsToLeave('2027-03-15', 0)
  await expectsToLeave('2027-03-17', 1)
  expect(await tell('2027-03-18T17:00:01Z')).toEqual(['manager', 'team'])
  // The second is due on Monday 22 March: it waits for the week to be over.
  expect(await tell('2027-03-22T17:00:01Z')).toEqual([])
  expect(await tell('2027-03-25T17:00:01Z')).toEqual(['manager', 'team'])
})

it('says nothing of anybody, nor in which room, and leads to the page of the day', () => {
  const message = messageNamed('other_stays_overdue')
  expect(Object.values(message ?? {}).join(' ')).not.toMatch(/\{R\}|Room \d/)
  const about = { referral: { id: null, reference: null }, nominationId: null, entryNoteId: null }
  const facts = { template: 'other_stays_overdue', serviceId: 'one', verifyToken: null, ...about }
  expect(messageFacts('http://here', facts).link).toBe('http://here/today')
})
