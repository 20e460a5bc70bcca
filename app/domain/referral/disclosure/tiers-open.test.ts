import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addAccount } from '@tests/factories/account'
import {
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { PersonFacts } from '../../eligibility/facts'
import { factRows } from '../../case/answers/write-facts.server'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { answerInformation } from '../events/answer-information/act.server'
import { declineReferral } from '../events/decline/act.server'
import type { AgreedTier } from '../referral'
import { findReferralFor } from '../record/referral-queries.server'
import { requestInformation } from '../events/request-information/act.server'
import { takeToAssess } from '../events/take-to-assess/act.server'
import { withdrawReferral } from '../events/withdraw/act.server'

let world: ReferralWorld
let colleague: SignedInViewer
beforeAll(async () => {
  world = await createReferralWorld()
  colleague = await addAccount(
    world.database.owner,
    world.organisations.firstProvider,
    'provider_worker',
    'colleague.first@small.example.org',
  )
})
afterAll(() => world.database.drop())

/** Which of the tables of a case a viewer can read by any query. */
async function readable(viewer: SignedInViewer, caseId: string): Promise<string[]> {
  return asViewer(world.app.db, viewer, async trx => {
    const tables = ['caseTriage', 'caseIdentity', 'caseCustody', 'caseNeeds', 'caseSafety'] as const
    const found: string[] = []
    for (const table of tables) {
      const rows = await trx.selectFrom(table).select('caseId').where('caseId', '=', caseId).execute()
      if (rows.length > 0) found.push(table)
    }
    return found
  })
}

const T1 = ['caseTriage']
const T2 = ['caseTriage', 'caseIdentity', 'caseCustody', 'caseNeeds']
const T3 = ['caseTriage', 'caseIdentity', 'caseCustody', 'caseNeeds', 'caseSafety']

/** The tiers of what a viewer can read by any query of a table that keeps each row at a tier. */
async function tiersOf(
  table: 'referralDecision' | 'referralNote',
  viewer: SignedInViewer,
  referralId: string,
): Promise<number[]> {
  const rows = await asViewer(world.app.db, viewer, trx =>
    trx.selectFrom(table).select('tier').where('referralId', '=', referralId).orderBy('tier').execute(),
  )
  return rows.map(row => row.tier)
}

/** Of the decision that was shown. */
function tiersOfDecision(viewer: SignedInViewer, referralId: string) {
  return tiersOf('referralDecision', viewer, referralId)
}

/** Of the words that were written: an officer's are of tier 2, the provider's of tier 1. */
function tiersOfWords(viewer: SignedInViewer, referralId: string) {
  return tiersOf('referralNote', viewer, referralId)
}

describe('what anybody may read of the decision that was shown', () => {
  it('follows the tier: whole for the prison, redacted for triage, no row for the rest', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    const { lowNewtonColleague, durhamOfficer, firstWorker, firstManager, secondManager } = world.viewers
    expect(await tiersOfDecision(lowNewtonColleague, target.referralId)).toEqual([1, 2, 3])
    expect(await tiersOfDecision(firstWorker, target.referralId)).toEqual([1, 2, 3])
    expect(await tiersOfDecision(firstManager, target.referralId)).toEqual([1, 2])
    expect(await tiersOfDecision(colleague, target.referralId)).toEqual([1])
    expect(await tiersOfDecision(secondManager, target.referralId)).toEqual([])
    expect(await tiersOfDecision(durhamOfficer, target.referralId)).toEqual([])
  })
})

