import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { SmallService } from '@db/seeds/small-services'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Policy } from '~/domain/eligibility/policy'
import type { FactsPatch } from '~/domain/case/answers/facts-form'
import { referredAsDecided, saveTopic, screenOf, VERY_HIGH } from '@tests/factories/changed-referral'
import { peopleOwed } from '@tests/factories/messages-owed'
import {
  anotherCase,
  createReferralWorld,
  current,
  offer,
  type ReferralWorld,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { workerDecides, writePolicy } from '@tests/factories/written-policy'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { inboxFor, teamReferralsFor } from '../list/referral-lists.server'

/** Whoever writes a policy: every referral open to the service is decided again, and says where it comes out otherwise. */

const HIGH = { rosh: 'high', roshAssessedOn: '2026-12-01' } as const
const MEDIUM_AT_MOST = { rosh: { highest: 'medium', absolute: true } } as const
const ROSH =
  'Risk of serious harm: high, at 09:00 today. Now does not fit the policy, since the policy changed'
const OVERALL = 'Altogether: to discuss → does not fit, since the policy changed, at 09:00 today'

let world: ReferralWorld
let asStated: { serviceId: string; criteria: string }[]
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

beforeEach(async () => {
  const rows = await world.database.owner
    .selectFrom('servicePolicy')
    .select(['serviceId', 'criteria'])
    .execute()
  asStated = rows.map(({ serviceId, criteria }) => ({ serviceId, criteria: JSON.stringify(criteria) }))
})
afterEach(async () => {
  for (const { serviceId, criteria } of asStated) {
    await world.database.owner
      .updateTable('servicePolicy')
      .set({ criteria })
      .where('serviceId', '=', serviceId)
      .execute()
  }
  await workerDecides(world)
})

async function write(service: SmallService, patch: z.input<typeof Policy>): Promise<void> {
  await writePolicy(world, service, patch)
}

async function referredWith(
  facts: FactsPatch,
  refer: (caseId: string) => Promise<ReferralTarget>,
  topic: 'risk' | 'safety' | 'money' = 'risk',
) {
  const caseId = await anotherCase(world)
  expect(await saveTopic(world, caseId, topic, facts)).toMatchObject({ ok: true })
  return { caseId, target: await refer(caseId) }
}

/** What of the changes a viewer can find out by any query, whatever the page says. */
async function found(viewer: SignedInViewer, { referralId }: ReferralTarget) {
  return asViewer(world.app.db, viewer, async trx => {
    const changes = await trx
      .selectFrom('referralChange')
      .select('passedOn')
      .where('referralId', '=', referralId)
      .execute()
    const details = await trx
      .selectFrom('referralChangeDetail')
      .select('criterion')
      .where('referralId', '=', referralId)
      .orderBy('criterion')
      .execute()
    return { changes: changes.length, details: details.map(({ criterion }) => criterion) }
  })
}

describe('a policy that is written', () => {
  it('is noted for both sides, on the page, in the lists and in the history, and both are told', async () => {
    const { target } = await referredWith(HIGH, id => referredAsDecided(world, 'womensHouse', id))
    await write('womensHouse', MEDIUM_AT_MOST)
    expect(await workerDecides(world)).toBeGreaterThan(0)
    expect(await workerDecides(world)).toBe(0)
    const { lowNewtonOfficer, lowNewtonColleague, firstWorker } = world.viewers
    const officer = await screenOf(world, lowNewtonColleague, target)
    expect(officer.changed?.lines).toEqual([
      `${ROSH}. The provider reads it, as far as was agreed`,
      `${OVERALL}. The provider reads it, as far as was agreed`,
    ])
    expect(officer.history[0]).toMatchObject({
      what: 'Changed since it was referred',
      details: [
        'Risk of serious harm: high. Now does not fit the policy, since the policy changed',
        'Altogether: to discuss → does not fit, since the policy changed',
      ],
    })
    const provider = await screenOf(world, firstWorker, target)
    expect(provider.changed?.lines).toEqual([ROSH, OVERALL])
    expect(provider.fit.rows[0]).toMatchObject({
      rule: 'Risk of serious harm: up to medium, no higher',
      fit: 'does-not-fit',
      why: 'Risk of serious harm high: above their limit of medium',
    })
    const team = await teamReferralsFor(world.app, lowNewtonColleague)
    expect(team.referrals.find(({ id }) => id === target.referralId)?.changed.changes).toHaveLength(2)
    const inbox = await inboxFor(world.app, firstWorker)
    expect(inbox.referrals.find(({ id }) => id === target.referralId)?.changed.changes).toHaveLength(2)
    expect(await peopleOwed(world, target, 'changed')).toEqual(
      [lowNewtonOfficer, lowNewtonColleague, firstWorker].map(({ personId }) => personId).sort(),
    )
  })

  it('keeps that it was the policy, and by which versions it was decided', async () => {
    const { target } = await referredWith(HIGH, id => submitted(world, 'refuge', id))
    await write('refuge', MEDIUM_AT_MOST)
    await workerDecides(world)
    const { madeFrom } = await world.database.owner
      .selectFrom('referralChangeDetail')
      .select('madeFrom')
      .where('referralId', '=', target.referralId)
      .executeTakeFirstOrThrow()
    expect(madeFrom).toEqual({
      cause: 'policy',
      releaseVersion: 1,
      triage: 2,
      needs: 2,
      safety: 2,
      policy: 2,
    })
  })

  it('is on the page and before every offer at once, whether or not the worker has come by', async () => {
    const { target } = await referredWith(HIGH, id => underReview(world, 'womensHouse', id))
    await write('womensHouse', MEDIUM_AT_MOST)
    expect(await offer(world, 'womensHouse', target)).toMatchObject({ ok: false, reason: 'stale' })
    expect((await screenOf(world, world.viewers.firstWorker, target)).changed).not.toBeNull()
    expect(await offer(world, 'womensHouse', await current(world, target))).toEqual({
      ok: false,
      reason: 'changes_unread',
    })
    const { target: other } = await referredWith(HIGH, id => underReview(world, 'refuge', id))
    await write('refuge', MEDIUM_AT_MOST)
    expect((await screenOf(world, world.viewers.firstWorker, other)).changed?.lines).toEqual([ROSH, OVERALL])
  })

  it('written again and again is one noting, from the first to the last; written back, none', async () => {
    const { target } = await referredWith(HIGH, id => underReview(world, 'womensHouse', id))
    await write('womensHouse', { rosh: { highest: 'low', absolute: false } })
    await write('womensHouse', { rosh: { highest: 'very_high', absolute: false } })
    await write('womensHouse', MEDIUM_AT_MOST)
    await workerDecides(world)
    const { lowNewtonOfficer } = world.viewers
    expect(await found(lowNewtonOfficer, target)).toEqual({ changes: 1, details: ['overall', 'rosh'] })
    await write('womensHouse', { rosh: { highest: 'high', absolute: false } })
    expect((await screenOf(world, lowNewtonOfficer, target)).changed).toBeNull()
    await write('womensHouse', MEDIUM_AT_MOST)
    await write('womensHouse', { rosh: { highest: 'high', absolute: false } })
    await workerDecides(world)
    expect((await found(lowNewtonOfficer, target)).changes).toBe(2)
  })

  it('changes nothing of a referral sent afterwards, nor of one it does not touch', async () => {
    const { target: untouched } = await referredWith({ ...HIGH, rosh: 'low' }, id =>
      submitted(world, 'womensHouse', id),
    )
    await write('womensHouse', MEDIUM_AT_MOST)
    const { target: later } = await referredWith(HIGH, id => submitted(world, 'womensHouse', id))
    await workerDecides(world)
    for (const target of [untouched, later])
      expect((await found(world.viewers.lowNewtonOfficer, target)).changes).toBe(0)
  })

  it('makes no notice where it only aged, or was verified anew', async () => {
    const { target } = await referredWith(HIGH, id => submitted(world, 'womensHouse', id))
    const ninetyOneDaysAgo = new Date('2026-11-02T09:00:00Z')
    for (const verifiedAt of [ninetyOneDaysAgo, world.app.clock()]) {
      await world.database.owner
        .updateTable('servicePolicy')
        .set({ verifiedAt })
        .where('serviceId', '=', world.services.womensHouse)
        .execute()
      expect(await workerDecides(world)).toBe(0)
    }
    expect((await found(world.viewers.lowNewtonOfficer, target)).changes).toBe(0)
  })
})

describe('what the provider reads of it', () => {
  it('is his policy as it is now, where she fits it all the same', async () => {
    const { target } = await referredWith({ ...HIGH, rosh: 'low' }, id =>
      referredAsDecided(world, 'womensHouse', id),
    )
    await write('womensHouse', MEDIUM_AT_MOST)
    const { changed, fit } = await screenOf(world, world.viewers.firstWorker, target)
    expect(changed).toBeNull()
    expect(fit.asOf).toBe('as shown when it was referred, beside your policy as it is now')
    expect(fit.rows.find(({ rule }) => rule.startsWith('Risk of serious harm'))).toMatchObject({
      rule: 'Risk of serious harm: up to medium, no higher',
      known: 'Low',
      fit: 'fits',
    })
  })

  it('is only that there is something, where she does not agree to pass on what it hangs on', async () => {
    const { caseId, target } = await referredWith(HIGH, id => underReview(world, 'womensHouse', id))
    expect(await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')).toMatchObject({ ok: true })
    await write('womensHouse', MEDIUM_AT_MOST)
    await workerDecides(world)
    const { firstWorker, lowNewtonOfficer } = world.viewers
    const provider = await screenOf(world, firstWorker, target)
    expect(provider.changed).toMatchObject({
      title: 'The referrer has something to tell you: ring',
      lines: [],
    })
    expect(JSON.stringify(provider)).not.toMatch(/very high|above their limit/i)
    expect((await found(firstWorker, target)).details).toEqual([])
    const officer = await screenOf(world, lowNewtonOfficer, target)
    expect(officer.changed?.lines[0]).toBe(
      'Risk of serious harm: high → very high, at 09:00 today. Now does not fit the policy, since the policy changed. The provider reads only: ring',
    )
  })

  it('is no answer above his tier, nor how it comes out by that answer', async () => {
    // No recourse to public funds is tier 2: nobody has taken her to assess.
    const { target } = await referredWith(
      { recourse: 'no' },
      id => submitted(world, 'womensHouse', id),
      'money',
    )
    await write('womensHouse', { nrpf: 'no' })
    await workerDecides(world)
    const { firstWorker, lowNewtonOfficer } = world.viewers
    expect((await found(firstWorker, target)).details).toEqual([])
    expect((await screenOf(world, firstWorker, target)).changed?.lines).toEqual([])
    expect((await found(lowNewtonOfficer, target)).details).toEqual(['nrpf', 'overall'])
  })

  it.each([
    ['needs women-only', { needsWomenOnly: 'yes', abuse: 'none', fleeingViolence: 'no' }, ['sex']],
    ['does not', { needsWomenOnly: 'no', abuse: 'none', fleeingViolence: 'no' }, []],
  ] as const)(
    'is nothing of a house that takes men too from now on, whether she %s or not',
    async (_, safety, read) => {
      const { target } = await referredWith(safety, id => underReview(world, 'womensHouse', id), 'safety')
      await write('womensHouse', { sex: 'mixed' })
      await workerDecides(world)
      const { firstWorker, lowNewtonOfficer } = world.viewers
      expect(await found(firstWorker, target)).toEqual({ changes: 0, details: [] })
      expect(await peopleOwed(world, target, 'changed')).toEqual([])
      expect((await found(lowNewtonOfficer, target)).details).toEqual(read)
    },
  )

  it.each(['current', 'none'] as const)(
    'is nothing of a house that is for the abused alone from now on: abuse, %s',
    async abuse => {
      const safety = { needsWomenOnly: 'no', abuse, fleeingViolence: 'no' } as const
      const { target } = await referredWith(safety, id => underReview(world, 'womensHouse', id), 'safety')
      const before = await screenOf(world, world.viewers.firstWorker, target)
      await write('womensHouse', { onlyFor: ['domestic_abuse'] })
      await workerDecides(world)
      const after = await screenOf(world, world.viewers.firstWorker, target)
      expect([after.changed, after.version, after.history]).toEqual([null, before.version, before.history])
      expect(JSON.stringify(after)).not.toMatch(/abused/i)
      const officer = await screenOf(world, world.viewers.lowNewtonOfficer, target)
      expect(officer.changed?.lines[0]).toContain('The provider is not told')
    },
  )
})
