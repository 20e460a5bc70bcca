import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SmallPerson } from '@db/seeds/small'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { declineReferral } from '~/domain/referral/events/decline/act.server'
import { requestInformation } from '~/domain/referral/events/request-information/act.server'
import {
  accepted,
  anotherCase,
  claimsOn,
  current,
  form,
  next,
  stateOf,
  underReview,
} from '../../factories/referral-world'
import { answerOf, openReferralStage, type ReferralStage, sendEvent } from '../referral-stage'

/** Undoing and putting right over HTTP: by those whose it is, and by strangers with the same well-formed forms. */

let stage: ReferralStage
beforeAll(async () => {
  stage = await openReferralStage()
}, 240_000)
afterAll(() => stage.close())

const WHY = { note: 'Recorded for the wrong person' }

async function page(person: SmallPerson, path: string) {
  const cookie = await stage.cookieOf(person)
  return answerOf(await fetch(stage.server.url + path, { headers: { cookie }, redirect: 'manual' }))
}

async function send(
  person: SmallPerson,
  target: ReferralTarget,
  event: string,
  fields: Record<string, string>,
) {
  return sendEvent(stage, person, await current(stage.world, target), event, fields)
}

async function declined(): Promise<ReferralTarget> {
  const { world } = stage
  const target = await underReview(world, 'womensHouse', await anotherCase(world))
  const reasons = { primary: 'needs.pet', others: [], note: null }
  return next(
    target,
    await declineReferral(world.app, world.viewers.firstWorker, { ...target, reasons }, form()),
  )
}

describe('a decline', () => {
  it('is undone from its page, which says until when; and the banner says how it stands', async () => {
    const target = await declined()
    const address = `/referrals/${target.referralId}`
    const own = await page('firstWorker', address)
    expect(own.text).toContain('Undo the decline')
    expect(own.text).toContain('This can be undone until 17:00 on Wed 3 February.')
    const theirs = await page('lowNewtonOfficer', address)
    expect(theirs.text).not.toContain('Undo')
    expect(theirs.text).toContain('If this is wrong, phone: it can be undone until 17:00 on Wed 3 February.')
    const bare = await send('firstWorker', target, 'undo-end', {})
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('<a href="#event-note">Say why in a few words</a>')
    const done = await send('firstWorker', target, 'undo-end', WHY)
    expect([done.status, done.location]).toEqual([303, address])
    const banner = await page('firstWorker', done.location)
    expect(banner.text).toContain('Ending undone')
    expect(banner.text).toContain('Had been: Declined')
    expect(await stateOf(stage.world, target)).toBe('under_review')
  })

  it('is undone by nobody else: strangers find no page, and the other side and a second colleague change nothing', async () => {
    const target = await declined()
    for (const stranger of ['durhamOfficer', 'secondManager', 'commissioner'] as const) {
      const answer = await send(stranger, target, 'undo-end', WHY)
      const nowhere = { ...target, referralId: crypto.randomUUID() }
      const absent = await sendEvent(stage, stranger, nowhere, 'undo-end', WHY)
      expect([stranger, answer.status, answer.text === absent.text]).toEqual([stranger, 404, true])
    }
    expect((await send('lowNewtonOfficer', target, 'undo-end', WHY)).status).toBe(409)
    expect(await stateOf(stage.world, target)).toBe('declined')
    const seen = await current(stage.world, target)
    expect((await sendEvent(stage, 'firstWorker', seen, 'undo-end', WHY)).status).toBe(303)
    const second = await sendEvent(stage, 'firstManager', seen, 'undo-end', WHY)
    expect(second.status).toBe(409)
    expect(second.text).toContain('Ending undone')
  })
})

describe('a question and a place', () => {
  it('are the provider’s to settle: an answer by phone, and another room', async () => {
    const { world } = stage
    const asked = await underReview(world, 'womensHouse', await anotherCase(world))
    const question = { ...asked, items: ['health_needs'] as const, note: null }
    next(asked, await requestInformation(world.app, world.viewers.firstWorker, question, form()))
    const answered = await page('firstWorker', `/referrals/${asked.referralId}/answered-by-phone`)
    expect(answered.text).toContain('Health and support needs')
    for (const stranger of ['durhamOfficer', 'secondManager'] as const)
      expect((await send(stranger, asked, 'answered-by-phone', { note: 'A nurse' })).status).toBe(404)
    expect((await send('firstWorker', asked, 'answered-by-phone', { note: 'A nurse' })).status).toBe(303)

    const place = await accepted(world, 'womensHouse', await anotherCase(world))
    const form1 = await page('firstWorker', `/referrals/${place.referralId}/other-room`)
    expect(form1.text).toContain('Room 2')
    expect(form1.text).not.toContain('value="' + world.bedspaces.womensHouse[0] + '"')
    const room = {
      bedspaceId: world.bedspaces.womensHouse[1] ?? '',
      conflictCheck: 'done',
      note: 'A burst pipe',
    }
    for (const stranger of ['durhamOfficer', 'secondManager', 'lowNewtonOfficer'] as const) {
      const { status } = await send(stranger, place, 'other-room', room)
      expect([stranger, status]).toEqual([stranger, stranger === 'lowNewtonOfficer' ? 409 : 404])
    }
    expect((await claimsOn(world, 'womensHouse', 0)).length).toBe(1)
    expect((await send('firstWorker', place, 'other-room', room)).status).toBe(303)
    expect([await claimsOn(world, 'womensHouse', 0), await claimsOn(world, 'womensHouse', 1)]).toEqual([
      [],
      ['hold [2027-03-08,2027-06-02)'],
    ])
  })
})
