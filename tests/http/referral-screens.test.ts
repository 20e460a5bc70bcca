import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SmallPerson } from '@db/seeds/small'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { addDays } from '~/domain/time/calendar'
import { anotherCase, claimsOn, current, stateOf, submitted, underReview } from '../factories/referral-world'
import { postForm } from '../support/server'
import {
  type Answer,
  answerOf,
  day,
  NOW,
  offerOf,
  openReferralStage,
  type ReferralStage,
  sendEvent,
  TODAY,
} from './referral-stage'

const ABSENT_ID = '00000000-0000-4000-8000-000000000000'

let stage: ReferralStage
beforeAll(async () => {
  stage = await openReferralStage()
}, 300_000)
afterAll(() => stage.close())

describe('a referral from new to arrived, over HTTP', () => {
  let target: ReferralTarget
  beforeAll(async () => {
    target = await submitted(stage.world, 'womensHouse', stage.world.cases.woman)
  })

  it('shows triage no name, and the named assessor what was agreed', async () => {
    const triage = await page('firstWorker', `/referrals/${target.referralId}`)
    expect(triage.text).toContain('Woman, 30–39')
    expect(triage.text).not.toMatch(/Wagtail|Z9001AA|15 June 1990/)
    expect((await send('firstWorker', target, 'take-to-assess', {})).location).toBe(
      `/referrals/${target.referralId}`,
    )
    const opened = await page('firstWorker', `/referrals/${target.referralId}`)
    expect(opened.text).toMatch(/Canary Wagtail/)
    expect(opened.text).toContain('Open to you alone, as the named assessor')
    const inbox = await page('firstWorker', '/inbox')
    expect(inbox.text).not.toMatch(/Wagtail|Z9001AA/)
  })

  it('is offered, accepted and marked as arrived, each answered by its page with a banner', async () => {
    expect((await send('firstWorker', await now(target), 'offer', offerOf(stage, 0))).status).toBe(303)
    expect(await stateOf(stage.world, target)).toBe('offered')
    const offered = await page('lowNewtonColleague', `/referrals/${target.referralId}`)
    expect(offered.text).toContain('The person says yes')
    expect((await send('lowNewtonColleague', await now(target), 'accept', { saidYes: 'yes' })).status).toBe(
      303,
    )
    const here = {
      ...day('arrivedOn', TODAY),
      ...day('expectedDepartureOn', addDays(TODAY, 84)),
    }
    const tooEarly = await send('firstWorker', await now(target), 'arrive', here)
    expect(tooEarly.status).toBe(422)
    expect(tooEarly.text).toContain('<a href="#event-releasedEarly">That day is before the day of release')
    const arrived = await send('firstWorker', await now(target), 'arrive', { ...here, releasedEarly: 'yes' })
    expect(arrived.location).toBe(`/referrals/${target.referralId}`)
    expect(await stateOf(stage.world, target)).toBe('arrived')
    expect(await claimsOn(stage.world, 'womensHouse', 0)).toEqual(['occupied [2027-02-01,)'])
    const banner = await page('firstWorker', arrived.location, arrived.cookie)
    expect(banner.text).toContain('Marked as arrived. The referrer has been told')
  })
})

describe('an offer taken back', () => {
  const FROM_ON = addDays(TODAY, 7)

  async function takenBack(primary: string) {
    const target = await underReview(stage.world, 'hostel', await anotherCase(stage.world))
    const offer = { ...offerOf(stage, 1, 'hostel'), ...day('fromOn', FROM_ON) }
    expect((await send('secondWorker', target, 'offer', offer)).status).toBe(303)
    const back = await send('secondWorker', await now(target), 'take-back-offer', { primary })
    expect(back.status).toBe(303)
    const { text } = await page('secondWorker', back.location, back.cookie)
    return { target, text }
  }

  it('because the bedspace cannot be used leads on to the void of that bedspace, with the days of the offer', async () => {
    const bedspaceId = stage.world.bedspaces.hostel[1] ?? ''
    const { target, text } = await takenBack('take_back.bedspace_unusable')
    const address = `/vacancies/${bedspaceId}/void?referral=${target.referralId}`
    expect(text).toContain(`href="${address}"`)
    const form = await page('secondWorker', address)
    expect(boxes(form.text)).toEqual([
      ['fromOn.day', '8'],
      ['fromOn.month', '2'],
      ['fromOn.year', '2027'],
      ['untilOn.day', '26'],
      ['untilOn.month', '4'],
      ['untilOn.year', '2027'],
    ])
    expect(form.text).toContain('At first the last day of the offer you took back')
    const added = await post('secondWorker', address, {
      reason: 'repair',
      ...Object.fromEntries(boxes(form.text)),
    })
    expect(added.location).toBe('/vacancies')
    expect(await claimsOn(stage.world, 'hostel', 1)).toEqual(['void [2027-02-08,2027-04-26)'])
  })

  it('for another reason, or of another’s referral, leads to no void', async () => {
    await stage.world.database.owner
      .updateTable('bedspaceClaim')
      .set({ active: false, releasedAt: NOW })
      .where('bedspaceId', '=', stage.world.bedspaces.hostel[1] ?? '')
      .execute()
    const { target, text } = await takenBack('take_back.by_mistake')
    expect(text).toContain('The offer is taken back')
    expect(text).not.toContain('/void?')
    const bedspaceId = stage.world.bedspaces.womensHouse[1] ?? ''
    for (const id of [target.referralId, 'no-id', ABSENT_ID]) {
      const form = await page('firstWorker', `/vacancies/${bedspaceId}/void?referral=${id}`)
      expect(boxes(form.text).slice(0, 4)).toEqual([
        ['fromOn.day', '1'],
        ['fromOn.month', '2'],
        ['fromOn.year', '2027'],
        ['untilOn.day', ''],
      ])
    }
  })
})

