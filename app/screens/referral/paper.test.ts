import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  offer,
  offered as offeredTo,
  type ReferralWorld,
  stateOf,
  submitted,
} from '@tests/factories/referral-world'
import type { PassOn } from '~/domain/case/answers/pass-on'
import { updateFacts } from '~/domain/casework/update-facts.server'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { goesOn } from '~/domain/referral/events/stay-goes-on/act.server'
import { referralPageFor } from './facts.server'
import { referralScreen } from './page'
import { takeToAssess } from '~/domain/referral/events/take-to-assess/act.server'
import { paperScreen } from './paper'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** The page of a referral as an assessor has it on screen, and on paper. */
async function pageOf({ referralId }: ReferralTarget, viewer: SignedInViewer) {
  const facts = await referralPageFor(world.app, viewer, referralId)
  if (!facts) throw new Error('no such referral')
  const now = world.app.clock()
  return {
    screen: JSON.stringify(referralScreen(facts, viewer.personId, now)),
    paper: paperScreen(facts, viewer.personId, now),
  }
}

/** Somebody else stays on in the bedspace: the referral is to be reconfirmed. */
async function goesOnBefore(target: ReferralTarget): Promise<void> {
  const { referralId } = target
  const { caseId } = await world.database.owner
    .selectFrom('referral')
    .select('caseId')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  await asViewer(world.app.db, world.viewers.firstWorker, trx =>
    goesOn(world.app, trx, null, { referralId, caseId }),
  )
  expect(await stateOf(world, target)).toBe('to_reconfirm')
}

const WHO = ['Wren Siskin', '3 February 1991', 'She has a sister in Blyth']

describe('the assessor’s print', () => {
  it('says what triage may know until a place is accepted, though the screen says more', async () => {
    const { firstWorker } = world.viewers
    const sent = await submitted(
      world,
      'womensHouse',
      await anotherCase(world),
      3,
      'She has a sister in Blyth',
    )
    expect((await pageOf(sent, firstWorker)).paper).toBeNull()

    const assessed = next(sent, await takeToAssess(world.app, firstWorker, sent, form()))
    const before = await pageOf(assessed, firstWorker)
    for (const told of WHO) {
      expect(before.screen).toContain(told)
      expect(JSON.stringify(before.paper)).not.toContain(told)
    }
    expect(before.paper).toMatchObject({
      opened: [],
      said: null,
      reference: expect.stringMatching(/^R-\d+$/) as string,
    })
    expect(before.paper?.glance).toContainEqual({ key: 'Release', value: 'Week of Mon 8 March · firm' })

    next(assessed, await offer(world, 'womensHouse', assessed))
    const offered = await pageOf(await current(world, assessed), firstWorker)
    expect(JSON.stringify(offered.paper)).not.toContain('Wren Siskin')
  })

  it('withholds what she does not agree to pass on, as the screen does', async () => {
    const { firstWorker, lowNewtonOfficer } = world.viewers
    const caseId = await anotherCase(world)
    const save = (rosh: 'low' | 'very_high', version: number, passOn: PassOn = {}) => {
      const facts = { rosh, roshAssessedOn: '2026-12-01' } as const
      return updateFacts(
        world.app,
        lowNewtonOfficer,
        { caseId, topic: 'risk', facts, version, passOn },
        form(),
      )
    }
    expect(await save('low', 0)).toMatchObject({ ok: true })
    const sent = await submitted(world, 'womensHouse', caseId)
    const assessed = next(sent, await takeToAssess(world.app, firstWorker, sent, form()))
    expect(JSON.stringify((await pageOf(assessed, firstWorker)).paper)).toContain('RoSH: low')
    expect(await save('very_high', 1, { [sent.referralId]: 'no' })).toMatchObject({ ok: true })
    const { screen, paper } = await pageOf(await current(world, assessed), firstWorker)
    for (const page of [screen, JSON.stringify(paper)]) {
      expect(page).not.toMatch(/very.high/i)
      expect(page).not.toContain('RoSH: low')
    }
    const told = 'The referrer has something to tell you: ring'
    expect(paper?.changed?.title).toBe(told)
    expect(paper?.glance).toContainEqual({ key: 'Risk in bands', value: told })
  })

  it('says no more of an offer to be reconfirmed that nobody has accepted, and what the screen does of a place that was', async () => {
    const { firstWorker } = world.viewers
    const place = await accepted(world, 'womensHouse', await anotherCase(world), 1)
    await goesOnBefore(place)
    expect((await pageOf(place, firstWorker)).paper).toBeNull()

    const offer = await offeredTo(world, 'refuge', await anotherCase(world))
    await goesOnBefore(offer)
    const { screen, paper } = await pageOf(offer, firstWorker)
    expect(screen).toContain('Wren Siskin')
    expect(screen).toContain('3 February 1991')
    expect(paper).not.toBeNull()
    expect(JSON.stringify(paper)).not.toMatch(/Wren Siskin|3 February 1991|A\d{4}[A-Z]{2}/)
  })

  it('says what the screen does once the person has accepted, and to the prison always', async () => {
    const target = await accepted(world, 'refuge', await anotherCase(world), 1)
    const { screen, paper } = await pageOf(target, world.viewers.firstWorker)
    expect(screen).toContain('Wren Siskin')
    expect(paper).toBeNull()
    expect((await pageOf(target, world.viewers.lowNewtonOfficer)).paper).toBeNull()
  })
})
