import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markTaken } from '~/domain/vacancy/claims/take-bedspace.server'
import { addService } from '../../factories/service'
import { anotherCase, form as once, stateOf, submitted } from '../../factories/referral-world'
import { postForm } from '../../support/server'
import { answerOf, openReferralStage, type ReferralStage } from '../referral-stage'

let stage: ReferralStage
beforeAll(async () => {
  stage = await openReferralStage()
}, 300_000)
afterAll(() => stage?.close())

describe('the page that closes a service', () => {
  it('names what is open there without the person, and declines it with the service', async () => {
    const { world, server } = stage
    const target = await submitted(world, 'womensHouse', await anotherCase(world))
    const address = `${server.url}/our-services/${world.services.womensHouse}/standing`
    const cookie = await stage.cookieOf('firstManager')
    const read = async () => (await answerOf(await fetch(address, { headers: { cookie } }))).text
    const send = async (fields: string[][]) => {
      const version = /name="version" value="(\d+)"/.exec(await read())?.[1] ?? ''
      const form = [
        ['idempotencyKey', crypto.randomUUID()],
        ['intent', 'close'],
        ['version', version],
      ]
      return answerOf(await postForm(address, [...form, ...fields], { cookie }))
    }
    const page = await read()
    const tick = `${target.referralId}.1`
    expect(page).toContain(`value="${tick}"`)
    expect(page).toContain('Submitted. Release in the week of Mon 8 March')
    expect(page).not.toContain('Siskin')

    const untold = await send([])
    expect([
      untold.status,
      untold.text.includes('Tick every referral and every nomination that is open there'),
    ]).toEqual([409, true])
    const noReason = await send([
      ['decline', tick],
      ['note', 'We lose the lease'],
    ])
    expect([noReason.status, noReason.text.includes('Choose the reason they are told')]).toEqual([422, true])
    expect(noReason.text).toContain('We lose the lease')
    expect(await stateOf(world, target)).toBe('submitted')

    const whole = [
      ['decline', tick],
      ['primary', 'capacity.not_enough_staff'],
      ['note', 'We lose the lease'],
    ]
    expect((await send(whole)).status).toBe(303)
    expect(await stateOf(world, target)).toBe('declined')
    const officer = { headers: { cookie: await stage.cookieOf('lowNewtonOfficer') } }
    const told = await answerOf(await fetch(`${server.url}/referrals/${target.referralId}`, officer))
    expect(told.text).toContain('We lose the lease')
    expect(told.text).toContain('Not enough staff')
  })

  it('says how many beds are occupied, leads to where their leaving is recorded, and closes nothing', async () => {
    const { world, server } = stage
    const { firstManager } = world.viewers
    const { id, bedspaceIds } = await addService(world.database.owner, {
      organisationId: firstManager.organisationId,
      bedspaces: 3,
    })
    for (const bedspaceId of bedspaceIds.slice(0, 2))
      expect(await markTaken(world.app, firstManager, bedspaceId, once())).toMatchObject({ ok: true })
    const address = `${server.url}/our-services/${id}/standing`
    const cookie = await stage.cookieOf('firstManager')
    const { text } = await answerOf(await fetch(address, { headers: { cookie } }))
    expect(text.replaceAll('<!-- -->', '')).toContain('2 beds are occupied there now')
    expect(text).toContain(`href="/vacancies#s-${id}"`)
    expect(text).not.toContain('Close this service')
    const form = [
      ['idempotencyKey', crypto.randomUUID()],
      ['intent', 'close'],
      ['version', /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''],
    ]
    const sent = await answerOf(await postForm(address, form, { cookie }))
    expect([sent.status, sent.text.includes('Somebody still lives there. Nothing was changed')]).toEqual([
      409,
      true,
    ])
  })
})