describe('what anybody may read of the words that were written', () => {
  it('is a provider’s own at triage, and an officer’s from tier 2 on', async () => {
    const { lowNewtonOfficer, firstWorker, firstManager, secondManager, durhamOfficer } = world.viewers
    const target = await submitted(world, 'womensHouse', await anotherCase(world), 2, 'Her mother lives near')
    expect(await tiersOfWords(firstWorker, target.referralId)).toEqual([])
    const asked = { ...target, items: ['risk_detail'], note: 'Which floor could she manage?' } as const
    const waiting = next(target, await requestInformation(world.app, firstWorker, asked, form()))
    expect(await tiersOfWords(firstManager, target.referralId)).toEqual([1])
    const answer = { ...waiting, note: 'She cannot climb stairs since March' }
    next(target, await answerInformation(world.app, lowNewtonOfficer, answer, form()))

    expect(await tiersOfWords(lowNewtonOfficer, target.referralId)).toEqual([1, 1, 2])
    expect(await tiersOfWords(colleague, target.referralId)).toEqual([1, 1])
    expect(await tiersOfWords(secondManager, target.referralId)).toEqual([])
    expect(await tiersOfWords(durhamOfficer, target.referralId)).toEqual([])
    expect(await words(lowNewtonOfficer, target)).toEqual([
      'She cannot climb stairs since March',
      'Which floor could she manage?',
      'Her mother lives near',
    ])

    await takeToAssess(world.app, firstWorker, await current(world, target), form())
    expect(await tiersOfWords(firstWorker, target.referralId)).toEqual([1, 1, 2])
    expect(await tiersOfWords(firstManager, target.referralId)).toEqual([1, 1, 2])
    expect(await tiersOfWords(colleague, target.referralId)).toEqual([1, 1])
  })

  it('is the answer to whoever asked: at triage where triage asked, and of tier 2 once it is taken to assess', async () => {
    const { lowNewtonOfficer, firstWorker } = world.viewers
    const asks = (target: ReferralTarget) =>
      requestInformation(world.app, firstWorker, { ...target, items: ['risk_detail'], note: null }, form())
    const answers = (target: ReferralTarget, note: string) =>
      answerInformation(world.app, lowNewtonOfficer, { ...target, note }, form())

    const atTriage = await submitted(world, 'womensHouse', await anotherCase(world))
    const waiting = next(atTriage, await asks(atTriage))
    expect(await answers(waiting, 'Wren cannot climb stairs')).toEqual({ ok: false, reason: 'names_person' })
    next(waiting, await answers(waiting, 'Ground floor only'))
    expect(await words(colleague, waiting)).toEqual(['Ground floor only', null, null])
    expect(await words(firstWorker, waiting)).toEqual(['Ground floor only', null, null])

    const assessed = await underReview(world, 'refuge', await anotherCase(world))
    const asked = next(assessed, await asks(assessed))
    next(asked, await answers(asked, 'Wren cannot climb stairs'))
    expect((await words(colleague, asked))[0]).toBeNull()
    expect((await words(firstWorker, asked))[0]).toBe('Wren cannot climb stairs')
  })

  it('is an officer’s at triage too where that is all the person agreed to, but not with an ending', async () => {
    const { lowNewtonOfficer, firstWorker } = world.viewers
    const target = await submitted(
      world,
      'womensHouse',
      await anotherCase(world),
      1,
      'A quiet house would suit',
    )
    expect(await words(firstWorker, target)).toEqual(['A quiet house would suit'])
    const naming = submitted(world, 'refuge', await anotherCase(world), 1, 'Wren likes a quiet house')
    await expect(naming).rejects.toThrow('names_person')
    const reasons = { primary: 'withdrawn.safe_family', others: [], note: 'With her aunt in Blyth' }
    await withdrawReferral(world.app, lowNewtonOfficer, { ...target, reasons }, form())
    expect(await words(firstWorker, target)).toEqual([null, 'A quiet house would suit'])
    expect(await words(lowNewtonOfficer, target)).toEqual([
      'With her aunt in Blyth',
      'A quiet house would suit',
    ])
  })

  it('cannot be lowered by the officer, nor written by a stranger', async () => {
    const caseId = await anotherCase(world)
    const { referralId } = await submitted(world, 'womensHouse', caseId)
    const write = (viewer: SignedInViewer, tier: number) =>
      asViewer(world.app.db, viewer, trx =>
        trx
          .insertInto('referralNote')
          .values({ id: newId(), referralId, caseId, tier, note: Buffer.from('sealed') })
          .execute(),
      )
    await expect(write(world.viewers.lowNewtonOfficer, 1)).rejects.toThrow('row-level security')
    await expect(write(world.viewers.secondWorker, 1)).rejects.toThrow('row-level security')
    await expect(write(world.viewers.lowNewtonOfficer, 2)).resolves.toBeDefined()
  })

  /** As the referral's page shows them: the notes of the history from the latest on, then the justification. */
  async function words(viewer: SignedInViewer, { referralId }: ReferralTarget) {
    const seen = await findReferralFor(world.app, viewer, referralId)
    return [...(seen?.history ?? []).slice(0, -1).map(line => line.note), seen?.justification]
  }
})

