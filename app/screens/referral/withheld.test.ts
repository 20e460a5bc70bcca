import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anotherCase, createReferralWorld, current, form } from '@tests/factories/referral-world'
import { offer, type ReferralWorld, submitted, underReview } from '@tests/factories/referral-world'
import { LOW, lowRisk, referredAsDecided, saveTopic, screenOf } from '@tests/factories/changed-referral'
import { VERY_HIGH } from '@tests/factories/changed-referral'
import { withdrawReferral } from '~/domain/referral/events/withdraw/act.server'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { inboxFor, teamReferralsFor } from '~/domain/referral/list/referral-lists.server'
import { inboxPage } from '~/screens/inbox/page'
import { teamPage } from '~/screens/referrals/page'
import type { ReferralScreen } from './page'

const RING = 'The referrer has something to tell you: ring'
const TOLD = 'You were told by phone on Mon 1 February'
const ENDED = { list: 'ended', page: 1 } as const

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

describe('an answer saved anew that may not be passed on', () => {
  it('adds no row to the provider’s page that was not there before', async () => {
    const caseId = await anotherCase(world)
    await saveTopic(world, caseId, 'risk', { ...LOW, arson: 'none', violence: 'none' })
    const target = await referredAsDecided(world, 'womensHouse', caseId)
    const before = await providersPage(target)
    const now = { ...LOW, arson: 'conviction', arsonYear: 2019, violence: 'none' } as const
    expect(await saveTopic(world, caseId, 'risk', now, 'no')).toMatchObject({ ok: true })
    const after = await providersPage(target)
    expect(labelsOf(after)).toEqual(labelsOf(before))
    expect(labelsOf(after)).toContain('Year of the arson conviction')
    expect(valueOf(before, 'Year of the arson conviction')).toBe('Does not apply')
    for (const row of ['Risk in bands', 'Year of the arson conviction', 'Year of the last violent incident'])
      expect(valueOf(after, row)).toBe(RING)
    expect(JSON.stringify(after)).not.toMatch(/2019|a conviction/)
  })

  it('is never “not known yet” on the page of another referral to the same provider', async () => {
    const caseId = await anotherCase(world)
    await saveTopic(world, caseId, 'risk', LOW)
    await referredAsDecided(world, 'womensHouse', caseId)
    const refuge = await referredAsDecided(world, 'refuge', caseId)
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    await passedOnOfOne(refuge)
    const page = await providersPage(refuge)
    expect(valueOf(page, 'Risk in bands')).toBe(RING)
    expect(page.fit.asOf).toBe(
      `as of the day it was referred, but for what is marked as changed since. ${RING}`,
    )
    expect(page.fit.rows.find(({ rule }) => rule.startsWith('Risk of serious harm'))).toMatchObject({
      known: 'Low, now Very high',
      fit: 'discuss',
      was: 'Changed since: fitted when referred',
    })
  })

  it('is said once above the rules to be of the day of the referral', async () => {
    const { caseId, target } = await lowRisk(world, id => referredAsDecided(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const { fit } = await providersPage(target)
    expect([fit.asOf, fit.isOfThatDay]).toEqual([`as of the day it was referred. ${RING}`, true])
    expect(fit.rows.find(({ rule }) => rule.startsWith('Risk of serious harm'))).toMatchObject({
      known: 'Low',
      fit: 'fits',
      was: null,
    })
  })
})

describe('a provider that has rung', () => {
  it('is called to ring no more, and reads on which day it was told', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    expect((await providersPage(target)).changed?.title).toBe(RING)
    expect(await inInbox(target)).toMatchObject({ words: 'Ring the referrer', ring: true })
    const read = { ...(await current(world, target)), changesRead: true }
    expect(await offer(world, 'womensHouse', read)).toMatchObject({ ok: true, state: 'offered' })
    const page = await providersPage(target)
    expect(page.changed).toBeNull()
    expect(valueOf(page, 'Risk in bands')).toBe(TOLD)
    expect(page.fit.asOf).toBe(`as of the day it was referred. ${TOLD}`)
    expect(await inInbox(target)).toEqual({ words: 'Told by phone', ring: true })
    expect(JSON.stringify(page)).not.toMatch(/very high|: ring/i)
  })

  it('is called again where something more changes', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'refuge', id))
    await saveTopic(world, caseId, 'risk', { rosh: 'high', roshAssessedOn: '2026-12-01' }, 'no')
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const read = { ...(await current(world, target)), changesRead: true }
    expect(await offer(world, 'refuge', read)).toMatchObject({ ok: true })
    await saveTopic(world, caseId, 'risk', LOW, 'no')
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const page = await providersPage(target)
    expect([page.changed?.title, valueOf(page, 'Risk in bands')]).toEqual([RING, RING])
  })
})

it('a referral that has ended carries no badge in any list, and calls nobody to ring', async () => {
  const { caseId, target } = await lowRisk(world, id => submitted(world, 'womensHouse', id))
  await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
  const { firstWorker, lowNewtonOfficer, lowNewtonColleague } = world.viewers
  const reasons = { primary: 'withdrawn.other', others: [], note: 'Elsewhere' }
  const now = { ...(await current(world, target)), reasons }
  expect(await withdrawReferral(world.app, lowNewtonOfficer, now, form())).toMatchObject({ ok: true })
  const at = world.app.clock()
  const lines = [
    ...inboxPage(await inboxFor(world.app, firstWorker, ENDED), at).lines,
    ...teamPage(await teamReferralsFor(world.app, lowNewtonColleague, ENDED), at).lines,
  ].filter(({ id }) => id === target.referralId)
  expect(lines.map(({ changed }) => changed)).toEqual([null, null])
  expect((await providersPage(target)).changed).toBeNull()
})

function providersPage(target: ReferralTarget): Promise<ReferralScreen> {
  return screenOf(world, world.viewers.firstWorker, target)
}

async function inInbox({ referralId }: ReferralTarget) {
  const read = await inboxFor(world.app, world.viewers.firstWorker)
  const lines = inboxPage(read, world.app.clock()).groups.flatMap(group => group.lines)
  return lines.find(({ id }) => id === referralId)?.changed
}

/** As was kept when the question was asked of each referral: passed on for this one, withheld by another of the same provider. */
async function passedOnOfOne({ referralId }: ReferralTarget): Promise<void> {
  await world.database.owner
    .updateTable('referralChange')
    .set({ passedOn: true, tier: 1, forProvider: false })
    .where('referralId', '=', referralId)
    .execute()
}

function rowsOf({ glance, opened }: ReferralScreen) {
  return [...glance, ...opened.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows))]
}

function labelsOf(screen: ReferralScreen): string[] {
  return [...rowsOf(screen).map(({ key }) => key), ...screen.fit.rows.map(({ rule }) => rule)].sort()
}

function valueOf(screen: ReferralScreen, label: string): string | undefined {
  return rowsOf(screen).find(({ key }) => key === label)?.value
}
