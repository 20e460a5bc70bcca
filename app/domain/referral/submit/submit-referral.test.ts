import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  ELIGIBLE,
  form,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { decideForCase } from '../../../screens/case-refer/facts.server'
import { writeFacts } from '../../case/answers/write-facts.server'
import { decisionMark } from './decision-mark.server'
import { lockCase } from '../../case/record/lock-case.server'
import { findReferralFor } from '../record/referral-queries.server'
import { inboxFor, teamReferralsFor } from '../list/referral-lists.server'
import type { NewReferral } from './new-referral'
import { submitReferral } from './submit-referral.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function referral(more: Partial<NewReferral> = {}): NewReferral {
  const { cases, services } = world
  return {
    caseId: cases.woman,
    serviceId: services.womensHouse,
    agreed: true,
    agreedTier: 2,
    decision: ELIGIBLE,
    justification: null,
    ...more,
  }
}

/** How many wait for what another transaction holds. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from pg_locks
    where not granted and database = (select oid from pg_database where datname = current_database())`.execute(
    world.database.owner,
  )
  return rows[0]?.waiting ?? 0
}

function submit(input: NewReferral, request = form()) {
  return submitReferral(world.app, world.viewers.lowNewtonOfficer, input, request)
}

describe('submitting a referral', () => {
  it('is refused without the person’s agreement', async () => {
    expect(await submit(referral({ agreed: false }))).toEqual({ ok: false, reason: 'agreement_needed' })
  })

  it('is refused against the result without a justification', async () => {
    const decision = { ...ELIGIBLE, outcome: 'not_eligible' } as const
    expect(await submit(referral({ decision, justification: '  ' }))).toEqual({
      ok: false,
      reason: 'justification_needed',
    })
  })

  it('is refused to a service that is not there, or is referred to elsewhere', async () => {
    expect(await submit(referral({ serviceId: crypto.randomUUID() }))).toEqual({
      ok: false,
      reason: 'service_not_found',
    })
    const { flats } = world.services
    await setRoute(flats, 'phone')
    expect(await submit(referral({ serviceId: flats }))).toEqual({ ok: false, reason: 'service_not_here' })
    await setRoute(flats, 'here')
  })

  it('is refused to a service that is paused, until it is open again', async () => {
    const { flats } = world.services
    const pause = (pausedAt: Date | null, pausedReason: string | null) =>
      world.database.owner
        .updateTable('service')
        .set({ pausedAt, pausedReason })
        .where('id', '=', flats)
        .execute()
    await pause(new Date('2027-01-04T10:00:00Z'), 'full')
    expect(await submit(referral({ serviceId: flats }))).toEqual({ ok: false, reason: 'service_paused' })
    await pause(null, null)
  })

  it('is refused for the case of another prison, as if it were not there', async () => {
    const { man } = world.cases
    expect(await submit(referral({ caseId: man }))).toEqual({ ok: false, reason: 'not_found' })
    expect(await submitReferral(world.app, world.viewers.firstManager, referral(), form())).toEqual({
      ok: false,
      reason: 'not_found',
    })
  })

  it('reaches the provider’s inbox at once, with no name in it, due the next working day', async () => {
    const made = await submit(referral({ justification: 'She asked for it' }))
    expect(made).toMatchObject({ ok: true, reference: expect.stringMatching(/^R-\d{5}$/) as string })
    const [line] = (await inboxFor(world.app, world.viewers.firstWorker)).referrals
    expect(line).toMatchObject({
      state: 'submitted',
      actsNext: 'provider',
      serviceName: 'Larch House',
      dueAt: new Date('2027-02-02T17:00:00Z'),
      releaseOn: '2027-03-08',
      triage: { ageBand: '30_39', arson: 'none' },
    })
    expect(JSON.stringify(line)).not.toMatch(/Wagtail|Z9001AA|1990/)
  })

  it('shows the provider’s triage no identity and nothing in the officer’s own words', async () => {
    const [line] = (await teamReferralsFor(world.app, world.viewers.lowNewtonColleague)).referrals
    expect(line).toMatchObject({ personName: 'Canary Wagtail', providerName: 'Larch Women (fictional)' })
    const id = line?.id ?? ''
    const seen = await findReferralFor(world.app, world.viewers.firstManager, id)
    expect(seen).toMatchObject({ side: 'provider', tier: 1, justification: null })
    expect(seen?.person?.identity).toBeNull()
    expect(seen?.person?.facts).toMatchObject({
      rosh: 'low',
      substances: 'unknown',
      needsWomenOnly: 'unknown',
    })
    const own = await findReferralFor(world.app, world.viewers.lowNewtonColleague, id)
    expect(own).toMatchObject({
      side: 'referrer',
      tier: 3,
      justification: 'She asked for it',
      person: { identity: { name: 'Canary Wagtail' } },
    })
  })

  it('is refused while one to the same service is open, and says which', async () => {
    const [line] = (await teamReferralsFor(world.app, world.viewers.lowNewtonOfficer)).referrals
    expect(await submit(referral())).toEqual({ ok: false, reason: 'already_referred', referralId: line?.id })
  })

  it('is done once for one form, however often it is sent', async () => {
    const caseId = await anotherCase(world)
    const request = form('body')
    const [first, second] = await Promise.all([
      submit(referral({ caseId }), request),
      submit(referral({ caseId }), request),
    ])
    expect(second).toEqual(first)
    expect(await submit(referral({ caseId }), request)).toEqual(first)
    expect(await submit(referral({ caseId }), { ...request, fingerprint: 'another body' })).toEqual({
      ok: false,
      reason: 'different',
    })
    expect(await countReferrals(caseId)).toBe(1)
  })

  it('by two colleagues in the same instant makes one referral', async () => {
    const caseId = await anotherCase(world)
    const { lowNewtonOfficer, lowNewtonColleague } = world.viewers
    const results = await Promise.all(
      [lowNewtonOfficer, lowNewtonColleague].map(viewer =>
        submitReferral(world.app, viewer, referral({ caseId }), form()),
      ),
    )
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({ reason: 'already_referred' })
  })
})

describe('who sees a referral', () => {
  it('is nobody but its two parties', async () => {
    const { hostel } = world.services
    const made = await submit(referral({ caseId: await anotherCase(world), serviceId: hostel }))
    const id = made.ok ? made.referralId : ''
    const { secondManager, durhamOfficer, councilOfficer, editor, administrator, commissioner } =
      world.viewers
    const { firstManager } = world.viewers
    expect(await findReferralFor(world.app, firstManager, id)).toBeNull()
    for (const viewer of [durhamOfficer, councilOfficer, editor, administrator]) {
      expect(await findReferralFor(world.app, viewer, id)).toBeNull()
      expect(
        await asViewer(world.app.db, viewer, trx => trx.selectFrom('referral').select('id').execute()),
      ).toEqual([])
    }
    const others = await asViewer(world.app.db, secondManager, trx =>
      trx.selectFrom('referral').select(['id', 'serviceId']).execute(),
    )
    expect(others).toEqual([{ id, serviceId: hostel }])
    const asCommissioner = asViewer(world.app.db, commissioner, trx => sql`select from referral`.execute(trx))
    await expect(asCommissioner).rejects.toThrow('permission denied')
  })

  it('leaves a trace of every read', async () => {
    const { firstWorker } = world.viewers
    const [line] = (await inboxFor(world.app, firstWorker)).referrals
    await findReferralFor(world.app, firstWorker, line?.id ?? '')
    const entries = await world.database.owner
      .selectFrom('auditEntry')
      .select(['action', 'detail'])
      .where('personId', '=', firstWorker.personId)
      .where('subjectId', '=', line?.id ?? '')
      .execute()
    expect(entries).toContainEqual({ action: 'referral.read', detail: { tier: 1, side: 'provider' } })
  })
})

async function setRoute(serviceId: string, referralRoute: string): Promise<void> {
  await world.database.owner
    .updateTable('service')
    .set({ referralRoute })
    .where('id', '=', serviceId)
    .execute()
}

async function countReferrals(caseId: string): Promise<number> {
  const rows = await world.database.owner
    .selectFrom('referral')
    .select('id')
    .where('caseId', '=', caseId)
    .execute()
  return rows.length
}

describe('a referral that waits for its case', () => {
  it('is refused where an answer is saved while it waits for the case', async () => {
    const caseId = await anotherCase(world)
    const { lowNewtonOfficer: viewer } = world.viewers
    const decided = await decideForCase(world.app, viewer, caseId, world.services.refuge)
    if (!decided) throw new Error('Not decided')
    const { decision } = decided
    const input = referral({ caseId, serviceId: world.services.refuge, decision, justification: 'Asked' })
    const shown = decisionMark(decision)
    const sent = await world.database.owner.transaction().execute(async trx => {
      await lockCase(trx, caseId)
      const sending = submit({ ...input, shown })
      await expect.poll(waiting).toBe(1)
      const risk = { rosh: 'very_high', roshAssessedOn: '2026-12-01' } as const
      await writeFacts(trx, caseId, { ...decided.found.facts, ...risk })
      return { sending }
    })
    expect(await sent.sending).toEqual({ ok: false, reason: 'decided_again' })
    const again = await decideForCase(world.app, viewer, caseId, world.services.refuge)
    if (!again) throw new Error('Not decided')
    const read = { ...input, decision: again.decision, shown: decisionMark(again.decision) }
    expect(await submit(read)).toMatchObject({ ok: true })
  })
})
