import { describe, expect, it } from 'vitest'
import { asSignIn } from '@db/viewer-transaction'
import { giveSecondFactor } from '~/domain/account/second-factor/give-second-factor.server'
import { endSessionsOf, findSession } from '~/domain/account/session.server'
import { codeAt, signInAt } from '../../support/sign-in'
import { cookieAfter, postForm } from '../../support/server'
import { APP, ASK, carried, factorStage, recoveryCodes, STEP } from './factor-stage'

const stage = factorStage()
const { anOfficer, withApp, setUp, signedIn, now, read, send, whereTo, factorsOf, auditOf, newsOf } = stage

describe('somebody without a second factor', () => {
  it('is led to set one up before anything else opens, and on to what they asked for', async () => {
    const { email } = await anOfficer()
    const first = await postForm(`${stage.server.url}/sign-in`, {
      ...{ email, password: 'a password for tests alone', next: '/services?q=bed' },
    })
    const asked = first.headers.get('location')
    expect(asked).toBe('/sign-in/second-factor?next=%2Fservices%3Fq%3Dbed')
    const half = cookieAfter('', first)
    expect(await whereTo(asked ?? '', half)).toBe('/account/second-factor?next=%2Fservices%3Fq%3Dbed')
    expect(await whereTo('/cases', half)).toBe('/sign-in/second-factor?next=%2Fcases')

    const choice = await read('/account/second-factor?next=%2Fservices%3Fq%3Dbed', half)
    expect(choice.body).toContain('Set up a second factor')
    expect(choice.body).toContain(`href="${APP}?next=%2Fservices%3Fq%3Dbed"`)
    const page = await read(`${APP}?next=%2Fservices%3Fq%3Dbed`, half)
    const done = await send(`${APP}?next=%2Fservices%3Fq%3Dbed`, half, {
      ...carried(page.body),
      ...{ code: codeAt(new Date(stage.nowMs), page.typed), name: 'Work phone', next: '/services?q=bed' },
    })
    expect(done.status).toBe(200)
    expect(recoveryCodes(done.body)).toHaveLength(10)
    expect(done.body).toContain('href="/services?q=bed"')
    expect(done.cookie).not.toBe(half)
    expect(await whereTo('/', done.cookie)).toBe('/cases')
    // The half session has ended with it.
    expect(await whereTo('/cases', half)).toBe('/sign-in?next=%2Fcases')
  })

  it('draws the same secret again where the code is wrong, and keeps the name that was typed', async () => {
    const { email, viewer } = await anOfficer()
    const half = await signInAt(stage.server.url, email)
    const page = await read(APP, half)
    const again = await send(APP, half, { ...carried(page.body), code: '000000', name: 'Blue phone' })
    expect(again.status).toBe(422)
    expect(again.body).toContain('This is not the code the app shows now')
    expect(again.body).toContain('value="Blue phone"')
    expect(again.typed).toBe(page.typed)
    expect(await factorsOf(viewer.personId)).toEqual([])
    expect((await read(APP, half)).typed).not.toBe(page.typed)
  })

  it('says what is missing', async () => {
    const half = await signInAt(stage.server.url, (await anOfficer()).email)
    const page = await read(APP, half)
    const { body, status } = await send(APP, half, { ...carried(page.body), code: '12 34', name: '' })
    expect(status).toBe(422)
    expect(body).toContain('Enter the 6 digits that your app shows')
    expect(body).toContain('Give it a name, so that you know which it is')
  })

  it('cannot send a secret that was made for somebody else', async () => {
    const { email } = await anOfficer()
    const other = await read(APP, await signInAt(stage.server.url, (await anOfficer()).email))
    const code = codeAt(new Date(stage.nowMs), other.typed)
    const sent = { ...carried(other.body), code, name: 'A phone' }
    const refused = await send(APP, await signInAt(stage.server.url, email), sent)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('This page was open for too long. Scan the new code with your app')
    expect(refused.typed).not.toBe(other.typed)
  })

  it('keeps one factor where the form is sent twice', async () => {
    const { email, viewer } = await anOfficer()
    const half = await signInAt(stage.server.url, email)
    const page = await read(APP, half)
    const sent = { ...carried(page.body), code: codeAt(new Date(stage.nowMs), page.typed), name: 'A phone' }
    const both = await Promise.all([send(APP, half, sent), send(APP, half, sent)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 303])
    expect(await factorsOf(viewer.personId)).toEqual(['A phone'])
  })

  it('is not overtaken by another who knows the password: the first one set up is asked for', async () => {
    const { email, viewer } = await anOfficer()
    const [one, other] = [await signInAt(stage.server.url, email), await signInAt(stage.server.url, email)]
    const [mine, theirs] = [await read(APP, one), await read(APP, other)]
    const sent = (page: typeof mine, name: string) => ({
      ...{ ...carried(page.body), code: codeAt(new Date(stage.nowMs), page.typed), name },
    })
    expect((await send(APP, one, sent(mine, 'Mine'))).status).toBe(200)
    expect(await whereTo(APP, other)).toBe(`${ASK}?next=%2Faccount%2Fsecond-factor%2Fapp`)
    const late = await send(APP, other, sent(theirs, 'Theirs'))
    expect(late.location).toContain(ASK)
    expect(await factorsOf(viewer.personId)).toEqual(['Mine'])
  })
})

