import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addAccount } from '@tests/factories/account'
import { referredAsDecided, saveTopic, screenOf } from '@tests/factories/changed-referral'
import { anotherCase, createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'

/** A refuge for people who have been abused and nobody else: how she fits shows at triage, never why (docs/decisions/0004). */

let world: ReferralWorld
let triage: SignedInViewer
beforeAll(async () => {
  world = await createReferralWorld()
  const { owner } = world.database
  triage = await addAccount(
    owner,
    world.organisations.firstProvider,
    'provider_worker',
    'triage@small.example.org',
  )
  const serviceId = world.services.refuge
  const stated = owner.selectFrom('servicePolicy').select('criteria').where('serviceId', '=', serviceId)
  const { criteria } = await stated.executeTakeFirstOrThrow()
  await owner
    .updateTable('servicePolicy')
    .set({ criteria: JSON.stringify({ ...(criteria as object), onlyFor: ['domestic_abuse'] }) })
    .where('serviceId', '=', serviceId)
    .execute()
})
afterAll(() => world.database.drop())

async function referredWith(abuse: 'current' | 'none' | 'unknown') {
  const caseId = await anotherCase(world)
  const fleeingViolence = abuse === 'unknown' ? 'unknown' : 'no'
  const saved = await saveTopic(world, caseId, 'safety', { abuse, fleeingViolence })
  expect(saved).toMatchObject({ ok: true })
  return referredAsDecided(world, 'refuge', caseId)
}

describe('a refuge for the abused alone', () => {
  it.each([
    ['current', 'fits', 'Has been abused'],
    ['none', 'does-not-fit', 'Of no group recorded'],
    ['unknown', 'ask', 'Of no group recorded'],
  ] as const)('shows below tier 3 how she fits and no reason: abuse, %s', async (abuse, fit, known) => {
    const target = await referredWith(abuse)
    const row = async (viewer: SignedInViewer) => {
      const { fit: shown } = await screenOf(world, viewer, target)
      return shown.rows.find(({ rule }) => rule === 'Who it is for: only people who have been abused')
    }
    for (const viewer of [triage, world.viewers.firstManager])
      expect(await row(viewer)).toMatchObject({ known: 'Open to the named assessor', why: null })
    expect((await row(triage))?.fit).toBe(fit === 'ask' ? 'discuss' : fit)
    expect(await row(world.viewers.firstWorker)).toMatchObject({ fit, known })
    const stored = await asViewer(world.app.db, triage, trx =>
      trx
        .selectFrom('referralDecision')
        .select(['tier', 'decision'])
        .where('referralId', '=', target.referralId)
        .execute(),
    )
    expect(stored.map(({ tier }) => tier)).toEqual([1])
    expect(JSON.stringify(stored)).not.toMatch(/Has been abused|"abuse"|fleeingViolence/)
  })
})
