import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asStatistician, asViewer, asWorker } from '@db/viewer-transaction'
import { addService } from '@tests/factories/service'
import {
  anotherCase,
  createReferralWorld,
  ELIGIBLE,
  form,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { nominationFor } from '../../screens/nomination/facts.server'
import { nominationsFor } from '../../screens/nominations/facts.server'
import { drawParents } from '../unmet-need/drawing/draw-parents.server'
import { submitReferral } from '../referral/submit/submit-referral.server'
import { tellNomination } from '../notification/tell-nomination.server'
import { nominate } from './nominate.server'
import type { StepEvent } from './lifecycle'
import { listNominations } from './nominations.server'
import { takeStep } from './take-step.server'

/** The world begins on Monday 1 February 2027; its women leave on 8 March. */
const STARTS = '2027-02-08'
const ENDS = '2027-03-05'

let world: ReferralWorld
let serviceId: string
let cohortId: string
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  ;({ serviceId, cohortId } = await programme())
})

async function programme(fields: object = {}, run: object = {}) {
  const made = await addService(world.database.owner, {
    organisationId: world.viewers.firstManager.organisationId,
    kind: 'parenting_programme',
    policy: {},
    programme: { deliveredIn: ['prison'], prisonCodes: ['LNI'], childContactClearance: false, ...fields },
    cohorts: [
      {
        startsOn: STARTS,
        endsOn: ENDS,
        lastReferralOn: '2027-02-05',
        capacity: 1,
        taken: 0,
        waiting: 0,
        ...run,
      },
    ],
  })
  const cohort = await world.database.owner
    .selectFrom('cohort')
    .select('id')
    .where('serviceId', '=', made.id)
    .executeTakeFirstOrThrow()
  return { serviceId: made.id, cohortId: cohort.id }
}

function name(caseId: string, agreed: 'yes' | 'no' = 'yes', wanted = { serviceId, cohortId }) {
  return nominate(world.app, world.viewers.lowNewtonOfficer, { caseId, agreed, ...wanted }, form())
}

async function nominated(): Promise<string> {
  const made = await name(await anotherCase(world))
  if (!made.ok) throw new Error(made.reason)
  return made.nominationId
}

async function step(id: string, event: StepEvent, viewer = world.viewers.firstWorker, said: object = {}) {
  const row = await world.database.owner
    .selectFrom('nomination')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const wanted = { nominationId: id, version: row.version, event, leftReason: null, licence: null, ...said }
  return takeStep(world.app, viewer, wanted, form())
}

async function standing(id: string) {
  const row = await world.database.owner
    .selectFrom('nomination as n')
    .leftJoin('cohort as c', 'c.id', 'n.cohortId')
    .select(['state', 'leftReason', 'taken', 'waiting'])
    .where('n.id', '=', id)
    .executeTakeFirstOrThrow()
  return [row.state, row.leftReason, row.taken, row.waiting]
}

const OK = { ok: true }
const refused = (reason: string) => ({ ok: false, reason })