/** The boxes of the dates of a page with what they hold. */
function boxes(text: string): [string, string][] {
  return [...text.matchAll(/<input[^>]*name="((?:from|until)On\.[a-z]+)"[^>]*>/g)].map(([tag, name = '']) => [
    name,
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ])
}

describe('a form about a referral', () => {
  it('is done once, however often it is sent', async () => {
    const target = await underReview(stage.world, 'hostel', await anotherCase(stage.world))
    const form = { ...offerOf(stage, 0, 'hostel'), idempotencyKey: crypto.randomUUID() }
    const answers = [
      await send('secondWorker', target, 'offer', form),
      await send('secondWorker', target, 'offer', form),
    ]
    expect(answers.map(answer => answer.status)).toEqual([303, 303])
    expect(await claimsOn(stage.world, 'hostel', 0)).toHaveLength(1)
    const other = await send('secondWorker', target, 'offer', { ...form, note: 'changed' })
    expect(other.status).toBe(422)
    expect(other.text).toContain('This form was already sent')
  })

  it('is refused at an old version, with what changed since', async () => {
    const target = await submitted(stage.world, 'womensHouse', await anotherCase(stage.world))
    await send('firstManager', target, 'take-to-assess', {})
    const late = await send('firstWorker', target, 'decline', { primary: 'capacity.no_bed_in_area' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('This referral changed while you had it open')
    expect(late.text).toContain('Taken to assess, by Test manager.first, Larch Women (fictional)')
    expect(await stateOf(stage.world, target)).toBe('under_review')
  })

  it('is refused where the state does not allow the event: drawn again with what was typed, and how it stands', async () => {
    const target = await submitted(stage.world, 'womensHouse', await anotherCase(stage.world))
    const early = await send('firstWorker', target, 'offer', {
      ...offerOf(stage, 1),
      note: 'Room with a view',
    })
    expect(early.status).toBe(409)
    expect(early.text).toContain('There is a problem')
    expect(early.text).toContain(
      '<a href="#how-it-stands">“Offer a bedspace” cannot be done now: the referral stands at Submitted</a>',
    )
    expect(early.text).toContain('id="how-it-stands"')
    expect(early.text).toContain(`href="/referrals/${target.referralId}"`)
    expect(early.text).toMatch(/<textarea[^>]*>Room with a view<\/textarea>/)
    expect(early.text).toMatch(
      new RegExp(
        `value="${stage.world.bedspaces.womensHouse[1]}"[^>]*checked|checked[^>]*value="${stage.world.bedspaces.womensHouse[1]}"`,
      ),
    )
    expect(await stateOf(stage.world, target)).toBe('submitted')
    const officers = await send('lowNewtonOfficer', target, 'take-to-assess', {})
    expect(officers.status).toBe(409)
    expect(officers.text).toContain('“Take this referral to assess” cannot be done now')
    const invalid = await send('firstWorker', target, 'offer', { note: 'Phone before noon' })
    expect([invalid.status, invalid.text.includes('Choose a bedspace')]).toEqual([422, true])
    expect(invalid.text).toContain('Phone before noon')
  })

  it('is not drawn at its address while the state does not allow the event', async () => {
    const target = await submitted(stage.world, 'womensHouse', await anotherCase(stage.world))
    const shown = await page('firstWorker', `/referrals/${target.referralId}/offer`)
    expect(shown.status).toBe(409)
    expect(shown.text).toContain('The referral stands at: Submitted.')
    expect(shown.text).not.toContain('<textarea')
  })

  it('says what is wrong and where, and keeps what was typed', async () => {
    const target = await underReview(stage.world, 'womensHouse', await anotherCase(stage.world))
    const bad = await send('firstWorker', target, 'offer', {
      'fromOn.day': '31',
      'fromOn.month': '2',
      'fromOn.year': '2027',
      note: 'Phone before noon',
    })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('There is a problem')
    expect(bad.text).toContain('href="#event-bedspaceId"')
    expect(bad.text).toContain('There is no 31 February 2027')
    expect(bad.text).toContain('Phone before noon')
    expect(bad.text).toContain('value="31"')
    const without = await send('firstWorker', target, 'decline', { primary: 'decline.other' })
    expect(without.text).toContain('Say in a few words what the other reason is')
    const tooEarly = await send('firstWorker', target, 'book-assessment', {
      ...day('day', addDays(TODAY, -1)),
      time: '14:00',
      method: 'phone',
    })
    expect(tooEarly.status).toBe(422)
    expect(tooEarly.text).toContain('must be today or later')
    expect(await stateOf(stage.world, target)).toBe('under_review')
  })
})

describe('a referral somebody has no part in', () => {
  it('is the same page that is not there, byte by byte, as an id that is none', async () => {
    const { referralId } = await submitted(stage.world, 'womensHouse', await anotherCase(stage.world))
    const strangers: SmallPerson[] = [
      'secondManager',
      'durhamOfficer',
      'commissioner',
      'councilOfficer',
      'editor',
    ]
    for (const person of strangers) {
      for (const part of ['', '/decline', '/accept']) {
        const own = await page(person, `/referrals/${referralId}${part}`)
        const absent = await page(person, `/referrals/${ABSENT_ID}${part}`)
        expect([own.status, own.text], `${person} ${part}`).toEqual([404, absent.text])
      }
      const sent = await send(person, { referralId, version: 1 }, 'withdraw', { primary: 'withdrawn.died' })
      expect([sent.status, sent.text]).toEqual([404, (await page(person, `/referrals/${ABSENT_ID}`)).text])
    }
    expect(await stateOf(stage.world, { referralId, version: 1 })).toBe('submitted')
  })

  it('sends who is signed out to sign in first', async () => {
    const answer = await fetch(`${stage.server.url}/referrals/${ABSENT_ID}`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe(`/sign-in?next=%2Freferrals%2F${ABSENT_ID}`)
  })
})

describe('a provider’s vacancies', () => {
  it('are confirmed, taken and free again in one tap each', async () => {
    const serviceId = stage.world.services.refuge
    const bedspaceId = stage.world.bedspaces.refuge[1] ?? ''
    expect((await tap('firstWorker', { intent: 'confirm', serviceId, backTo: 'today' })).location).toBe(
      '/today',
    )
    expect((await tap('firstWorker', { intent: 'taken', bedspaceId })).status).toBe(303)
    expect(await claimsOn(stage.world, 'refuge', 1)).toEqual(['occupied [2027-02-01,)'])
    const again = await tap('firstWorker', { intent: 'taken', bedspaceId })
    expect(again.status).toBe(409)
    expect(again.text).toContain('The bedspace is not free today')
    const claimId = await claimIdOn(bedspaceId)
    expect((await tap('secondWorker', { intent: 'left', claimId })).status).toBe(404)
    // Nobody came: a room that somebody left, if only after a day, would be made ready first.
    expect((await tap('firstWorker', { intent: 'not_taken', claimId })).status).toBe(303)
    expect(await claimsOn(stage.world, 'refuge', 1)).toEqual([])
  })

  it('say of a stay that somebody is leaving, surely or about a day, and that she is still here', async () => {
    const bedspaceId = stage.world.bedspaces.refuge[1] ?? ''
    await tap('firstWorker', { intent: 'taken', bedspaceId })
    const say = async (answer: string, on: string) => {
      const claimId = await claimIdOn(bedspaceId)
      return post('firstWorker', `/vacancies/${bedspaceId}/stay`, { claimId, answer, ...day('day', on) })
    }
    const board = async () => (await page('firstWorker', '/vacancies')).text
    const wrong = await say('sure', addDays(TODAY, -1))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('The day the person leaves must be today or later')
    expect((await say('sure', '2027-02-12')).location).toBe('/vacancies')
    // Friday 12 February and two working days: Tuesday 16.
    expect(await claimsOn(stage.world, 'refuge', 1)).toEqual(['occupied [2027-02-01,2027-02-16)'])
    expect(await board()).toContain('occupied, leaving on Fri 12 February (sure)')
    await say('about', '2027-02-19')
    expect(await board()).toContain('occupied, leaving about Fri 19 February')
    const unknown = await say('stays', '2027-02-20')
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('Clear the day, or choose that the person has left or is leaving on it')
    expect(unknown.text).toMatch(/name="day\.day"[^>]*value="20"/)
    expect(await board()).toContain('occupied, leaving about Fri 19 February')
    expect(await claimsOn(stage.world, 'refuge', 1)).toEqual(['occupied [2027-02-01,)'])
    const still = await tap('firstWorker', { intent: 'stays', claimId: await claimIdOn(bedspaceId) })
    expect([still.status, await claimsOn(stage.world, 'refuge', 1)]).toEqual([
      303,
      ['occupied [2027-02-01,)'],
    ])
    expect(await board()).not.toContain('leaving about Fri 19 February')
    const claimId = await claimIdOn(bedspaceId)
    const { cookie } = await tap('firstWorker', { intent: 'not_taken', claimId })
    expect((await page('firstWorker', '/vacancies', cookie)).text).toContain('Taken back: it is free')
  })

  it('count no more free than there are, until it is said that there are more', async () => {
    const serviceId = stage.world.services.flats
    await stage.world.database.owner
      .updateTable('bedspace')
      .set({ named: false })
      .where('serviceId', '=', serviceId)
      .execute()
    const count = (fields: Record<string, string>) =>
      post('secondWorker', `/vacancies/${serviceId}/count`, fields)
    const slip = await count({ free: '99', shown: '1' })
    expect(slip.status).toBe(422)
    expect(slip.text).toContain(
      '<a href="#count-free">You have 1 bedspace. Enter 1 or fewer, or say first that there are more beds</a>',
    )
    expect(slip.text).toContain('value="99"')
    const beds = { group: 'men', beds: '2', shown: '1' }
    const grown = await post('secondWorker', `/our-services/${serviceId}/rooms/beds`, beds)
    expect(grown.location).toBe(`/our-services/${serviceId}/rooms`)
    expect((await count({ free: '2', shown: '2' })).location).toBe('/vacancies')
  })

  it('keep what was typed where another person stays there by now, and where the count has changed', async () => {
    const bedspaceId = stage.world.bedspaces.refuge[1] ?? ''
    await tap('firstWorker', { intent: 'taken', bedspaceId })
    const claimId = await claimIdOn(bedspaceId)
    await tap('firstWorker', { intent: 'not_taken', claimId })
    await tap('firstWorker', { intent: 'taken', bedspaceId })
    const other = await claimIdOn(bedspaceId)
    const about = { answer: 'left', ...day('day', TODAY) }
    for (const sent of [{ ...about, claimId }, about]) {
      const answer = await post('firstWorker', `/vacancies/${bedspaceId}/stay`, sent)
      expect(answer.status).toBe(409)
      expect(answer.text).toContain('Another person stays there now')
      expect(answer.text).toMatch(/value="left"[^>]*checked|checked[^>]*value="left"/)
      expect(answer.text).toContain(`name="claimId" value="${other}"`)
    }
    expect(await claimIdOn(bedspaceId)).toBe(other)
    await tap('firstWorker', { intent: 'left', claimId: other })

    const serviceId = stage.world.services.flats
    const board = (await page('secondWorker', `/vacancies/${serviceId}/count`)).text
    expect(board).toContain('name="shown" value="2"')
    const counted = await post('secondWorker', `/vacancies/${serviceId}/count`, { free: '0', shown: '1' })
    expect(counted.status).toBe(409)
    expect(counted.text).toContain('What is free has changed since you opened this page')
    expect(counted.text).toMatch(/name="free"[^>]*value="0"|value="0"[^>]*name="free"/)
  })

  it('never show where a confidential service is', async () => {
    const { canary } = stage.world
    for (const path of ['/today', '/inbox', '/vacancies']) {
      const { text } = await page('firstManager', path)
      expect(
        [canary.address, canary.postcode, canary.detail].filter(secret => text.includes(secret)),
      ).toEqual([])
    }
  })
})

async function page(person: SmallPerson, path: string, said = ''): Promise<Answer> {
  const cookie = `${await stage.cookieOf(person)}; ${said}`
  return answerOf(await fetch(stage.server.url + path, { redirect: 'manual', headers: { cookie } }))
}

function send(
  person: SmallPerson,
  target: ReferralTarget,
  event: string,
  fields: Record<string, string>,
): Promise<Answer> {
  return sendEvent(stage, person, target, event, fields)
}

async function claimIdOn(bedspaceId: string): Promise<string> {
  const { id } = await stage.world.database.owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  return id
}

function tap(person: SmallPerson, fields: Record<string, string>): Promise<Answer> {
  return post(person, '/vacancies', fields)
}

async function post(person: SmallPerson, path: string, fields: Record<string, string>): Promise<Answer> {
  const cookie = await stage.cookieOf(person)
  const form = { idempotencyKey: crypto.randomUUID(), ...fields }
  return answerOf(await postForm(stage.server.url + path, form, { cookie }))
}

function now(target: ReferralTarget): Promise<ReferralTarget> {
  return current(stage.world, target)
}
