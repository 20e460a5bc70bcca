import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  anotherCase,
  createReferralWorld,
  form,
  next,
  offer,
  type ReferralWorld,
  seenBy,
  stateOf,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { standingRows } from '~/screens/referral/standing'
import type { ReferralTarget } from '../act-on-referral.server'
import { answerInformation } from '../answer-information/act.server'
import { recordPhoneAnswer } from '../answered-by-phone/act.server'
import { bookAssessment } from '../book-assessment/act.server'
import { declineReferral } from '../decline/act.server'
import { requestInformation } from '../request-information/act.server'
import { withdrawReferral } from '../withdraw/act.server'
import { takeQuestionBack } from './act.server'

/** What a provider may do while its question waits for an answer (product.md, "Lifecycle", "information requested"). */

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

async function asked(begin = underReview): Promise<ReferralTarget> {
  const target = await begin(world, 'womensHouse', await anotherCase(world))
  const question = { ...target, items: ['health_needs'] as const, note: null }
  return next(target, await requestInformation(world.app, world.viewers.firstWorker, question, form()))
}

/** The row of the page that says what is asked for, if any. */
async function askedFor(target: ReferralTarget): Promise<string | undefined> {
  const seen = await seenBy(world, world.viewers.lowNewtonOfficer, target)
  return standingRows(seen, world.app.clock()).find(({ key }) => key === 'The provider asks for')?.value
}

describe('a question that waits for its answer', () => {
  it('is taken back: under review in its full time, nothing left to answer, and both sides are told', async () => {
    const target = await asked()
    expect(await askedFor(target)).toBe('Health and support needs')
    const { firstManager, firstWorker, lowNewtonOfficer } = world.viewers
    const taken = await takeQuestionBack(world.app, firstManager, { ...target, note: 'Found it' }, form())
    expect(taken).toMatchObject({ ok: true, from: 'information_requested', state: 'under_review' })
    expect(await askedFor(target)).toBeUndefined()
    const seen = await seenBy(world, lowNewtonOfficer, target)
    // Monday 1 February, and three working days on.
    expect(seen.dueAt).toEqual(new Date('2027-02-04T17:00:00Z'))
    expect(seen.history[0]).toMatchObject({ event: 'take_back_question', note: 'Found it' })
    expect(await messagesOwed(world, target, 'take_back_question')).toEqual(
      expect.arrayContaining([
        { personId: lowNewtonOfficer.personId, template: 'question_taken_back' },
        { personId: firstWorker.personId, template: 'question_taken_back_here' },
      ]),
    )
    const late = { ...next(target, taken), note: 'Too late' }
    expect(await answerInformation(world.app, lowNewtonOfficer, late, form())).toMatchObject({
      ok: false,
      reason: 'state_does_not_allow',
    })
  })

  it('is answered by phone, in words both sides read', async () => {
    const target = await asked()
    const { firstWorker, lowNewtonOfficer } = world.viewers
    const say = (note: string) => recordPhoneAnswer(world.app, firstWorker, { ...target, note }, form())
    expect(await say('  ')).toEqual({ ok: false, reason: 'missing', missing: 'note' })
    expect(await say('Wren Siskin sees a nurse')).toEqual({ ok: false, reason: 'names_person' })
    expect(await stateOf(world, target)).toBe('information_requested')
    expect(await say('Sees a nurse once a week')).toMatchObject({ ok: true, state: 'under_review' })
    expect(await askedFor(target)).toBeUndefined()
    for (const viewer of [firstWorker, lowNewtonOfficer]) {
      const [line] = (await seenBy(world, viewer, target)).history
      expect(line).toMatchObject({
        event: 'answered_by_phone',
        note: 'Sees a nurse once a week',
        noteTier: 1,
      })
    }
    expect(
      (await messagesOwed(world, target, 'answered_by_phone')).map(({ template }) => template),
    ).toContain('answered_by_phone')
  })

  it('waits no longer once an assessment is booked, a bedspace offered, or it is declined', async () => {
    const { firstWorker } = world.viewers
    const booking = { method: 'phone', at: new Date('2027-02-05T10:00:00Z'), note: null } as const
    const booked = await asked()
    expect(await bookAssessment(world.app, firstWorker, { ...booked, ...booking }, form())).toMatchObject({
      ok: true,
      state: 'assessment_booked',
    })
    expect(await askedFor(booked)).toBeUndefined()
    const offeredOne = await asked()
    expect(await offer(world, 'womensHouse', offeredOne)).toMatchObject({ ok: true, state: 'offered' })
    expect(await askedFor(offeredOne)).toBeUndefined()
    const reasons = { primary: 'needs.pet', others: [], note: null }
    const declined = await asked()
    expect(await declineReferral(world.app, firstWorker, { ...declined, reasons }, form())).toMatchObject({
      ok: true,
      state: 'declined',
    })
  })

  it('is not offered a bedspace by anybody who never took it to assess', async () => {
    const target = await asked(submitted)
    expect(await offer(world, 'womensHouse', target, 1)).toEqual({
      ok: false,
      reason: 'state_does_not_allow',
      state: 'information_requested',
    })
  })

  it('is another provider’s business never, and the referrer’s not to take back', async () => {
    const target = await asked()
    const { secondManager, lowNewtonOfficer } = world.viewers
    const back = (viewer: typeof secondManager) =>
      takeQuestionBack(world.app, viewer, { ...target, note: null }, form())
    expect(await back(secondManager)).toEqual({ ok: false, reason: 'not_found' })
    expect(await back(lowNewtonOfficer)).toMatchObject({ ok: false, reason: 'state_does_not_allow' })
    expect(await stateOf(world, target)).toBe('information_requested')
  })

  it('is done by the first of two who answer and take back at once; the other reads that it changed', async () => {
    const target = await asked()
    const { firstWorker, firstManager } = world.viewers
    const results = await Promise.all([
      takeQuestionBack(world.app, firstManager, { ...target, note: null }, form()),
      recordPhoneAnswer(world.app, firstWorker, { ...target, note: 'A nurse' }, form()),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale', state: 'under_review' })
    const { lowNewtonOfficer } = world.viewers
    const reasons = { primary: 'withdrawn.other', others: [], note: 'x' }
    await withdrawReferral(
      world.app,
      lowNewtonOfficer,
      { ...target, version: target.version + 1, reasons },
      form(),
    )
    expect(await stateOf(world, target)).toBe('withdrawn')
  })
})
