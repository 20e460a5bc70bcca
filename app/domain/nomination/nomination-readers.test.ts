import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asStatistician, asViewer, asWorker } from '@db/viewer-transaction'
import {
  type NamedFor,
  nameFor,
  nominatedIn,
  programmeIn,
  standingOf,
  stepOf,
} from '@tests/factories/nominated'
import { anotherCase, createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'
import { nominationsFor } from '../../screens/nominations/facts.server'
import { drawParents } from '../unmet-need/drawing/draw-parents.server'
import { tellNomination } from '../notification/tell-nomination.server'
import type { StepEvent } from './lifecycle'
import { listNominations } from './nominations.server'

let world: ReferralWorld
let named: NamedFor
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  named = await programmeIn(world)
})

const programme = (fields: object = {}, run: object = {}) => programmeIn(world, fields, run)

const name = (caseId: string, agreed: 'yes' | 'no' = 'yes', wanted = named) =>
  nameFor(world, caseId, wanted, agreed)

const nominated = () => nominatedIn(world, named)

const step = (id: string, event: StepEvent, viewer = world.viewers.firstWorker, said: object = {}) =>
  stepOf(world, id, event, { viewer, said })

const standing = (id: string) => standingOf(world, id)

const OK = { ok: true }
const refused = (reason: string) => ({ ok: false, reason })

async function listed(id: string, viewer = world.viewers.firstManager) {
  const { runs } = await nominationsFor(world.app, viewer)
  return runs.flatMap(({ lines }) => lines).find(line => line.id === id)
}

/** What the row policies alone let somebody read and change of a nomination. */
function rows(id: string, viewer = world.viewers.firstManager) {
  return asViewer(world.app.db, viewer, async trx => {
    const count = async (table: string, column: string) => {
      const found = await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(trx)
      return found.rows.length
    }
    const changed = await sql`update nomination set version = version where id = ${id}`.execute(trx)
    return [
      await count('nomination', 'id'),
      await count('nomination_step', 'nomination_id'),
      await count('nominee', 'nomination_id'),
      Number(changed.numAffectedRows),
    ]
  })
}

describe('a nomination', () => {
  it('with a no is kept as need and sent to nobody', async () => {
    const made = await name(await anotherCase(world), 'no')
    if (!made.ok) throw new Error(made.reason)
    expect(await standing(made.nominationId)).toEqual(['left', 'choice', 0, 0])
    expect(await listed(made.nominationId)).toBeUndefined()
    const officer = world.viewers.lowNewtonOfficer
    expect(await step(made.nominationId, 'leave', officer, { leftReason: 'mistake' })).toEqual(OK)
    expect(await standing(made.nominationId)).toEqual(['left', 'mistake', 0, 0])
  })
})

describe('what is owed to the officer', () => {
  it('is owed to the team once whoever nominated has left it', async () => {
    const id = await nominated()
    await step(id, 'begin_checks')
    const { owner, worker } = world.database
    const { id: stepId } = await owner
      .selectFrom('nominationStep')
      .select('id')
      .where('nominationId', '=', id)
      .where('event', '=', 'begin_checks')
      .executeTakeFirstOrThrow()
    const { lowNewtonOfficer, lowNewtonColleague } = world.viewers
    const membership = owner.updateTable('membership').where('personId', '=', lowNewtonOfficer.personId)
    await membership.set({ endedAt: new Date('2027-01-31T12:00:00Z') }).execute()
    try {
      await asWorker(worker, trx => tellNomination(trx, world.app.jobs, { stepId, sendsMail: false }))
    } finally {
      await membership.set({ endedAt: null }).execute()
    }
    const told = await owner.selectFrom('message').select('personId').where('nominationId', '=', id).execute()
    const people = told.map(({ personId }) => personId)
    expect(people).toContain(lowNewtonColleague.personId)
    expect(people).not.toContain(lowNewtonOfficer.personId)
  })
})

