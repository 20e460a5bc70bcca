import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hidden, openOfficerStage, type OfficerStage } from './officer-stage'

/** A form whose answer was lost on its way is sent again: it is told what its first sending did, whatever has changed since. */
let stage: OfficerStage
let home: string

beforeAll(async () => {
  stage = await openOfficerStage()
  home = `/cases/${stage.world.cases.woman}`
}, 300_000)
afterAll(() => stage.close())

describe('a form sent again', () => {
  it('that refers is told of its referral, though the policy, and with it the answer, changed since', async () => {
    const path = `${home}/refer/${stage.world.services.womensHouse}`
    const form = { ...(await drawn(path)), agreed: 'yes', agreedTier: '1', justification: 'She asked for it' }
    const first = await stage.post(path, form)
    await stage.database.owner
      .updateTable('servicePolicy')
      .set({ criteria: JSON.stringify({ sex: 'men' }) })
      .where('serviceId', '=', stage.world.services.womensHouse)
      .execute()
    await expectTheSame(path, form, first, /Referral R-\d+ was sent to Larch House/)
    expect(await countReferrals()).toBe(1)
  })

  it('that answers a topic, though a colleague saved the topic since', async () => {
    const path = `${home}/answers/money`
    const form = { ...(await drawn(path)), funding: 'own_money', ...(await stage.passOn('no')) }
    const first = await stage.post(path, form)
    await stage.post(path, {
      ...(await drawn(path)),
      funding: 'housing_benefit',
      ...(await stage.passOn('no')),
    })
    await expectTheSame(path, form, first, /Saved: money/)
    expect((await stage.get(path)).body).toMatch(/checked="" value="housing_benefit"/)
  })

  it('that moves the release date, though it was moved on since', async () => {
    const path = `${home}/release-date`
    const moved = (day: string) => ({
      ...{ 'releaseOn.day': day, 'releaseOn.month': '3', 'releaseOn.year': '2027' },
      ...{ releaseConfidence: 'firm', releaseType: 'automatic', cause: 'other' },
    })
    const form = { ...(await drawn(path)), ...moved('10') }
    const first = await stage.post(path, form)
    await stage.post(path, { ...(await drawn(path)), ...moved('11') })
    await expectTheSame(path, form, first, /The release date has been moved/)
    expect((await stage.get(home)).body).toContain('Thu 11 March')
  })
})

async function expectTheSame(
  path: string,
  form: Record<string, string>,
  first: { status: number; location: string },
  said: RegExp,
): Promise<void> {
  expect(first.status).toBe(303)
  const again = await stage.post(path, form)
  expect([again.status, again.location]).toEqual([303, first.location])
  expect((await stage.get(again.location, again.cookie)).body).toMatch(said)
}

async function drawn(path: string): Promise<Record<string, string>> {
  const { body } = await stage.get(path)
  const names = ['idempotencyKey', 'version', 'shown'].filter(name => body.includes(`name="${name}"`))
  return Object.fromEntries(names.map(name => [name, hidden(body, name)]))
}

async function countReferrals(): Promise<number> {
  const { count } = await stage.database.owner
    .selectFrom('referral')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('caseId', '=', stage.world.cases.woman)
    .executeTakeFirstOrThrow()
  return Number(count)
}