describe('the code of an app', () => {
  it('makes the session whole, with another token, and leads on', async () => {
    const { half } = await withApp()
    const given = await send(`${ASK}?next=%2Fservices`, half, { code: now(), next: '/services' })
    expect(given.location).toBe('/services')
    expect(given.cookie).not.toBe(half)
    expect(await whereTo('/', given.cookie)).toBe('/cases')
    expect(await whereTo('/cases', half)).toBe('/sign-in?next=%2Fcases')
  })

  it.each([
    ['one step early', -STEP, 303],
    ['one step late', STEP, 303],
    ['two steps early', -2 * STEP, 422],
    ['two steps late', 2 * STEP, 422],
  ])('is taken %s as it should be', async (_, off, status) => {
    const { half } = await withApp()
    expect((await send(ASK, half, { code: codeAt(new Date(stage.nowMs + off)) })).status).toBe(status)
  })

  it('is taken once, in whatever session, and none before it afterwards', async () => {
    const { email, half } = await withApp()
    const code = now()
    expect((await send(ASK, half, { code })).status).toBe(303)
    const again = await signInAt(stage.server.url, email)
    const refused = await send(ASK, again, { code })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('This code was used already')
    expect(refused.body).not.toContain(`value="${code}"`)
    expect((await send(ASK, again, { code: codeAt(new Date(stage.nowMs - STEP)) })).status).toBe(422)
    stage.pass(STEP)
    expect((await send(ASK, again, { code: now() })).status).toBe(303)
  })

  it('is taken once where it is sent twice at the same moment', async () => {
    const { email, half } = await withApp()
    const other = await signInAt(stage.server.url, email)
    const code = now()
    const both = await Promise.all([send(ASK, half, { code }), send(ASK, other, { code })])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it('that set an app up does not sign in', async () => {
    const { email } = await anOfficer()
    const half = await signInAt(stage.server.url, email)
    const page = await read(APP, half)
    const code = codeAt(new Date(stage.nowMs), page.typed)
    await send(APP, half, { ...carried(page.body), code, name: 'A phone' })
    expect((await send(ASK, await signInAt(stage.server.url, email), { code })).status).toBe(422)
  })

  it('is refused unread after ten tries, from however many sessions, for a quarter of an hour', async () => {
    const { email, half } = await withApp()
    const other = await signInAt(stage.server.url, email)
    const statuses: number[] = []
    for (let time = 0; time < 11; time += 1)
      statuses.push((await send(ASK, time % 2 === 0 ? half : other, { code: '000000' })).status)
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429])
    const right = await send(ASK, half, { code: now() })
    expect(right.status).toBe(429)
    expect(right.body).toContain('Too many tries. Wait 15 minutes, then try again')
    stage.pass(15 * 60_000)
    expect((await send(ASK, half, { code: now() })).status).toBe(303)
  })
})

describe('a half session that was ended', () => {
  it('is made whole by nothing', async () => {
    const { viewer, half } = await withApp()
    const found = await findSession(stage.database.app, half.split('=')[1] ?? '', new Date(stage.nowMs))
    if (found.kind !== 'half') throw new Error('The session is not half.')
    await asSignIn(stage.database.app, trx => endSessionsOf(trx, viewer.personId, new Date(stage.nowMs)))
    const given = await giveSecondFactor(stage.server.app, found, { by: 'app', code: now() }, 'other')
    expect(given).toEqual({ ok: false, reason: 'over' })
    expect((await send(ASK, half, { code: now() })).location).toBe('/sign-in')
  })
})

