import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hidden, openOfficerStage, type OfficerStage } from './officer-stage'

/**
 * A form that was refused keeps what it was drawn from: what a colleague saved meanwhile is never written over without a word,
 * however often the form is mended. Only a page that shows both versions lets it be sent over the newer one.
 */
let stage: OfficerStage
let home: string
let colleague: string

beforeAll(async () => {
  stage = await openOfficerStage()
  home = `/cases/${stage.world.cases.woman}`
  colleague = await stage.signInAs('lowNewtonColleague')
}, 300_000)
afterAll(() => stage.close())

describe('a form refused after a colleague saved', () => {
  it('does not write over her answers, when asked whether they may be passed on before she saved', async () => {
    await refer()
    const path = `${home}/answers/risk`
    const mine = { rosh: 'very_high' }
    const asked = await stage.post(path, { ...(await drawn(path)), ...mine })
    expect([asked.status, asked.body]).toEqual([200, expect.stringContaining('Does the person agree')])
    await saveAsColleague(path, { rosh: 'high', ...(await stage.passOn('no')) })
    const again = await stage.post(path, { ...carried(asked.body), ...mine, ...(await stage.passOn('yes')) })
    expect([again.status, again.body]).toEqual([409, expect.stringContaining('compare both versions')])
    expect((await stage.get(path)).body).toMatch(/checked="" value="high"/)
  })

  it('compares before it asks anything about the answers', async () => {
    const path = `${home}/answers/risk`
    const opened = await drawn(path)
    await saveAsColleague(path, { rosh: 'medium', ...(await stage.passOn('no')) })
    const sent = await stage.post(path, { ...opened, rosh: 'very_high' })
    expect(sent.status).toBe(409)
    const over = await stage.post(path, {
      ...carried(sent.body),
      rosh: 'very_high',
      ...(await stage.passOn('no')),
    })
    expect(over.status).toBe(303)
  })

  it('does not write over her answers, when a date was mistyped', async () => {
    const path = `${home}/answers/risk`
    const opened = await drawn(path)
    await saveAsColleague(path, { rosh: 'low', ...(await stage.passOn('no')) })
    const refused = await stage.post(path, {
      ...opened,
      rosh: 'high',
      arsonYear: '9999',
      ...(await stage.passOn('no')),
    })
    expect(refused.status).toBe(422)
    const again = await stage.post(path, {
      ...carried(refused.body),
      rosh: 'high',
      ...(await stage.passOn('no')),
    })
    expect(again.status).toBe(409)
    expect((await stage.get(path)).body).toMatch(/checked="" value="low"/)
  })

  it('does not move the release date back', async () => {
    const path = `${home}/release-date`
    const opened = await drawn(path)
    await saveAsColleague(path, moved('10', '3'))
    const refused = await stage.post(path, { ...opened, ...moved('31', '2') })
    expect(refused.status).toBe(422)
    const again = await stage.post(path, { ...carried(refused.body), ...moved('12', '3') })
    expect([again.status, again.body]).toEqual([409, expect.stringContaining('compare both versions')])
    expect((await stage.get(home)).body).toContain('Wed 10 March')
    const over = await stage.post(path, { ...carried(again.body), ...moved('12', '3') })
    expect(over.status).toBe(303)
  })

  it('does not decline what she has booked an assessment for', async () => {
    const referral = await refer()
    const worker = await stage.signInAs('firstWorker')
    const manager = await stage.signInAs('firstManager')
    const taken = await stage.post(
      `${referral}/take-to-assess`,
      await drawn(`${referral}/take-to-assess`, worker),
      worker,
    )
    expect(taken.status).toBe(303)
    const path = `${referral}/decline`
    const opened = await drawn(path, worker)
    const booking = `${referral}/book-assessment`
    const at = { 'day.day': '3', 'day.month': '2', 'day.year': '2027', time: '14:00', method: 'phone' }
    const booked = await stage.post(booking, { ...(await drawn(booking, manager)), ...at }, manager)
    expect(booked.status).toBe(303)
    const refused = await stage.post(path, opened, worker)
    expect(refused.status).toBe(422)
    const mended = { ...carried(refused.body), primary: 'capacity.no_bed_in_area' }
    expect((await stage.post(path, mended, worker)).status).toBe(409)
    expect((await stage.get(referral, worker)).body).not.toContain('Declined')
  })

  it('does not refer on an answer nobody has read', async () => {
    const path = `/cases/${stage.world.cases.woman}/refer/${stage.world.services.womensHouse}`
    const opened = await drawn(path)
    await stage.database.owner
      .updateTable('servicePolicy')
      .set({ criteria: JSON.stringify({ sex: 'men' }) })
      .where('serviceId', '=', stage.world.services.womensHouse)
      .execute()
    const refused = await stage.post(path, { ...opened, agreed: 'yes' })
    expect(refused.status).toBe(422)
    const mended = { ...carried(refused.body), agreed: 'yes', agreedTier: '1', justification: 'She asked' }
    const again = await stage.post(path, mended)
    expect([again.status, again.body]).toEqual([409, expect.stringContaining('Read the answer again')])
    const read = await stage.post(path, { ...mended, ...carried(again.body) })
    expect(read.status).toBe(303)
  })
})

/** Refers the woman to the refuge; gives the address of the referral, the same where she is referred already. */
async function refer(): Promise<string> {
  const { cases, services, viewers } = stage.world
  const path = `/cases/${cases.woman}/refer/${services.refuge}`
  const sent = { agreed: 'yes', agreedTier: '3', justification: 'She asked for it' }
  await stage.post(path, { ...(await drawn(path)), ...sent })
  const { id } = await stage.database.owner
    .selectFrom('referral')
    .select('id')
    .where('serviceId', '=', services.refuge)
    .where('referrerOrganisationId', '=', viewers.lowNewtonOfficer.organisationId)
    .executeTakeFirstOrThrow()
  return `/referrals/${id}`
}

async function saveAsColleague(path: string, fields: Record<string, string>): Promise<void> {
  const saved = await stage.post(path, { ...(await drawn(path, colleague)), ...fields }, colleague)
  expect(saved.status).toBe(303)
}

function moved(day: string, month: string): Record<string, string> {
  const date = { 'releaseOn.day': day, 'releaseOn.month': month, 'releaseOn.year': '2027' }
  return { ...date, releaseConfidence: 'firm', releaseType: 'automatic', cause: 'other' }
}

async function drawn(path: string, cookie?: string): Promise<Record<string, string>> {
  return carried((await stage.get(path, cookie)).body)
}

function carried(body: string): Record<string, string> {
  const names = ['idempotencyKey', 'version', 'releaseVersion', 'changes', 'shown']
  return Object.fromEntries(
    names.filter(name => body.includes(`name="${name}"`)).map(name => [name, hidden(body, name)]),
  )
}