describe('a nomination', () => {
  it('goes from checks to a place, is started and completed, and takes one place of its run', async () => {
    const id = await nominated()
    expect(await standing(id)).toEqual(['nominated', null, 0, 0])
    expect(await step(id, 'give_place')).toEqual(refused('changed'))
    expect(await step(id, 'begin_checks')).toEqual(OK)
    expect(await step(id, 'give_place')).toEqual(OK)
    expect(await standing(id)).toEqual(['place', null, 1, 0])
    expect(await step(id, 'start')).toEqual(refused('not_begun'))
    world.passTo(new Date('2027-02-08T09:00:00Z'))
    expect(await step(id, 'start')).toEqual(OK)
    expect(await step(id, 'complete')).toEqual(OK)
    expect(await standing(id)).toEqual(['completed', null, 1, 0])
    world.passTo(new Date('2027-02-01T09:00:00Z'))
  })

  it.each([
    ['paused', { pausedAt: new Date('2027-01-20T09:00:00Z'), pausedReason: 'full' }],
    ['closed', { archivedAt: new Date('2027-01-20T09:00:00Z') }],
  ])('is refused where the programme is %s, a no as well, and nothing is written', async (why, standing) => {
    const { owner } = world.database
    await owner.updateTable('service').set(standing).where('id', '=', serviceId).execute()
    const caseId = await anotherCase(world)
    expect(await name(caseId)).toEqual(refused(why))
    expect(await name(caseId, 'no')).toEqual(refused(why))
    expect(await owner.selectFrom('nomination').where('caseId', '=', caseId).selectAll().execute()).toEqual(
      [],
    )
  })

  it('gives the last place to one of two at once, and the other waits', async () => {
    const [one, other] = [await nominated(), await nominated()]
    for (const id of [one, other]) await step(id, 'begin_checks')
    const results = await Promise.all([step(one, 'give_place'), step(other, 'give_place')])
    expect(results).toContainEqual(OK)
    expect(results).toContainEqual(refused('full'))
    const late = results[0]?.ok ? other : one
    expect(await step(late, 'wait')).toEqual(OK)
    expect(await standing(late)).toEqual(['waiting', null, 1, 1])
    const early = late === one ? other : one
    expect(await step(early, 'leave', undefined, { leftReason: 'security' })).toEqual(OK)
    expect(await standing(early)).toEqual(['left', 'security', 0, 1])
    expect(await step(late, 'give_place')).toEqual(OK)
    expect(await step(early, 'take_back')).toEqual(refused('full'))
    expect(await standing(late)).toEqual(['place', null, 1, 0])
  })

  it('is never over the number of its places, whoever writes it', async () => {
    const [one, other] = [await nominated(), await nominated()]
    const place = (id: string) =>
      world.database.owner.updateTable('nomination').set({ state: 'place' }).where('id', '=', id).execute()
    await place(one)
    await expect(place(other)).rejects.toThrow('The run is full')
  })

  it('lets the side that took the last step take it back, and only that side', async () => {
    const id = await nominated()
    const officer = world.viewers.lowNewtonOfficer
    expect(await step(id, 'take_back', officer)).toEqual(refused('not_own'))
    await step(id, 'begin_checks')
    expect(await step(id, 'take_back', officer)).toEqual(refused('not_own'))
    expect(await step(id, 'leave', officer, { leftReason: 'transferred' })).toEqual(OK)
    expect(await step(id, 'take_back')).toEqual(refused('not_own'))
    expect(await step(id, 'take_back', officer)).toEqual(OK)
    expect(await standing(id)).toEqual(['checks', null, 0, 0])
    expect(await step(id, 'take_back')).toEqual(OK)
    expect(await standing(id)).toEqual(['nominated', null, 0, 0])
  })

  it('asks why somebody left, of each side its own reasons', async () => {
    const id = await nominated()
    expect(await step(id, 'leave')).toEqual(refused('reason'))
    expect(await step(id, 'leave', undefined, { leftReason: 'agreement' })).toEqual(refused('reason'))
    const officer = world.viewers.lowNewtonOfficer
    expect(await step(id, 'leave', officer, { leftReason: 'no_place' })).toEqual(refused('reason'))
  })

  it('is refused for a run that is over or that she cannot finish, and twice at once', async () => {
    const caseId = await anotherCase(world)
    const late = await programme({}, { endsOn: '2027-03-09' })
    expect(await name(caseId, 'yes', late)).toEqual(refused('no_time'))
    const closed = await programme({}, { lastReferralOn: '2027-01-31' })
    expect(await name(caseId, 'yes', closed)).toEqual(refused('run_closed'))
    expect(await name(caseId, 'yes', { serviceId, cohortId: newId() })).toEqual(refused('run'))
    expect((await name(caseId)).ok).toBe(true)
    expect(await name(caseId)).toEqual(refused('already'))
  })

  it('is no referral: a programme that takes nominations here takes none', async () => {
    const input = { caseId: await anotherCase(world), serviceId, agreed: true, agreedTier: 1 } as const
    const sent = { ...input, decision: ELIGIBLE, justification: null }
    expect(await submitReferral(world.app, world.viewers.lowNewtonOfficer, sent, form())).toEqual(
      refused('service_nominates'),
    )
  })

  it('is refused where a child is present until contact is recorded as permitted, then and at each step', async () => {
    const gated = await programme({ childContactClearance: true })
    const caseId = await anotherCase(world)
    expect(await name(caseId, 'yes', gated)).toEqual(refused('contact'))
    const permit = (answer: string) =>
      sql`update case_needs set facts = facts || ${JSON.stringify({ contactPermitted: answer })}::jsonb
        where case_id = ${caseId}`.execute(world.database.owner)
    await permit('yes')
    const made = await name(caseId, 'yes', gated)
    if (!made.ok) throw new Error(made.reason)
    await step(made.nominationId, 'begin_checks')
    const provider = world.viewers.firstManager
    const shown = async () =>
      JSON.stringify((await nominationFor(world.app, provider, made.nominationId))?.rows)
    expect(await shown()).not.toContain('Contact is not recorded as permitted')
    await permit('no')
    expect(await step(made.nominationId, 'give_place')).toEqual(refused('contact'))
    expect(await shown()).toContain('Contact is not recorded as permitted')
  })

  it('is made against the result with why, that can be corrected, and its provider reads both', async () => {
    const late = await programme({}, { endsOn: '2027-03-09' })
    const caseId = await anotherCase(world)
    const officer = world.viewers.lowNewtonOfficer
    const justified = (justification: 'agreed' | null) =>
      nominate(world.app, officer, { caseId, agreed: 'yes', justification, ...late }, form())
    expect(await justified(null)).toEqual(refused('no_time'))
    const made = await justified('agreed')
    if (!made.ok) throw new Error(made.reason)
    const shown = async (viewer = world.viewers.firstManager) =>
      JSON.stringify((await nominationFor(world.app, viewer, made.nominationId))?.rows)
    expect(await shown()).toContain('The programme said by phone that it will look at it')
    expect(await step(made.nominationId, 'justify', officer)).toEqual(refused('justification'))
    expect(await step(made.nominationId, 'justify', officer, { justification: 'outdated' })).toEqual(OK)
    expect(await shown()).toContain('is wrong or out of date')
    expect(await step(made.nominationId, 'take_back', officer)).toEqual(OK)
    expect(await shown()).toContain('The programme said by phone')
    // What fits says no why, and is asked for none.
    const fits = await name(await anotherCase(world))
    if (!fits.ok) throw new Error(fits.reason)
    expect(await step(fits.nominationId, 'justify', officer, { justification: 'other' })).toEqual(
      refused('justification'),
    )
  })

  it('is refused where the programme is not for her, until why is said', async () => {
    const men = await programme({ audiences: ['fathers'] })
    const caseId = await anotherCase(world)
    expect(await name(caseId, 'yes', men)).toEqual(refused('not_eligible'))
    const wanted = { caseId, agreed: 'yes', justification: 'supported', ...men } as const
    expect((await nominate(world.app, world.viewers.lowNewtonOfficer, wanted, form())).ok).toBe(true)
  })

  it('changes its run: the place before is free, the new one is to be given, and taking it back puts all back', async () => {
    const id = await nominated()
    const officer = world.viewers.lowNewtonOfficer
    const run = (fields: object) => ({
      ...{
        id: newId(),
        serviceId,
        startsOn: '2027-02-10',
        endsOn: '2027-03-06',
        lastReferralOn: '2027-02-09',
      },
      ...{ capacity: 1, taken: 0, waiting: 0, ...fields },
    })
    const [other, long, closed] = [
      run({}),
      run({ endsOn: '2027-03-20' }),
      run({ lastReferralOn: '2027-01-20' }),
    ]
    await world.database.owner.insertInto('cohort').values([other, long, closed]).execute()
    const change = (to: string | null, viewer = officer) => step(id, 'change_run', viewer, { cohortId: to })
    for (const event of ['begin_checks', 'give_place'] as const) await step(id, event)
    expect(await change(other.id, world.viewers.firstWorker)).toEqual(refused('changed'))
    for (const [to, why] of [
      [cohortId, 'run'],
      [null, 'run'],
      [newId(), 'run'],
      [long.id, 'no_time'],
      [closed.id, 'run_closed'],
    ] as const)
      expect(await change(to), why).toEqual(refused(why))
    const taken = async (of: string) =>
      (
        await world.database.owner
          .selectFrom('cohort')
          .select('taken')
          .where('id', '=', of)
          .executeTakeFirst()
      )?.taken
    expect(await change(other.id)).toEqual(OK)
    expect(await standing(id)).toEqual(['checks', null, 0, 0])
    expect([await taken(cohortId), await taken(other.id)]).toEqual([0, 0])
    expect(await step(id, 'give_place')).toEqual(OK)
    expect([await taken(cohortId), await taken(other.id)]).toEqual([0, 1])
    await step(id, 'take_back')
    expect(await step(id, 'take_back', officer)).toEqual(OK)
    expect(await standing(id)).toEqual(['place', null, 1, 0])
    expect([await taken(cohortId), await taken(other.id)]).toEqual([1, 0])
  })

  it('cannot be put back in a run that is full meanwhile', async () => {
    const [one, two] = [await nominated(), await nominated()]
    const officer = world.viewers.lowNewtonOfficer
    const id = newId()
    const days = { startsOn: '2027-02-10', endsOn: '2027-03-06', lastReferralOn: '2027-02-09' }
    const places = { capacity: 2, taken: 0, waiting: 0 }
    await world.database.owner
      .insertInto('cohort')
      .values({ id, serviceId, ...days, ...places })
      .execute()
    for (const event of ['begin_checks', 'give_place'] as const) await step(one, event)
    expect(await step(one, 'change_run', officer, { cohortId: id })).toEqual(OK)
    for (const event of ['begin_checks', 'give_place'] as const) await step(two, event)
    expect(await step(one, 'take_back', officer)).toEqual(refused('full'))
  })

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
      .where('id', '=', cohortId)
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
