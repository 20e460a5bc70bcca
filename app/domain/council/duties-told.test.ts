import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { anotherCase, createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'
import { dutiesTold, holdsPlaces } from './duties-told.server'

const NEWCASTLE = 'E08000021'
const GATESHEAD = 'E08000037'
const AGREED = { agreed: 'yes', chosen: 'yes', contactPassed: 'yes' }

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

async function council(authorityCode: string) {
  const { owner } = world.database
  return addMember(owner, await addOrganisation(owner, { kind: 'council', authorityCode }), 'council_officer')
}

/** A case of which a check of the council's notice stands. */
async function told(answers: Record<string, string | null>): Promise<string> {
  const { owner } = world.database
  const caseId = await anotherCase(world)
  const row = { id: newId(), caseId, kind: 'council_notice', answers: JSON.stringify(answers) }
  const { personId: recordedBy } = world.viewers.lowNewtonOfficer
  await owner
    .insertInto('outcomeCheck')
    .values({ ...row, recordedBy, recordedAt: world.app.clock() })
    .execute()
  const { reference } = await owner
    .selectFrom('personCase')
    .select('reference')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return reference
}

const noticeTo = (authority: string) => ({
  ...{ told: 'told', council: authority, toldOn: '2027-01-28' },
  ...AGREED,
})

describe('the releases that a council was told of', () => {
  it('are those who agreed, chose it and let contact details be passed, by week and team alone', async () => {
    const newcastle = await council(NEWCASTLE)
    const gateshead = await council(GATESHEAD)
    const reference = await told(noticeTo(NEWCASTLE))
    for (const missing of ['agreed', 'chosen', 'contactPassed'])
      await told({ ...noticeTo(NEWCASTLE), [missing]: null })
    await told({ ...noticeTo(NEWCASTLE), told: 'she_said_no' })
    const { duties, total } = await dutiesTold(world.app, newcastle, 1)
    expect(total).toBe(1)
    // Released on Monday 8 March 2027, which is more than a week from Monday 1 February.
    expect(duties).toEqual([
      {
        reference,
        releaseOn: '2027-03-08',
        releaseUntil: '2027-03-14',
        releaseConfidence: 'firm',
        toldOn: '2027-01-28',
        team: 'HMP & YOI Low Newton',
        teamPhone: null,
      },
    ])
    expect((await dutiesTold(world.app, gateshead, 1)).duties).toEqual([])
    const audited = await world.database.owner
      .selectFrom('auditEntry')
      .select(['detail'])
      .where('personId', '=', newcastle.personId)
      .where('action', '=', 'case.list')
      .execute()
    expect(audited).toEqual([{ detail: { cases: 1 } }])
  })

  it('are read by no other role of any organisation, and nothing else of the case is, on the database', async () => {
    await told(noticeTo(NEWCASTLE))
    const newcastle = await council(NEWCASTLE)
    for (const viewer of [
      world.viewers.durhamOfficer,
      world.viewers.firstManager,
      world.viewers.administrator,
    ]) {
      const { rows } = await asViewer(world.app.db, viewer, trx =>
        sql`select reference from duties_told_here()`.execute(trx),
      )
      expect(rows).toEqual([])
    }
    const cases = await asViewer(world.app.db, newcastle, trx =>
      trx.selectFrom('personCase').select('id').execute(),
    )
    expect(cases).toEqual([])
    const checks = await asViewer(world.app.db, newcastle, trx =>
      trx.selectFrom('outcomeCheck').select('id').execute(),
    )
    expect(checks).toEqual([])
  })

  it('are gone once the notice is replaced or the case is closed', async () => {
    const durham = 'E06000047'
    const officer = await council(durham)
    await told(noticeTo(durham))
    await told(noticeTo(durham))
    expect((await dutiesTold(world.app, officer, 1)).total).toBe(2)
    const { owner } = world.database
    const notices = await owner
      .selectFrom('outcomeCheck')
      .select(['id', 'caseId'])
      .where(sql<boolean>`answers ->> 'council' = ${durham}`)
      .execute()
    const [first, second] = notices
    const { personId: replacedBy } = world.viewers.lowNewtonOfficer
    await owner
      .updateTable('outcomeCheck')
      .set({ replacedAt: world.app.clock(), replacedBy, replacedBecause: 'wrong' })
      .where('id', '=', first?.id ?? '')
      .execute()
    await owner
      .updateTable('personCase')
      .set({ closedAt: world.app.clock() })
      .where('id', '=', second?.caseId ?? '')
      .execute()
    expect((await dutiesTold(world.app, officer, 1)).total).toBe(0)
  })
})

describe('a council', () => {
  it('has places of its own, or none', async () => {
    expect(await holdsPlaces(world.app, await council(GATESHEAD))).toBe(false)
    expect(await holdsPlaces(world.app, world.viewers.firstManager)).toBe(true)
  })
})