describe('what a provider may read of the person', () => {
  it('has nothing on the row of the case but what triage needs', async () => {
    const caseId = await anotherCase(world)
    await submitted(world, 'womensHouse', caseId)
    const { rows } = await asViewer(world.app.db, colleague, trx =>
      sql<{ column: string }>`
        select column_name as column from information_schema.column_privileges
        where grantee = 'throughgate_professional' and table_name = 'person_case' and privilege_type = 'SELECT'`.execute(
        trx,
      ),
    )
    const camel = rows.map(({ column }) =>
      column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    )
    expect(camel.sort()).toEqual([
      'closedAt',
      'createdAt',
      'createdBy',
      'id',
      'organisationId',
      'prisonCode',
      'reference',
      // The day or the week is read through readable_release: see release-day.test.ts.
      'releaseConfidence',
      // How often the date moved: a number.
      'releaseVersion',
      'sex',
      'updatedAt',
      'version',
    ])
  })

  it('is at triage no age of a child and no day of release, by any query of what is known of her', async () => {
    const caseId = await anotherCase(world)
    const facts = PersonFacts.parse({
      childrenPlan: 'live_in',
      children: [{ age: { min: 4, max: 4 }, sex: 'boy' }],
      release: { from: world.releaseOn, to: world.releaseOn },
      supportNeed: 'high',
    })
    for (const [table, part] of factRows(facts))
      await world.database.owner.updateTable(table).set(part).where('caseId', '=', caseId).execute()
    await submitted(world, 'womensHouse', caseId)
    const read = await asViewer(world.app.db, colleague, trx =>
      trx.selectFrom('readableTriage').select('facts').where('caseId', '=', caseId).executeTakeFirstOrThrow(),
    )
    expect(read.facts).toMatchObject({ childBands: ['under_5'], supportNeed: 'high' })
    expect(read.facts).not.toHaveProperty('children')
    expect(read.facts).not.toHaveProperty('release')
  })

  it('is triage alone until somebody takes the referral to assess', async () => {
    const caseId = await anotherCase(world)
    expect(await readable(world.viewers.firstManager, caseId)).toEqual([])
    await submitted(world, 'womensHouse', caseId)
    expect(await readable(world.viewers.firstManager, caseId)).toEqual(T1)
    expect(await readable(world.viewers.secondManager, caseId)).toEqual([])
  })

  it.each<[AgreedTier, string[], string[]]>([
    [1, T1, T1],
    [2, T2, T2],
    [3, T3, T2],
  ])('after agreement to tier %i: the assessor %j, the manager %j', async (tier, assessor, manager) => {
    const caseId = await anotherCase(world)
    await underReview(world, 'womensHouse', caseId, tier)
    expect(await readable(world.viewers.firstWorker, caseId)).toEqual(assessor)
    expect(await readable(world.viewers.firstManager, caseId)).toEqual(manager)
    expect(await readable(colleague, caseId)).toEqual(T1)
    expect(await readable(world.viewers.secondWorker, caseId)).toEqual([])
  })

  it('goes from one assessor to the next when she takes over, and buys no time', async () => {
    const caseId = await anotherCase(world)
    const target = await underReview(world, 'womensHouse', caseId)
    const before = await dueAt(target)
    world.passTo(new Date('2027-02-02T09:00:00Z'))
    expect(await takeToAssess(world.app, colleague, target, form())).toMatchObject({
      ok: true,
      state: 'under_review',
    })
    expect(await readable(colleague, caseId)).toEqual(T3)
    expect(await readable(world.viewers.firstWorker, caseId)).toEqual(T1)
    expect(await dueAt(target)).toEqual(before)
  })

  it('cannot be opened to somebody of another organisation', async () => {
    const target = await submitted(world, 'womensHouse', await anotherCase(world))
    const assessorId = world.viewers.secondWorker.personId
    expect(
      await takeToAssess(world.app, world.viewers.firstWorker, { ...target, assessorId }, form()),
    ).toEqual({
      ok: false,
      reason: 'assessor_unknown',
    })
  })

  it('ends at tier 1 when the referral closes, and altogether after 28 days', async () => {
    const caseId = await anotherCase(world)
    const target = await underReview(world, 'womensHouse', caseId)
    const { firstWorker, firstManager, lowNewtonOfficer } = world.viewers
    const reasons = { primary: 'capacity.no_women_only_bed', others: [], note: null }
    const declined = await declineReferral(world.app, firstWorker, { ...target, reasons }, form())
    expect(next(target, declined)).toEqual({ ...target, version: 3 })
    expect(await readable(firstWorker, caseId)).toEqual(T1)
    expect(await readable(firstManager, caseId)).toEqual(T1)
    expect(await findReferralFor(world.app, firstWorker, target.referralId)).toMatchObject({
      state: 'declined',
      tier: 1,
    })

    await twentyEightDaysPass(target)
    expect(await readable(firstWorker, caseId)).toEqual([])
    expect(await findReferralFor(world.app, firstWorker, target.referralId)).toBeNull()
    expect(await findReferralFor(world.app, lowNewtonOfficer, target.referralId)).toMatchObject({ tier: 3 })
  })

  it('ends altogether at once when the person takes back her agreement', async () => {
    const caseId = await anotherCase(world)
    const target = await underReview(world, 'womensHouse', caseId)
    const { firstWorker, lowNewtonOfficer } = world.viewers
    const reasons = { primary: 'withdrawn.agreement_withdrawn', others: [], note: 'She changed her mind' }
    await withdrawReferral(world.app, lowNewtonOfficer, { ...target, reasons }, form())
    expect(await readable(firstWorker, caseId)).toEqual([])
    const seen = await findReferralFor(world.app, firstWorker, target.referralId)
    expect(seen).toMatchObject({
      state: 'withdrawn',
      person: null,
      decision: { outcome: 'eligible', answers: [] },
    })
    expect(seen?.history[0]).toMatchObject({ event: 'withdraw', note: null })
  })

  it('keeps the note of a refusal sealed in the database', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    const reasons = { primary: 'decline.other', others: [], note: 'The lift is broken until May' }
    await declineReferral(
      world.app,
      world.viewers.firstWorker,
      { ...(await current(world, target)), reasons },
      form(),
    )
    const row = await world.database.owner
      .selectFrom('referralNote')
      .select('note')
      .where('referralId', '=', target.referralId)
      .executeTakeFirstOrThrow()
    expect(row.note.toString('utf8')).not.toContain('lift')
    const seen = await findReferralFor(world.app, world.viewers.lowNewtonOfficer, target.referralId)
    expect(seen?.history[0]?.note).toBe('The lift is broken until May')
  })
})

async function dueAt({ referralId }: ReferralTarget): Promise<Date | null> {
  const row = await world.database.owner
    .selectFrom('referral')
    .select('dueAt')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  return row.dueAt
}

/** What was to end later ended a moment ago, by the database's clock. */
async function twentyEightDaysPass({ referralId }: ReferralTarget): Promise<void> {
  const { owner } = world.database
  const past = sql<Date>`app_now() - interval '1 second'`
  const { days } = await owner
    .selectFrom('referralParty')
    .select(sql<number>`(extract(epoch from until - app_now()) / 86400)::float`.as('days'))
    .where('referralId', '=', referralId)
    .where('side', '=', 'provider')
    .executeTakeFirstOrThrow()
  expect(days).toBeGreaterThan(27.9)
  expect(days).toBeLessThan(28.1)
  await owner
    .updateTable('referralParty')
    .set({ until: past })
    .where('referralId', '=', referralId)
    .where('side', '=', 'provider')
    .execute()
  await owner.updateTable('caseReader').set({ until: past }).where('referralId', '=', referralId).execute()
}
