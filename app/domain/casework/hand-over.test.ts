import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
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
import { addOrganisation } from '@tests/factories/organisation'
import { messagesOwed } from '@tests/factories/messages-owed'
import { declineReferral } from '~/domain/referral/events/decline/act.server'
import { withdrawReferral } from '~/domain/referral/events/withdraw/act.server'
import { findReferralFor } from '~/domain/referral/record/referral-queries.server'
import { findCaseFor } from '../../screens/case/facts.server'
import { referralPageFor } from '../../screens/referral/facts.server'
import { referralScreen } from '../../screens/referral/page'
import { historyFor } from '../../screens/case-history/facts.server'
import { findCases } from '../case/find/find-cases.server'
import type { NewCase } from '../case/record/case-form'
import { createCase } from '../case/record/create-case.server'
import type { PersonCorrected } from '../case/record/person-form'
import { correctPerson } from './correct-person.server'
import { handOver } from './hand-over.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function officer() {
  return world.viewers.lowNewtonOfficer
}

function durham() {
  return world.viewers.durhamOfficer
}

const give = (caseId: string, version: number, viewer = officer(), prison = durham().organisationId) =>
  handOver(world.app, viewer, { caseId, version, prison }, form())

async function corrected(prisonNumber: string) {
  const caseId = await anotherCase(world)
  const person: PersonCorrected = {
    name: 'Wren Transferred',
    prisonNumber,
    crn: null,
    dateOfBirth: '1991-02-03',
    sex: 'woman',
    homeAuthority: 'E08000021',
    openElsewhere: null,
    anotherPerson: `yes ${prisonNumber}`,
  }
  expect(
    await correctPerson(world.app, officer(), { caseId, version: 1, person, passOn: {} }, form()),
  ).toMatchObject({ ok: true })
  return caseId
}