describe('a recovery code', () => {
  it('signs in once, however it is typed, and owes an email that says when', async () => {
    const { email, codes, viewer } = await setUp()
    const use = `${ASK}?use=recovery_code`
    const [code = ''] = codes
    const half = await signInAt(stage.server.url, email)
    expect((await read(use, half)).body).toContain('Enter a recovery code')
    const wrong = await send(use, half, { recoveryCode: 'aaaaa-aaaaa' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('This is none of your recovery codes')
    expect((await send(use, half, { recoveryCode: code.toUpperCase().replace('-', ' ') })).status).toBe(303)
    const again = await send(use, await signInAt(stage.server.url, email), { recoveryCode: code })
    expect(again.body).toContain('This recovery code was used already')
    expect(await newsOf(viewer.personId)).toEqual(['factor_added', 'recovery_code_used'])
  })

  it('of somebody else is none', async () => {
    const [one, other] = [await setUp(), await setUp()]
    const half = await signInAt(stage.server.url, other.email)
    const sent = await send(`${ASK}?use=recovery_code`, half, { recoveryCode: one.codes[0] ?? '' })
    expect(sent.status).toBe(422)
  })
})

describe('a second factor that was lost', () => {
  it('is taken away by an administrator: signed out at once, told, written down, and set up anew', async () => {
    const lost = await setUp()
    const administrator = await signedIn('administrator')
    const path = `/people/${lost.viewer.membershipId}/second-factor`
    expect((await read(path, administrator.cookie)).body).toContain(`Person at ${lost.email}`)
    expect((await send(path, administrator.cookie, {})).location).toBe(`/people/${lost.viewer.membershipId}`)
    expect(await whereTo('/cases', lost.cookie)).toBe('/sign-in?next=%2Fcases')
    expect(await factorsOf(lost.viewer.personId)).toEqual([])
    expect(await newsOf(lost.viewer.personId)).toEqual(['factor_added', 'factors_reset'])
    expect(await auditOf(lost.viewer.personId)).toEqual(['second-factor.add app', 'second-factor.reset -'])
    const half = await signInAt(stage.server.url, lost.email)
    expect(await whereTo(ASK, half)).toBe('/account/second-factor')
    // No recovery code of before opens it.
    const sent = { recoveryCode: lost.codes[0] ?? '' }
    expect((await send(`${ASK}?use=recovery_code`, half, sent)).location).toBe('/sign-in')
  })

  it('is taken away by nobody else, and not by oneself', async () => {
    const other = await setUp()
    const path = `/people/${other.viewer.membershipId}/second-factor`
    for (const role of ['officer', 'editor', 'provider_manager', 'coordinator'] as const)
      expect((await send(path, (await signedIn(role)).cookie, {})).status).toBe(404)
    const self = await signedIn('administrator')
    const own = `/people/${self.viewer.membershipId}/second-factor`
    expect((await send(own, self.cookie, {})).status).toBe(404)
    expect((await read(own, self.cookie)).body).toContain('Ask another administrator')
    expect(await factorsOf(other.viewer.personId)).toEqual(['A phone'])
  })
})

describe('a form that comes after its session had ended', () => {
  it('comes back after the second factor', async () => {
    const { email, half } = await withApp()
    const whole = await send(ASK, half, { code: now() })
    stage.pass(31 * 60_000)
    const late = await send('/cases/new', whole.cookie, { note: 'She asked for a quiet house' })
    const first = await postForm(stage.server.url + late.location, {
      ...{ email, password: 'a password for tests alone' },
      next: new URL(late.location, stage.server.url).searchParams.get('next') ?? '',
    })
    const asked = first.headers.get('location') ?? ''
    const next = new URL(asked, stage.server.url).searchParams.get('next') ?? ''
    expect(next).toMatch(/^\/kept-form\//)
    const given = await send(asked, cookieAfter('', first), { code: now(), next })
    expect(given.location).toBe(next)
    expect((await read(next, given.cookie)).body).toContain('She asked for a quiet house')
  })

  it('is kept too where the password was given meanwhile, for who has a mark of that person', async () => {
    const { half } = await withApp()
    const unmarked = await send('/cases/new', half, { note: 'anything' })
    expect(unmarked.location).toBe(`${ASK}?next=%2Fcases%2Fnew`)
    const whole = await withApp()
    const cookie = (await send(ASK, whole.half, { code: now() })).cookie
    const mark = /name="drawnFor" value="([^"]*)"/.exec((await read('/cases', cookie)).body)?.[1] ?? ''
    const again = await signInAt(stage.server.url, whole.email)
    const kept = await send('/cases/new', again, { note: 'quiet', drawnFor: mark })
    expect(kept.location).toMatch(/^\/sign-in\/second-factor\?next=%2Fkept-form%2F/)
  })
})
