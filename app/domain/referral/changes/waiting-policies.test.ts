import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { LOW, lowRisk, saveTopic, screenOf, VERY_HIGH } from '@tests/factories/changed-referral'
import { moveRelease } from '@tests/factories/moved-release'
import {
  anotherCase,
  createReferralWorld,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { workerDecides, writePolicy } from '@tests/factories/written-policy'
import { policiesWritten } from './decide-again.server'

/** Policies that wait to be decided again, while somebody acts on a case or another cannot be decided. */

const MEDIUM = { rosh: { highest: 'medium', absolute: true } } as const
const ANY = { rosh: { highest: 'very_high', absolute: false } } as const

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
afterEach(async () => {
  for (const service of ['womensHouse', 'refuge'] as const)
    await writePolicy(world, service, { ...ANY, pregnancy: { toWeek: null }, ageMin: 18 })
  await workerDecides(world)
})

it('a topic that is saved comes after the policy that was written before it', async () => {
  await writePolicy(world, 'womensHouse', MEDIUM)
  const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
  await writePolicy(world, 'womensHouse', ANY)
  expect(await saveTopic(world, caseId, 'risk', VERY_HIGH)).toEqual({ ok: true, affected: [] })
  await workerDecides(world)
  for (const viewer of [world.viewers.firstWorker, world.viewers.lowNewtonOfficer]) {
    const { changed, history } = await screenOf(world, viewer, target)
    expect([changed, JSON.stringify(history).includes('the policy changed')]).toEqual([null, false])
  }
})

it('so does a release date that is moved', async () => {
  await writePolicy(world, 'womensHouse', { pregnancy: { toWeek: 24 } })
  const caseId = await anotherCase(world)
  await saveTopic(world, caseId, 'household', { pregnancy: 'yes', dueMonth: '2027-09' })
  const target = await underReview(world, 'womensHouse', caseId)
  await writePolicy(world, 'womensHouse', { pregnancy: { toWeek: null } })
  expect(await moveRelease(world, caseId, '2027-07-05')).toMatchObject({ ok: true, affected: [] })
  await workerDecides(world)
  for (const viewer of [world.viewers.firstWorker, world.viewers.lowNewtonOfficer])
    expect((await screenOf(world, viewer, target)).changed).toBeNull()
})

it('one that could not be decided is told of, and keeps waiting; what was written after it is decided', async () => {
  const { target: house } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
  const { caseId, target: refuge } = await lowRisk(world, id => underReview(world, 'refuge', id))
  await saveTopic(world, caseId, 'risk', { ...LOW, rosh: 'high' }, 'yes')
  await writePolicy(world, 'refuge', MEDIUM)
  const mend = await breakAnswers(caseId)
  await writePolicy(world, 'womensHouse', { ageMin: 60 })
  const failed: string[] = []
  const decide = () => policiesWritten(world.worker, (_, id) => failed.push(id))
  expect(await decide()).toBeGreaterThan(0)
  expect(await decide()).toBe(0)
  expect(failed).toEqual([refuge.referralId, refuge.referralId])
  expect((await screenOf(world, world.viewers.lowNewtonOfficer, house)).changed?.lines[0]).toContain(
    'Now does not fit the policy, since the policy changed',
  )
  await mend()
  expect(await workerDecides(world)).toBe(1)
  expect((await screenOf(world, world.viewers.firstWorker, refuge)).changed?.lines[0]).toBe(
    'Risk of serious harm: high, at 09:00 today. Now does not fit the policy, since the policy changed',
  )
})

it('the policy written first is decided first', async () => {
  const first = await lowRisk(world, id => underReview(world, 'womensHouse', id))
  const second = await lowRisk(world, id => underReview(world, 'refuge', id))
  const noted = async () =>
    (
      await world.database.owner
        .selectFrom('referralChange')
        .select('referralId')
        .where('referralId', 'in', [first.target.referralId, second.target.referralId])
        .orderBy('sequence')
        .execute()
    ).map(({ referralId }) => referralId)
  await writePolicy(world, 'refuge', { ageMin: 60 })
  await writePolicy(world, 'womensHouse', { ageMin: 60 })
  await workerDecides(world)
  expect(await noted()).toEqual([second.target.referralId, first.target.referralId])
})

/** Keeps of a case what is no answer, until it is mended by what is returned. */
async function breakAnswers(caseId: string): Promise<() => Promise<unknown>> {
  const { owner } = world.database
  const write = (facts: string) =>
    owner.updateTable('caseTriage').set({ facts }).where('caseId', '=', caseId).execute()
  const kept = owner.selectFrom('caseTriage').select('facts').where('caseId', '=', caseId)
  const { facts } = await kept.executeTakeFirstOrThrow()
  await write(JSON.stringify({ ...(facts as object), rosh: 'extreme' }))
  return () => write(JSON.stringify(facts))
}