describe('a case that is handed over', () => {
  it('is the other team’s with its history and referrals, and the first team’s no more', async () => {
    const caseId = await corrected('H1001AB')
    const { referralId } = await submitted(world, 'hostel', caseId)
    expect(await give(caseId, 2)).toEqual({ ok: true })
    expect(await findCaseFor(world.app, durham(), caseId)).toMatchObject({ prisonCode: 'DMI', version: 3 })
    expect((await historyFor(world.app, durham(), caseId))?.lines).toMatchObject([
      { label: 'Prison number' },
      { label: 'Name', from: 'Wren Siskin' },
    ])
    expect(await findReferralFor(world.app, durham(), referralId)).toMatchObject({ state: 'submitted' })
    expect((await findCases(world.app, durham(), 'transferred')).cases).toMatchObject([{ id: caseId }])
    expect(await findCaseFor(world.app, officer(), caseId)).toBeNull()
    expect(await historyFor(world.app, officer(), caseId)).toBeNull()
    expect(await findReferralFor(world.app, officer(), referralId)).toBeNull()
    expect((await findCases(world.app, officer(), 'transferred')).cases).toEqual([])
    for (const table of [
      'case_identity',
      'case_key',
      'case_needs',
      'case_safety',
      'case_change',
      'case_name_mark',
    ]) {
      const { rows } = await asViewer(world.app.db, officer(), trx =>
        sql`select from ${sql.table(table)} where case_id = ${caseId}`.execute(trx),
      )
      expect([table, rows.length]).toEqual([table, 0])
    }
  })

  it('is told to the providers of its open referrals, whose page names the team it is with and its number', async () => {
    const caseId = await corrected('H1011AB')
    const open = await underReview(world, 'womensHouse', caseId)
    const ended = await submitted(world, 'hostel', caseId)
    const { firstManager, firstWorker, secondWorker } = world.viewers
    const reasons = { primary: 'process.incomplete', others: [], note: null }
    next(ended, await declineReferral(world.app, secondWorker, { ...ended, reasons }, form()))
    expect(await give(caseId, 2)).toEqual({ ok: true })
    const told = await messagesOwed(world, open, 'handed_over')
    expect(new Set(told.map(({ personId, template }) => `${template} ${personId}`))).toEqual(
      new Set([firstWorker, firstManager].map(({ personId }) => `handed_over ${personId}`)),
    )
    expect(await messagesOwed(world, ended, 'handed_over')).toEqual([])
    const facts = await referralPageFor(world.app, firstManager, open.referralId)
    if (!facts) throw new Error('not seen')
    const page = referralScreen(facts, firstManager.personId, world.app.clock())
    const { name, phone } = await world.database.owner
      .selectFrom('organisation')
      .select(['name', 'phone'])
      .where('id', '=', durham().organisationId)
      .executeTakeFirstOrThrow()
    expect(page.contact).toEqual({ name, phone })
    expect(page.state).toBe('under_review')
    expect(JSON.stringify(page.history)).toContain(`to ${name}`)
    // The new team goes on with it.
    const withdrawal = { primary: 'withdrawn.died', others: [], note: null }
    const target = await current(world, open)
    expect(
      await withdrawReferral(world.app, durham(), { ...target, reasons: withdrawal }, form()),
    ).toMatchObject({ ok: true })
  })

  it('is told to both teams, and audited', async () => {
    const caseId = await corrected('H1002AB')
    expect(await give(caseId, 2)).toEqual({ ok: true })
    const told = await sql<{ person: string }>`select data ->> 'personId' as person from pgboss.job
      where name = 'notify' and data ->> 'template' = 'case_handed_over'`.execute(world.database.owner)
    const people = told.rows.map(({ person }) => person)
    expect(people).toEqual(
      expect.arrayContaining([durham().personId, world.viewers.lowNewtonColleague.personId]),
    )
    const rows = await world.database.owner
      .selectFrom('auditEntry')
      .select('personId')
      .where('action', '=', 'case.hand_over')
      .where('subjectId', '=', caseId)
      .execute()
    expect(rows).toEqual([{ personId: officer().personId }])
  })

  it('goes to no prison that has closed: the case, and what belongs to it, stay', async () => {
    const caseId = await corrected('H1009AB')
    const { owner } = world.database
    const prison = await addOrganisation(owner, { prisonCode: 'HBI' })
    await owner
      .updateTable('organisation')
      .set({ closedAt: world.app.clock() })
      .where('id', '=', prison)
      .execute()
    expect(await give(caseId, 2, officer(), prison)).toEqual({ ok: false, reason: 'no_such_prison' })
    expect(await findCaseFor(world.app, officer(), caseId)).toMatchObject({ version: 2 })
  })

  it('comes back the same way', async () => {
    const caseId = await corrected('H1003AB')
    await give(caseId, 2)
    expect(await give(caseId, 3, durham(), officer().organisationId)).toEqual({ ok: true })
    expect(await findCaseFor(world.app, officer(), caseId)).toMatchObject({ prisonCode: 'LNI' })
    expect(await findCaseFor(world.app, durham(), caseId)).toBeNull()
  })

  it('is none of a stranger’s, to no provider, over nobody’s change, and to no team that has one open', async () => {
    const caseId = await corrected('H1004AB')
    expect(await give(caseId, 2, durham(), officer().organisationId)).toEqual({
      ok: false,
      reason: 'not_found',
    })
    const { firstManager } = world.viewers
    expect(await give(caseId, 2, firstManager)).toEqual({ ok: false, reason: 'not_found' })
    expect(await give(caseId, 2, officer(), firstManager.organisationId)).toEqual({
      ok: false,
      reason: 'no_such_prison',
    })
    expect(await give(caseId, 1)).toEqual({ ok: false, reason: 'stale' })
    const same: NewCase = {
      name: 'Wren There',
      prisonNumber: 'H1004AB',
      dateOfBirth: '1991-02-03',
      sex: 'woman',
      custodyStatus: 'sentenced',
      releaseConfidence: 'not_known',
      releaseOn: null,
      releaseType: 'unknown',
      homeAuthority: 'unknown',
      openElsewhere: 'yes H1004AB',
    }
    await createCase(world.app, durham(), same, form())
    expect(await give(caseId, 2)).toEqual({ ok: false, reason: 'open_there' })
    expect(await findCaseFor(world.app, officer(), caseId)).toMatchObject({ prisonCode: 'LNI', version: 2 })
  })
})
