import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hidden, NEW_CASE, type OfficerStage, openOfficerStage } from '../officer-stage'

let stage: OfficerStage
let home = ''
beforeAll(async () => {
  stage = await openOfficerStage()
  const made = await stage.post('/cases/new', { ...NEW_CASE, prisonNumber: 'Z7301AB', name: 'Ouzel Checked' })
  home = made.location.split('?')[0] ?? ''
}, 300_000)
afterAll(() => stage?.close())

async function drawn(address: string, cookie?: string) {
  const { body } = await stage.get(address, cookie)
  return { version: hidden(body, 'version'), idempotencyKey: hidden(body, 'idempotencyKey') }
}

describe('the checks of a case', () => {
  it('stand on its page with the day each is due, and what cannot be known yet leads nowhere', async () => {
    const { body } = await stage.get(home)
    expect(body).toMatch(/checks\/reception"[^>]*>Reception check<.*Due Fri 5 February/)
    expect(body).toContain('First night')
    expect(body).not.toContain('/checks/first-night"')
  })

  it('are refused in plain words before they can be known, and what was typed is kept', async () => {
    const page = `${home}/checks/day-91`
    const { status, body } = await stage.post(page, { ...(await drawn(page)), settled: 'custody' })
    expect(status).toBe(422)
    expect(body).toContain('this can be known from')
    expect(body).toMatch(/value="custody"[^>]*checked|checked[^>]*value="custody"/)
  })

  it('are not there for another prison', async () => {
    const other = await stage.signInAs('durhamOfficer')
    expect((await stage.get(`${home}/checks/reception`, other)).status).toBe(404)
    expect((await stage.post(`${home}/checks/reception`, { housing: 'nowhere' }, other)).status).toBe(404)
    expect((await stage.post(`${home}/checks/reception`, {}, other)).status).toBe(404)
  })

  it('are recorded once, listed until then, corrected with a reason, and read with what they said before', async () => {
    const page = `${home}/checks/reception`
    const answers = { housing: 'nowhere', hnia: 'not_yet' }
    const form = { ...(await drawn(page)), ...answers }
    expect((await stage.post(page, form)).location).toBe(home)
    expect((await stage.post(page, form)).location).toBe(home)
    stage.wait(4 * 86_400_000)
    const later = await stage.signInAs('lowNewtonOfficer')
    expect((await stage.get('/cases?state=due', later)).body).toMatch(/Ouzel Checked.*checks\/reception/)
    const done = { ...(await drawn(page, later)), housing: 'place', hnia: 'done' }
    const unsaid = await stage.post(page, done, later)
    expect([unsaid.status, unsaid.body.includes('href="#check-because"')]).toEqual([422, true])
    expect(unsaid.body).toMatch(/value="place"[^>]*checked|checked[^>]*value="place"/)
    expect((await stage.post(page, { ...done, because: 'wrong' }, later)).location).toBe(home)
    expect((await stage.get('/cases?state=due', later)).body).not.toContain('Ouzel Checked')
    const { body } = await stage.get(page, later)
    expect(body).toContain('What it said before')
    expect(body).toMatch(/as things stand\?(<!-- -->)? (<!-- -->)?<strong>Nowhere to live/)
    expect(body).toContain('It was recorded wrongly, and should not count')
  })
})
