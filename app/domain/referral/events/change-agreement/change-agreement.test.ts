import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  form,
  next,
  type ReferralWorld,
  stateOf,
  submitted,
  tiersReadBy,
  underReview,
} from '@tests/factories/referral-world'
import type { ReferralTarget } from '../act-on-referral.server'
import type { AgreedTier } from '../../referral'
import { changeAgreement } from './event'
import { changeWhatIsAgreed } from './act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const readBy = (viewer: SignedInViewer, target: ReferralTarget) => tiersReadBy(world, viewer, target)

const change = (
  target: ReferralTarget,
  agreedTier: AgreedTier,
  viewer = world.viewers.lowNewtonOfficer,
  note: string | null = null,
) => changeWhatIsAgreed(world.app, viewer, { ...target, agreedTier, note }, form())

it('opens more to the assessor and the managers where it is widened, and ends what is narrowed at once', async () => {
  const { firstWorker, firstManager } = world.viewers
  const target = await underReview(world, 'womensHouse', await anotherCase(world), 1)
  expect([await readBy(firstWorker, target), await readBy(firstManager, target)]).toEqual([[1], [1]])
  const wide = await change(target, 3)
  expect(wide).toMatchObject({ ok: true, state: 'under_review' })
  expect([await readBy(firstWorker, target), await readBy(firstManager, target)]).toEqual([
    [1, 3],
    [1, 2],
  ])
  const narrow = await change(next(target, wide), 2)
  expect(narrow).toMatchObject({ ok: true })
  expect([await readBy(firstWorker, target), await readBy(firstManager, target)]).toEqual([
    [1, 2],
    [1, 2],
  ])
  expect(await change(next(target, narrow), 1)).toMatchObject({ ok: true })
  expect([await readBy(firstWorker, target), await readBy(firstManager, target)]).toEqual([[1], [1]])
  const { rows } = await sql<{ reasons: string[] }>`
    select reasons from referral_history where referral_id = ${target.referralId} and event = 'change_agreement'
    `.execute(world.database.owner)
  expect(rows.map(({ reasons }) => reasons.join(' to ')).sort()).toEqual(['1 to 3', '2 to 1', '3 to 2'])
  expect(changeAgreement.inHistory(['1', '3'])).toEqual([
    'Was: Triage only: what a first look needs, in bands, without a name',
    'Is now: Safety and risk detail too, for the named assessor only',
  ])
})

it('before anybody took it to assess opens nothing yet, and is refused where nothing changes', async () => {
  const { firstWorker } = world.viewers
  const target = await submitted(world, 'womensHouse', await anotherCase(world), 1)
  expect(await change(target, 1)).toEqual({ ok: false, reason: 'agreement_unchanged' })
  expect(await change(target, 3)).toMatchObject({ ok: true, state: 'submitted' })
  expect(await readBy(firstWorker, target)).toEqual([1])
})

it('is nobody’s to say but the team’s that asks her, in the database too', async () => {
  const { firstManager, durhamOfficer, lowNewtonOfficer } = world.viewers
  const target = await underReview(world, 'womensHouse', await anotherCase(world), 2)
  for (const stranger of [firstManager, durhamOfficer])
    expect(await change(target, 3, stranger)).toMatchObject({ ok: false })
  expect(await stateOf(world, target)).toBe('under_review')
  const write = (viewer: SignedInViewer) =>
    asViewer(world.app.db, viewer, trx =>
      trx
        .updateTable('referral')
        .set({ agreedTier: 3 })
        .where('id', '=', target.referralId)
        .executeTakeFirst(),
    )
  await expect(write(firstManager)).rejects.toThrow('for the team to say that asks her')
  expect((await write(durhamOfficer)).numUpdatedRows).toBe(0n)
  expect((await write(lowNewtonOfficer)).numUpdatedRows).toBe(1n)
})

it('keeps the words said with it for whoever reads from now on, and names nobody where that is triage', async () => {
  const { lowNewtonOfficer } = world.viewers
  const caseId = await anotherCase(world)
  const target = await underReview(world, 'womensHouse', caseId, 1)
  const wide = await change(target, 2, lowNewtonOfficer, 'Asked again on the wing')
  const named = await change(next(target, wide), 1, lowNewtonOfficer, 'Wren Siskin takes it back')
  expect(named).toEqual({ ok: false, reason: 'names_person' })
  expect(await change(next(target, wide), 1, lowNewtonOfficer, 'She takes it back')).toMatchObject({
    ok: true,
  })
  const { rows } = await sql<{ tier: number }>`
    select n.tier from referral_note n join referral_history h on h.id = n.id
    where h.referral_id = ${target.referralId} and h.event = 'change_agreement' order by h.sequence`.execute(
    world.database.owner,
  )
  expect(rows).toEqual([{ tier: 2 }, { tier: 1 }])
})
