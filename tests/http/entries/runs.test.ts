import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import { asWorker } from '@db/viewer-transaction'
import { insertCase } from '~/domain/case/record/insert-case.server'
import { PersonFacts } from '~/domain/eligibility/facts'
import type { StepEvent } from '~/domain/nomination/lifecycle'
import { nominate } from '~/domain/nomination/nominate.server'
import { takeStep } from '~/domain/nomination/take-step.server'
import { tellNomination } from '~/domain/notification/tell-nomination.server'
import { addService } from '../../factories/service'
import { TEST_MASTER_KEY } from '../../support/server'
import { ENTRY_NOW, type EntryStage, openEntryStage } from './entry-stage'

let stage: EntryStage
let serviceId: string
let runs: string
beforeAll(async () => {
  stage = await openEntryStage()
}, 300_000)
afterAll(() => stage?.close())

/** A programme of its own for each test. */
async function programme(): Promise<void> {
  const { id } = await addService(stage.database.owner, {
    organisationId: stage.organisationId,
    name: 'Time Together',
    kind: 'parenting_programme',
    policy: {},
    authorities: ['E08000021'],
    programme: { deliveredIn: ['prison'], prisonCodes: ['LNI'], childContactClearance: false },
  })
  serviceId = id
  runs = `/our-services/${id}/cohorts`
}

function day(name: string, text: string): string[][] {
  const [year = '', month = '', of = ''] = text.split('-')
  return [
    [`${name}.day`, String(Number(of))],
    [`${name}.month`, String(Number(month))],
    [`${name}.year`, year],
  ]
}

interface Typed {
  startsOn?: string
  endsOn?: string
  lastReferralOn?: string
  capacity?: string
  takenElsewhere?: string
  waitingElsewhere?: string
  reachChildren?: string
  weekdays?: string
  timeOfDay?: string
  place?: string
}

const FIRST: Required<Typed> = {
  startsOn: '2027-03-01',
  endsOn: '2027-03-26',
  lastReferralOn: '2027-02-24',
  capacity: '8',
  takenElsewhere: '3',
  waitingElsewhere: '2',
  reachChildren: '14',
  weekdays: '2,4',
  timeOfDay: '9.30am',
  place: 'Chapel, HMP Low Newton',
}

function typedRun(change: Typed = {}): string[][] {
  return Object.entries({ ...FIRST, ...change }).flatMap(([name, value]) =>
    name.endsWith('On')
      ? day(name, value)
      : value.split(name === 'weekdays' ? ',' : '|').map(one => [name, one]),
  )
}

async function addRun(change: Typed = {}): Promise<string> {
  const before = await runIds()
  const added = await stage.send('manager', `${runs}/new`, [
    ...typedRun(change),
    // One that nominates after its first day says so with a tick.
    ['lastReferralOn.sure', change.lastReferralOn ?? ''],
    ['again', 'yes'],
  ])
  expect([added.status, added.to]).toEqual([303, runs])
  return (await runIds()).find(id => !before.includes(id)) ?? ''
}

async function runIds(): Promise<string[]> {
  const rows = await stage.database.owner
    .selectFrom('cohort')
    .select('id')
    .where('serviceId', '=', serviceId)
    .execute()
  return rows.map(({ id }) => id)
}