describe('what is owed when a step is taken back', () => {
  it('is owed to those who were told of it, once', async () => {
    const id = await nominated()
    await step(id, 'begin_checks')
    await step(id, 'take_back')
    const { owner, worker } = world.database
    const { id: stepId } = await owner
      .selectFrom('nominationStep')
      .select('id')
      .where('nominationId', '=', id)
      .where('event', '=', 'begin_checks')
      .executeTakeFirstOrThrow()
    const { rows: jobs } = await sql<{ data: object }>`
      select data from pgboss.job where name = 'notify' and data ->> 'nominationStepId' = ${stepId}
      order by created_on`.execute(owner)
    expect(jobs.map(({ data }) => data)).toContainEqual({ nominationStepId: stepId, takenBack: 'yes' })
    const tell = (isTakenBack: boolean) =>
      asWorker(worker, trx => tellNomination(trx, world.app.jobs, { stepId, isTakenBack, sendsMail: false }))
    // The clock of this world stands: the step and its taking back lie a minute apart.
    await owner
      .updateTable('nominationStep')
      .set({ takenBackAt: new Date(world.app.clock().getTime() + 60_000) })
      .where('id', '=', stepId)
      .execute()
    expect(await tell(false)).toBe(1)
    expect(await tell(true)).toBe(1)
    expect(await tell(true)).toBe(0)
    const told = await owner
      .selectFrom('message')
      .select(['personId', 'template'])
      .where('nominationId', '=', id)
      .execute()
    const officer = { personId: world.viewers.lowNewtonOfficer.personId, template: 'nomination_moved' }
    expect(told).toEqual([officer, officer])
  })
})

describe('the list of nominations', () => {
  it('shows what is open, a page at a time, and apart what has ended', async () => {
    const [open, ended] = [await nominated(), await nominated()]
    await step(ended, 'leave', undefined, { leftReason: 'clash' })
    const viewer = world.viewers.firstManager
    const idsOf = async (list: 'open' | 'ended', page = 1) => {
      const { runs } = await nominationsFor(world.app, viewer, { list, page })
      return runs.flatMap(({ lines }) => lines.map(line => line.id))
    }
    expect(await idsOf('open')).toContain(open)
    expect(await idsOf('open')).not.toContain(ended)
    expect(await idsOf('ended')).toContain(ended)
    expect(await idsOf('ended')).not.toContain(open)
    const { counts } = await nominationsFor(world.app, viewer)
    const two = await asViewer(world.app.db, viewer, async trx => [
      ...(await listNominations(trx, viewer, { list: 'open', offset: 0, limit: 1 })),
      ...(await listNominations(trx, viewer, { list: 'open', offset: 1, limit: 1 })),
    ])
    expect(new Set(two.map(({ id }) => id)).size).toBe(2)
    expect(counts.open + counts.ended).toBe((await idsOf('open')).length + (await idsOf('ended')).length)
  })
})

