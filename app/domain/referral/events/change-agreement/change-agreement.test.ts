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
  underReview,
} from '@tests/factories/referral-world'
import { messagesOwed } from '@tests/factories/messages-owed'
import type { ReferralTarget } from '../act-on-referral.server'
import { agreedElsewhere } from '../../record/agreed-elsewhere.server'
import type { AgreedTier } from '../../referral'
import { changeAgreement } from './event'
import { changeWhatIsAgreed } from './act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const change = (
  target: ReferralTarget,
  agreedTier: AgreedTier,
  viewer = world.viewers.lowNewtonOfficer,
  note: string | null = null,
) => changeWhatIsAgreed(world.app, viewer, { ...target, agreedTier, note }, form())

/** The tiers of the case that are open to somebody by this referral. */
async function readBy(viewer: SignedInViewer, { referralId }: ReferralTarget): Promise<number[]> {
  const { rows } = await asViewer(world.app.db, viewer, trx =>
    sql<{ tier: number }>`
      select tier from case_reader where referral_id = ${referralId} and until > app_now()
        and (person_id is null or person_id = ${viewer.personId}) and (role is null or role = ${viewer.role})
      order by tier`.execute(trx),
  )
  return rows.map(({ tier }) => tier)
}

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

it('is with a provider: what is narrowed for one referral is for the others there, and the team reads which', async () => {
  const { firstManager, lowNewtonOfficer } = world.viewers
  const caseId = await anotherCase(world)
  const here = await underReview(world, 'womensHouse', caseId, 2)
  const there = await underReview(world, 'refuge', caseId, 3)
  const another = await underReview(world, 'hostel', caseId, 3)
  const elsewhere = async () => {
    const at = { id: here.referralId, caseId, providerOrganisationId: firstManager.organisationId }
    const others = await asViewer(world.app.db, lowNewtonOfficer, trx => agreedElsewhere(trx, at))
    return others.map(({ serviceName, agreedTier }) => [serviceName, agreedTier])
  }
  expect(await elsewhere()).toEqual([['Larch Refuge', 3]])
  const narrow = await change(here, 1)
  expect(narrow).toMatchObject({ ok: true })
  expect([await elsewhere(), await readBy(firstManager, there)]).toEqual([[], [1]])
  const told = await messagesOwed(world, there, 'change_agreement')
  expect(told.map(({ template }) => template).sort()).toEqual([
    'agreement_changed',
    'agreement_changed',
    'agreement_changed_here',
  ])
  // Of another provider nothing changes, and what is widened is for one referral.
  expect(await readBy(world.viewers.secondWorker, another)).toEqual([1, 3])
  expect(await change(next(here, narrow), 3)).toMatchObject({ ok: true })
  expect(await elsewhere()).toEqual([])
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