function kept(id: string) {
  return stage.database.owner.selectFrom('cohort').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

let prisoners = 0
async function aCase(): Promise<string> {
  const id = newId()
  const { organisationId, personId: createdBy } = stage.viewers.officer
  prisoners += 1
  await stage.database.owner.transaction().execute(trx =>
    insertCase(
      trx,
      createKeyRing(TEST_MASTER_KEY),
      {
        id,
        identity: {
          prisonNumber: `R${5000 + prisoners}AA`,
          name: 'Wren Siskin',
          dateOfBirth: '1991-02-03',
          crn: null,
        },
        columns: {
          ...{ organisationId, createdBy, prisonCode: 'LNI', sex: 'woman', custodyStatus: 'sentenced' },
          ...{ releaseOn: '2027-05-03', releaseConfidence: 'firm', releaseType: 'automatic' },
          homeAuthority: 'E08000021',
        },
        facts: PersonFacts.parse({}),
      },
      ENTRY_NOW,
    ),
  )
  return id
}

const request = () => ({ key: newId(), fingerprint: '' })

/** Somebody named for a run, brought on by these steps of the provider. */
async function named(cohortId: string, steps: readonly StepEvent[] = []) {
  const caseId = await aCase()
  const wanted = { caseId, serviceId, cohortId, agreed: 'yes' } as const
  const made = await nominate(stage.server.app, stage.viewers.officer, wanted, request())
  if (!made.ok) throw new Error(made.reason)
  for (const [at, event] of steps.entries())
    expect(await take(made.nominationId, at + 1, event)).toEqual({ ok: true })
  return { caseId, id: made.nominationId }
}

function take(nominationId: string, version: number, event: StepEvent, more: object = {}) {
  const wanted = { nominationId, version, event, leftReason: null, licence: null, ...more }
  const viewer = event === 'change_run' ? stage.viewers.officer : stage.viewers.manager
  return takeStep(stage.server.app, viewer, wanted, request())
}

async function standing(id: string) {
  const { state, version } = await stage.database.owner
    .selectFrom('nomination')
    .select(['state', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return [state, version]
}

/** What whoever is told by the jobs that wait is told, by whom it is read. */
async function toldOf(nominationId: string, event: string): Promise<[string | null, string][]> {
  const { owner, worker } = stage.database
  const { id: stepId } = await owner
    .selectFrom('nominationStep')
    .select('id')
    .where('nominationId', '=', nominationId)
    .where('event', '=', event)
    .executeTakeFirstOrThrow()
  const { rows } =
    await sql`select 1 from pgboss.job where name = 'notify' and data ->> 'nominationStepId' = ${stepId}`.execute(
      owner,
    )
  expect(rows).toHaveLength(1)
  await owner.deleteFrom('message').where('nominationId', '=', nominationId).execute()
  await asWorker(worker, trx => tellNomination(trx, stage.server.app.jobs, { stepId, sendsMail: false }))
  const told = await owner
    .selectFrom('message')
    .select(['personId', 'template'])
    .where('nominationId', '=', nominationId)
    .execute()
  return told.map(({ personId, template }) => [personId, template])
}

describe('a run of a programme', () => {
  it('is added, said, corrected in every field, and its old answers stand in the history', async () => {
    await programme()
    const id = await addRun()
    const page = await stage.read('manager', runs)
    for (const words of [
      '1 March 2027 to 26 March 2027',
      '3 of 8 places taken',
      '2 waiting',
      'Last day to nominate: 24 February 2027',
      'Reaches 14 children',
      'Tuesday and Thursday, from 9:30am',
      'Chapel, HMP Low Newton',
      'Takes nominations',
    ])
      expect(page.body).toContain(words)
    const corrected = await stage.send(
      'manager',
      `${runs}/${id}`,
      typedRun({
        startsOn: '2027-03-02',
        endsOn: '2027-04-09',
        lastReferralOn: '2027-02-26',
        capacity: '10',
        takenElsewhere: '4',
        waitingElsewhere: '',
        reachChildren: '20',
        ...{ weekdays: '1,2,3', timeOfDay: '', place: 'Library' },
      }),
    )
    expect([corrected.status, corrected.to]).toEqual([303, runs])
    const { body } = await stage.read('manager', `/our-services/${serviceId}/history`)
    for (const line of [
      'First day of a run: 2 March 2027 (was 1 March 2027)',
      'Last day of a run: 9 April 2027 (was 26 March 2027)',
      'Last day to refer to a run: 26 February 2027 (was 24 February 2027)',
      'Places in a run: 10 (was 8)',
      'Places taken in a run: 4 (was 3)',
      'Waiting for a run: 0 (was 2)',
      'Run from 2 March 2027, Children reached by a run: 20 (was 14)',
      'Days of the week of a run: Monday to Wednesday (was Tuesday and Thursday)',
      'Time of a run: not stated (was 9:30am)',
      'Place of a run: Library (was Chapel, HMP Low Newton)',
      'Run from 1 March 2027, 8 places, added',
    ])
      expect(body).toContain(line)
    const directory = await stage.read('officer', `/services/${serviceId}`)
    expect(directory.body).toContain('2 March 2027 to 9 April 2027')
    expect(directory.body).toContain('6 of 10')
    expect(directory.body).toMatch(/Monday to Wednesday<\/div><div[^>]*>Library</)
  })

  it('refuses days that cannot be, beside them, keeps the typing and changes nothing', async () => {
    await programme()
    const id = await addRun()
    const before = await kept(id)
    const wrong = typedRun({ endsOn: '2027-02-27', lastReferralOn: '2027-03-28', reachChildren: '17' })
    const refused = await stage.send('manager', `${runs}/${id}`, wrong)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('The last day must be the first day or later')
    expect(refused.body).toContain('The last day to nominate must be the last day of the run or earlier')
    expect(refused.body).toContain('value="17"')
    const empty = await stage.send('manager', `${runs}/${id}`, [])
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Enter the first day of the run')
    expect(empty.body).toContain('Enter how many places the run has')
    expect(await kept(id)).toEqual(before)
  })

  it('never has fewer places than are taken, those given here counted, and says how many', async () => {
    await programme()
    const id = await addRun({ takenElsewhere: '1' })
    await named(id, ['begin_checks', 'give_place'])
    expect((await kept(id)).taken).toBe(2)
    const refused = await stage.send(
      'manager',
      `${runs}/${id}`,
      typedRun({ capacity: '1', takenElsewhere: '1' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('2 places are taken. Enter 2 or more, or take places back first')
    expect((await kept(id)).capacity).toBe(8)
    // What is said of other ways leaves what was given here.
    const saved = await stage.send(
      'manager',
      `${runs}/${id}`,
      typedRun({ capacity: '2', takenElsewhere: '0' }),
    )
    expect(saved.status).toBe(303)
    expect(await kept(id)).toMatchObject({ capacity: 2, taken: 1 })
  })

  it('that moves is told to the team of whoever is named for it, and said on the nomination', async () => {
    await programme()
    const id = await addRun()
    const nomination = await named(id)
    await stage.send('editor', `${runs}/${id}`, typedRun({ endsOn: '2027-04-02', place: 'Library' }))
    for (const event of ['run_moved', 'run_arranged'])
      expect(await toldOf(nomination.id, event)).toEqual([[stage.viewers.officer.personId, event]])
    const { body } = await stage.read('officer', `/nominations/${nomination.id}`)
    expect(body).toContain('the dates of the run were changed; the place of the run changed')
    expect(body).toContain('The dates of the run were changed, which was 1 March 2027 to 26 March 2027')
  })

  it('at another time is told to the team, says what changed on the nomination, and when and where it is', async () => {
    await programme()
    const id = await addRun()
    const nomination = await named(id)
    await stage.send('manager', `${runs}/${id}`, typedRun({ weekdays: '2' }))
    await stage.send('manager', `${runs}/${id}`, typedRun({ weekdays: '2', place: 'Library' }))
    const told = [stage.viewers.officer.personId, 'run_arranged']
    expect(await toldOf(nomination.id, 'run_arranged')).toEqual([told])
    const { body } = await stage.read('officer', `/nominations/${nomination.id}`)
    expect(body).toContain('the days of the week and the place of the run changed')
    expect(body).toContain('When or where the run is was changed: the place')
    for (const said of ['Tuesday, from 9:30am', 'Library']) expect(body).toContain(said)
  })

  it('says where it is of no service whose places are hidden, and forgets it as they are hidden', async () => {
    await programme()
    const id = await addRun()
    await stage.send('manager', `${runs}/${id}`, typedRun({ place: 'Library' }))
    await sql`update service set confidential = true where id = ${serviceId}`.execute(stage.database.owner)
    for (const path of [`/services/${serviceId}`, runs, `/our-services/${serviceId}/history`])
      expect((await stage.read('manager', path)).body).not.toMatch(/Library|Chapel/)
    expect((await stage.read('manager', `${runs}/${id}`)).body).not.toContain('name="place"')
    await stage.send('manager', `${runs}/${id}`, typedRun({ capacity: '9' }))
    expect(await kept(id)).toMatchObject({ capacity: 9, place: null })
  })

  it('lets one of two win, and shows the other what is saved beside what was typed', async () => {
    await programme()
    const id = await addRun()
    const version = ['version', '2']
    expect(
      (await stage.send('editor', `${runs}/${id}`, [version, ...typedRun({ capacity: '9' })])).status,
    ).toBe(303)
    const second = await stage.send('manager', `${runs}/${id}`, [version, ...typedRun({ capacity: '12' })])
    expect(second.status).toBe(409)
    expect(second.body).toContain('What is saved now')
    expect(second.body).toContain('9 places')
    expect(second.body).toContain('value="12"')
    expect((await kept(id)).capacity).toBe(9)
  })

  it('is kept by no worker and no stranger, who send what its manager would', async () => {
    await programme()
    const id = await addRun()
    const before = await kept(id)
    for (const who of ['worker', 'stranger', 'council', 'officer'] as const)
      for (const [path, form] of [
        [`${runs}/${id}`, typedRun({ capacity: '20' })],
        [`${runs}/new`, typedRun()],
        [`${runs}/${id}/cancel`, Object.entries({ intent: 'cancel', reason: 'other' })],
      ] satisfies [string, string[][]][])
        expect([who, path, (await stage.send(who, path, [['version', '2'], ...form])).status]).toEqual([
          who,
          path,
          404,
        ])
    expect((await stage.read('worker', runs)).status).toBe(200)
    expect((await stage.read('stranger', runs)).status).toBe(404)
    expect(await kept(id)).toEqual(before)
    expect(await runIds()).toEqual([id])
  })
})

const cancel = (id: string, who: 'manager' | 'editor' = 'manager') =>
  stage.send(who, `${runs}/${id}/cancel`, Object.entries({ intent: 'cancel', reason: 'staffing' }))

describe('a run that is cancelled', () => {
  it('tells the officer, frees the place, can be put on again, and the place given back', async () => {
    await programme()
    const id = await addRun({ takenElsewhere: '0', waitingElsewhere: '0' })
    const placed = await named(id, ['begin_checks', 'give_place'])
    const waiting = await named(id, ['begin_checks', 'wait'])
    expect((await stage.read('manager', `${runs}/${id}/cancel`)).body).toContain(
      '2 people are nominated for it',
    )
    const done = await cancel(id, 'editor')
    expect([done.status, done.to]).toEqual([303, runs])
    expect(await kept(id)).toMatchObject({ taken: 0, waiting: 0, cancelledReason: 'staffing' })
    expect([await standing(placed.id), await standing(waiting.id)]).toEqual([
      ['checks', 4],
      ['checks', 4],
    ])
    expect(await toldOf(placed.id, 'run_cancelled')).toEqual([
      [stage.viewers.officer.personId, 'run_cancelled'],
    ])
    const page = await stage.read('officer', `/nominations/${placed.id}`)
    expect(page.body).toContain('The run is cancelled: choose another')
    expect(page.body).toContain('The run was cancelled: not enough staff')
    const own = await stage.read('manager', `/nominations/${placed.id}`)
    expect(own.body).not.toContain('Checks done: give a place')
    expect(await take(placed.id, 4, 'give_place')).toEqual({ ok: false, reason: 'cancelled' })
    expect(await take(placed.id, 4, 'take_back')).toEqual({ ok: false, reason: 'cancelled' })
    expect((await stage.read('officer', `/services/${serviceId}`)).body).not.toContain('26 March 2027')
    const history = await stage.read('manager', `/our-services/${serviceId}/history`)
    expect(history.body).toContain('Run cancelled: not enough staff')

    expect((await stage.send('manager', `${runs}/${id}/cancel`, [['intent', 'restore']])).status).toBe(303)
    expect((await stage.read('manager', `/our-services/${serviceId}/history`)).body).toContain('Run on again')
    expect(await take(placed.id, 5, 'take_back')).toEqual({ ok: true })
    expect([await standing(placed.id), (await kept(id)).taken]).toEqual([['place', 6], 1])
  })

  it('leads to another run, and takes nobody new', async () => {
    await programme()
    const id = await addRun()
    const other = await addRun({ startsOn: '2027-04-05', endsOn: '2027-04-23', lastReferralOn: '2027-03-31' })
    const nomination = await named(id, ['begin_checks', 'give_place'])
    await cancel(id)
    const caseId = await aCase()
    const wanted = { caseId, serviceId, cohortId: id, agreed: 'yes' } as const
    expect(await nominate(stage.server.app, stage.viewers.officer, wanted, request())).toEqual({
      ok: false,
      reason: 'run',
    })
    expect(await take(nomination.id, 4, 'change_run', { cohortId: other })).toEqual({ ok: true })
    expect(await standing(nomination.id)).toEqual(['checks', 5])
    expect((await stage.read('officer', `/nominations/${nomination.id}`)).body).toContain(
      'Run changed to the run of 5 April 2027 to 23 April 2027, from the run of 1 March 2027 to 26 March 2027',
    )
    expect((await stage.read('officer', `/nominations/${nomination.id}`)).body).not.toContain(
      'The run is cancelled: choose another',
    )
  })

  it('is not one in which somebody started, nor cancelled twice, and needs a reason', async () => {
    await programme()
    const begun = await addRun({ startsOn: '2027-01-25', lastReferralOn: '2027-02-24' })
    await named(begun, ['begin_checks', 'give_place', 'start'])
    // Its page has no form any more: sent from one that was drawn before.
    const refused = await stage.send('manager', `${runs}/${begun}/cancel`, [
      ['version', '2'],
      ['intent', 'cancel'],
      ['reason', 'staffing'],
    ])
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Somebody has started in this run')
    expect(await kept(begun)).toMatchObject({ cancelledAt: null, taken: 4 })

    const id = await addRun()
    const unsaid = await stage.send('manager', `${runs}/${id}/cancel`, [['intent', 'cancel']])
    expect(unsaid.status).toBe(422)
    expect(unsaid.body).toContain('Choose why the run is cancelled')
    expect((await cancel(id)).status).toBe(303)
    expect((await cancel(id)).status).toBe(409)
    expect((await stage.send('manager', `${runs}/${id}`, typedRun())).status).toBe(409)
  })

  it('lets one of two win who cancel it and name somebody for it at once', async () => {
    await programme()
    const id = await addRun()
    const caseId = await aCase()
    const wanted = { caseId, serviceId, cohortId: id, agreed: 'yes' } as const
    const [made] = await Promise.all([
      nominate(stage.server.app, stage.viewers.officer, wanted, request()),
      cancel(id),
    ])
    expect((await kept(id)).cancelledReason).toBe('staffing')
    if (!made.ok) return
    expect(await toldOf(made.nominationId, 'run_cancelled')).toHaveLength(1)
  })
})

describe('what an editor does with a run', () => {
  /** The news the provider is owed of it by the jobs that wait. */
  async function news(): Promise<string[]> {
    const { rows } = await sql<{ decision: string }>`select data ->> 'decision' as decision from pgboss.job
      where name = 'notify' and data ->> 'reviewedId' = ${serviceId} order by created_on, id`.execute(
      stage.database.owner,
    )
    return rows.map(({ decision }) => decision)
  }

  it('is told to the provider, and nothing that it did itself', async () => {
    await programme()
    const id = await addRun()
    await stage.send('manager', `${runs}/${id}`, typedRun({ capacity: '9' }))
    expect(await news()).toEqual([])
    await stage.send('editor', `${runs}/${id}`, typedRun({ capacity: '10' }))
    await cancel(id, 'editor')
    await stage.send('editor', `${runs}/${id}/cancel`, [['intent', 'restore']])
    expect((await news()).sort()).toEqual(['run_cancelled', 'run_changed', 'run_restored'])
  })
})

describe('a programme that is paused', () => {
  it('says so on its runs, and to whoever would nominate, whose form is gone', async () => {
    await programme()
    await addRun()
    const path = `/cases/${await aCase()}/nominate/${serviceId}`
    expect((await stage.read('officer', path)).body).toContain('Which run?')
    await stage.send('manager', `/our-services/${serviceId}/standing`, [
      ['intent', 'pause'],
      ['pausedReason', 'staffing'],
    ])
    expect((await stage.read('manager', runs)).body).toContain('Paused: not enough staff')
    const page = await stage.read('officer', path)
    expect(page.body).toContain('It takes nobody new now')
    expect(page.body).not.toContain('Which run?')
    const sent = await stage.send('officer', path, [
      ['run', (await runIds())[0] ?? ''],
      ['agreed', 'yes'],
    ])
    expect(sent.status).toBe(422)
    expect(sent.body).toContain('This programme is paused and takes nobody new now')
    await stage.send('manager', `/our-services/${serviceId}/standing`, [['intent', 'close']])
    const closed = await stage.send('officer', path, [
      ['run', (await runIds())[0] ?? ''],
      ['agreed', 'yes'],
    ])
    expect(closed.status).toBe(409)
    expect(closed.body).toContain('This programme has closed')
  })
})