describe('who reads a nomination', () => {
  it('its provider, without a name; of others nobody but the prison’s team', async () => {
    const id = await nominated()
    const line = await listed(id)
    expect(line?.facts).toEqual(['HMP & YOI Low Newton', 'Release in the week of Mon 8 March'])
    expect(JSON.stringify(line)).not.toMatch(/Siskin|Wren|T0\d\d/)
    const { lowNewtonColleague, durhamOfficer, secondManager, coordinator } = world.viewers
    expect(await rows(id)).toEqual([1, 1, 1, 1])
    expect(await rows(id, lowNewtonColleague)).toEqual([1, 1, 0, 1])
    for (const other of [durhamOfficer, secondManager, coordinator])
      expect(await rows(id, other)).toEqual([0, 0, 0, 0])
    expect(await listed(id, secondManager)).toBeUndefined()
  })

  it('the provider no more once the agreement is taken back', async () => {
    const id = await nominated()
    await step(id, 'leave', world.viewers.lowNewtonOfficer, { leftReason: 'agreement' })
    expect(await rows(id)).toEqual([0, 0, 0, 0])
    expect(await listed(id)).toBeUndefined()
    expect(await step(id, 'begin_checks')).toEqual(refused('not_found'))
    const officer = world.viewers.lowNewtonOfficer
    expect(await step(id, 'take_back', officer)).toEqual(refused('withdrawn'))
    expect(await step(id, 'leave', officer, { leftReason: 'choice' })).toEqual(refused('withdrawn'))
    expect(await rows(id)).toEqual([0, 0, 0, 0])
  })

  it('until 28 days after it ended, whatever is saved meanwhile', async () => {
    const id = await nominated()
    for (const event of ['begin_checks', 'give_place'] as const) await step(id, event)
    await world.database.owner
      .updateTable('cohort')
      .set({ startsOn: '2027-02-01' })
      .where('id', '=', named.cohortId)
      .execute()
    for (const event of ['start', 'complete'] as const) expect(await step(id, event)).toEqual(OK)
    await world.database.owner
      .updateTable('nominationStep')
      .set({ happenedAt: new Date('2027-01-27T12:00:00Z') })
      .where('nominationId', '=', id)
      .execute()
    expect(await step(id, 'take_back')).toEqual(refused('too_late'))
    const changedAt = () =>
      world.database.owner
        .selectFrom('nomination')
        .select('stateChangedAt')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    const before = await changedAt()
    expect(await step(id, 'licence', undefined, { licence: 'used' })).toEqual(OK)
    expect(await changedAt()).toEqual(before)
  })
})

describe('what is drawn of a nomination for the figures', () => {
  it('counts a programme by its runs, one that closed since among them, and a licence that is possible', async () => {
    const { owner, worker } = world.database
    const made = await programme({ rotl: 'possible' })
    const caseId = await anotherCase(world)
    const nomination = await name(caseId, 'yes', made)
    if (!nomination.ok) throw new Error(nomination.reason)
    // All else that this prison is offered closes before she comes, but what she is named for.
    await owner
      .updateTable('service')
      .set({ archivedAt: new Date('2027-01-01T09:00:00Z') })
      .where('id', '!=', made.serviceId)
      .where('kind', '=', 'parenting_programme')
      .execute()
    const unnamed = await anotherCase(world)
    await sql`update case_triage set facts = facts || '{"childrenPlan": "elsewhere"}' where case_id = ${unnamed}`.execute(
      owner,
    )
    const drawn = async (of: string) => {
      await drawParents(worker, world.app.clock())
      return asStatistician(worker, trx =>
        trx
          .selectFrom('programmeEpisode')
          .select(['hasTimeToFinish', 'rotl'])
          .where('caseId', '=', of)
          .executeTakeFirstOrThrow(),
      )
    }
    expect(await drawn(caseId)).toEqual({ hasTimeToFinish: true, rotl: 'not_used' })
    expect(await drawn(unnamed)).toEqual({ hasTimeToFinish: true, rotl: 'not_needed' })
    const close = (day: string) =>
      owner
        .updateTable('service')
        .set({ archivedAt: new Date(`${day}T09:00:00Z`) })
        .where('id', '=', made.serviceId)
        .execute()
    await close('2027-03-05')
    expect((await drawn(unnamed)).hasTimeToFinish).toBe(true)
    await close('2027-03-04')
    expect((await drawn(unnamed)).hasTimeToFinish).toBe(false)
  })

  it('is how far she came, under the statistician’s role', async () => {
    const id = await nominated()
    const { caseId } = await world.database.owner
      .selectFrom('nomination')
      .select('caseId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await drawParents(world.database.worker, world.app.clock())
    const drawn = await asStatistician(world.database.worker, trx =>
      trx
        .selectFrom('programmeEpisode')
        .select(['reachableOn', 'contactPermitted', 'hasTimeToFinish', 'nominated', 'started', 'outcome'])
        .where('caseId', '=', caseId)
        .execute(),
    )
    expect(drawn).toEqual([
      {
        reachableOn: '2027-02-01',
        contactPermitted: null,
        hasTimeToFinish: true,
        nominated: true,
        started: false,
        outcome: 'open',
      },
    ])
  })
})
