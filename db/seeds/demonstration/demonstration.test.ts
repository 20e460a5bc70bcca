import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { createJobQueue } from '@db/jobs'
import { asViewer } from '@db/viewer-transaction'
import { decideEligibility } from '~/domain/eligibility/decide'
import { group } from '~/domain/eligibility/decision'
import { mergeFacts } from '~/domain/eligibility/facts-by-tier'
import { TriageFacts, NeedFacts, SafetyFacts } from '~/domain/eligibility/facts'
import { daysBetween } from '~/domain/region/calendar'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { ARCHETYPES } from './archetypes'
import { policyOf, serviceFactsOf } from './decided-service'
import { seedDemonstration } from './seed-demonstration'
import { contentsOf } from '../seeded-database'
import { accountViewer } from './viewers'

const NOW = new Date('2026-11-22T09:00:00Z')
const officer = accountViewer('officer.lownewton@example.org')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const app = {
    db: database.app,
    jobs: createJobQueue(),
    keys: createKeyRing(randomBytes(32)),
    clock: () => NOW,
  }
  await seedDemonstration(database.owner, app)
})
afterAll(() => database.drop())

describe('the demonstration', () => {
  it('is known for what it is', async () => {
    expect(await contentsOf(database.urls.owner)).toEqual({ kind: 'demonstration', laidOutAt: NOW })
  })

  it('shows each prison its own cases', async () => {
    const count = (email: string) =>
      asViewer(database.app, accountViewer(email), trx => trx.selectFrom('personCase').select('id').execute())
    expect(await count('officer.lownewton@example.org')).toHaveLength(7)
    expect(await count('officer2.lownewton@example.org')).toHaveLength(7)
    expect(await count('officer.durham@example.org')).toHaveLength(3)
    expect(await count('officer.northumberland@example.org')).toHaveLength(2)
  })

  it('has a woman who leaves Low Newton in five weeks, referred nowhere', async () => {
    const rows = await asViewer(database.app, officer, trx =>
      trx
        .selectFrom('personCase')
        .leftJoin('referral', 'referral.caseId', 'personCase.id')
        .select('releaseOn')
        .where('sex', '=', 'woman')
        .where('releaseConfidence', '=', 'firm')
        .where('referral.id', 'is', null)
        .execute(),
    )
    expect(rows.map(row => daysBetween('2026-11-22', row.releaseOn ?? ''))).toEqual([36])
  })

  it('finds her several places, some once an answer is known, some to discuss and many not', async () => {
    const facts = await factsOfTheWoman()
    const groups = ARCHETYPES.map(({ id }) =>
      group(decideEligibility(facts, policyOf(id), serviceFactsOf(id, NOW), NOW)),
    )
    const count = (name: string) => groups.filter(each => each === name).length
    expect(count('eligible')).toBe(6)
    expect(count('eligible_once_answered')).toBe(4)
    expect(count('discuss')).toBe(16)
    expect(count('not_eligible')).toBe(34)
  })

  it('has referrals in many states', async () => {
    const rows = await database.owner.selectFrom('referral').select('state').execute()
    expect([...new Set(rows.map(row => row.state))].sort()).toEqual([
      'accepted',
      'arrived',
      'assessment_booked',
      'declined',
      'information_requested',
      'offered',
      'placed_elsewhere',
      'submitted',
      'under_review',
      'waiting_list',
    ])
  })

  it('owes a notice for each act', async () => {
    const history = await database.owner.selectFrom('referralHistory').select('id').execute()
    expect(history.length).toBeGreaterThan(25)
  })
})

async function factsOfTheWoman() {
  const row = await asViewer(database.app, officer, trx =>
    trx
      .selectFrom('personCase')
      .innerJoin('caseTriage', 'caseTriage.caseId', 'personCase.id')
      .innerJoin('caseNeeds', 'caseNeeds.caseId', 'personCase.id')
      .innerJoin('caseSafety', 'caseSafety.caseId', 'personCase.id')
      .leftJoin('referral', 'referral.caseId', 'personCase.id')
      .select(['caseTriage.facts as triage', 'caseNeeds.facts as need', 'caseSafety.facts as safety'])
      .where('releaseConfidence', '=', 'firm')
      .where('referral.id', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  const [triage, need, safety] = [
    TriageFacts.parse(row.triage),
    NeedFacts.parse(row.need),
    SafetyFacts.parse(row.safety),
  ]
  return mergeFacts({ triage, need, safety })
}
