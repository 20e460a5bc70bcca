import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOW, lowRisk, saveTopic, screenOf } from '@tests/factories/changed-referral'
import { moveRelease } from '@tests/factories/moved-release'
import { createReferralWorld, type ReferralWorld, underReview } from '@tests/factories/referral-world'
import { workerDecides, writePolicy } from '@tests/factories/written-policy'
import { supplyFor } from '../supply/queries.server'
import { loadDocuments } from '../index/service-document.server'
import type { ReferralTarget } from '../referral/events/act-on-referral.server'
import { POLICY_UNREADABLE } from './service-policy.server'
import { findServiceFor } from './service-queries.server'

/** What an administrator wrote as a policy and is none: no page fails by it, and whoever reads it is to ask. */

const NO_POLICY = { arson: { rule: 'sometimes' }, ageMin: 'eighteen' }

let world: ReferralWorld
let caseId: string
let target: ReferralTarget
const told: unknown[] = []
const listen = (message: unknown) => told.push(message)
beforeAll(async () => {
  world = await createReferralWorld()
  const referred = await lowRisk(world, id => underReview(world, 'womensHouse', id))
  caseId = referred.caseId
  target = referred.target
  subscribe(POLICY_UNREADABLE, listen)
  await writePolicy(world, 'womensHouse', NO_POLICY)
})
afterAll(async () => {
  unsubscribe(POLICY_UNREADABLE, listen)
  await world.database.drop()
})

describe('a stored policy that cannot be read', () => {
  it('is decided again as one to ask about', async () => {
    expect(await workerDecides(world)).toBe(1)
    const { lowNewtonOfficer, firstWorker } = world.viewers
    for (const viewer of [lowNewtonOfficer, firstWorker]) {
      const { changed } = await screenOf(world, viewer, target)
      expect(changed?.lines.join()).toContain('Policy verified: does not apply → to discuss')
    }
    const { fit } = await screenOf(world, lowNewtonOfficer, target)
    expect(JSON.stringify(fit)).toContain('Their policy cannot be read: ask')
  })

  it('keeps nobody from saving a topic or moving a date', async () => {
    expect(await saveTopic(world, caseId, 'risk', { ...LOW, arson: 'conviction' })).toMatchObject({
      ok: true,
    })
    expect(await moveRelease(world, caseId, '2027-03-02')).toMatchObject({ ok: true })
  })

  it('is shown as not stated and never verified on the page of the service, in supply and in the index', async () => {
    const { app, services, viewers } = world
    const id = services.womensHouse
    const shown = (await findServiceFor(app.db, viewers.firstWorker, id, app.clock()))?.forProfessionals
    expect(shown?.policy.filter(({ words }) => !words.endsWith('not stated'))).toEqual([
      { criterion: 'support_level', words: 'Support: high support' },
    ])
    expect(shown).toMatchObject({ policyVerifiedAt: null, isPolicyVerified: false })
    await expect(supplyFor(app.db, viewers.firstWorker, app.clock())).resolves.toHaveProperty('rows')
    const [document] = await loadDocuments(app.db, [id], app.clock())
    expect(document).toMatchObject({ id, policyVerifiedAt: null })
  })

  it('is told to whoever keeps the log, by service and criterion and never by what is written', () => {
    expect(told.length).toBeGreaterThan(0)
    for (const message of told)
      expect(message).toEqual({ serviceId: world.services.womensHouse, criteria: ['ageMin', 'arson'] })
  })
})
