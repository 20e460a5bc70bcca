import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { takeToAssess } from '../referral/events/take-to-assess/act.server'
import { findReferralFor } from '../referral/record/referral-queries.server'

/** Who else is told: the colleague who acts for somebody away, and the address of the whole team. The world's day is 1 February 2027. */

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

async function away(fromOn: string, untilOn: string): Promise<string> {
  const { personId, organisationId } = world.viewers.lowNewtonOfficer
  const id = newId()
  const coveredBy = world.viewers.lowNewtonColleague.personId
  const cover = { id, personId, organisationId, coveredBy, fromOn, untilOn, saidAt: new Date() }
  await world.database.owner.insertInto('cover').values(cover).execute()
  return id
}

/** Who is told that a new referral of the officer's was taken to assess. */
async function toldOf() {
  const target = await submitted(world, 'hostel', await anotherCase(world))
  const taken = await takeToAssess(world.app, world.viewers.secondWorker, target, form())
  expect(taken).toMatchObject({ ok: true })
  const people = (await messagesOwed(world, target, 'take_to_assess')).map(({ personId }) => personId)
  const teams = await world.database.owner
    .selectFrom('message')
    .select('teamId')
    .where('referralId', '=', target.referralId)
    .where('teamId', 'is not', null)
    .execute()
  return { target, people: people.sort(), teams: teams.map(({ teamId }) => teamId) }
}

describe('what is owed to an officer', () => {
  it('is owed to the colleague too while they are away, on no other day, and not once it was taken back', async () => {
    const { lowNewtonOfficer: author, lowNewtonColleague: colleague } = world.viewers
    expect((await toldOf()).people).toEqual([author.personId])
    const later = await away('2027-02-02', '2027-02-05')
    expect((await toldOf()).people).toEqual([author.personId])
    const now = await away('2027-01-29', '2027-02-01')
    const { people, target } = await toldOf()
    expect(people).toEqual([author.personId, colleague.personId].sort())
    const read = await findReferralFor(world.app, world.viewers.secondWorker, target.referralId)
    expect(read?.authorAway).toEqual({ untilOn: '2027-02-01', ask: expect.any(String) as string })
    await world.database.owner
      .updateTable('cover')
      .set({ withdrawnAt: new Date() })
      .where('id', 'in', [later, now])
      .execute()
    expect((await toldOf()).people).toEqual([author.personId])
  })

  it('is owed to the address of the team as well, where it has one, once', async () => {
    const { owner } = world.database
    const { organisationId } = world.viewers.lowNewtonOfficer
    expect((await toldOf()).teams).toEqual([])
    await owner
      .updateTable('organisation')
      .set({ teamEmail: 'team@prison.example' })
      .where('id', '=', organisationId)
      .execute()
    expect((await toldOf()).teams).toEqual([organisationId])
  })
})
