import { sql } from 'kysely'
import { expect } from 'vitest'
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

/** The runs of a programme over the built server: what the tests of runs share. */

export let stage: EntryStage
/** Of the programme of the test. */
export let serviceId: string
/** The page of its runs. */
export let runs: string

export async function openRunsStage(): Promise<void> {
  stage = await openEntryStage()
}

export const closeRunsStage = () => stage?.close()

/** A programme of its own for each test. */
export async function programme(): Promise<void> {
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

export function typedRun(change: Typed = {}): string[][] {
  return Object.entries({ ...FIRST, ...change }).flatMap(([name, value]) =>
    name.endsWith('On')
      ? day(name, value)
      : value.split(name === 'weekdays' ? ',' : '|').map(one => [name, one]),
  )
}

export async function addRun(change: Typed = {}): Promise<string> {
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

export async function runIds(): Promise<string[]> {
  const rows = await stage.database.owner
    .selectFrom('cohort')
    .select('id')
    .where('serviceId', '=', serviceId)
    .execute()
  return rows.map(({ id }) => id)
}

export function kept(id: string) {
  return stage.database.owner.selectFrom('cohort').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

let prisoners = 0
export async function aCase(): Promise<string> {
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

export const request = () => ({ key: newId(), fingerprint: '' })

/** Somebody named for a run, brought on by these steps of the provider. */
export async function named(cohortId: string, steps: readonly StepEvent[] = []) {
  const caseId = await aCase()
  const wanted = { caseId, serviceId, cohortId, agreed: 'yes' } as const
  const made = await nominate(stage.server.app, stage.viewers.officer, wanted, request())
  if (!made.ok) throw new Error(made.reason)
  for (const [at, event] of steps.entries())
    expect(await take(made.nominationId, at + 1, event)).toEqual({ ok: true })
  return { caseId, id: made.nominationId }
}

export function take(nominationId: string, version: number, event: StepEvent, more: object = {}) {
  const wanted = { nominationId, version, event, leftReason: null, licence: null, ...more }
  const viewer = event === 'change_run' ? stage.viewers.officer : stage.viewers.manager
  return takeStep(stage.server.app, viewer, wanted, request())
}

export async function standing(id: string) {
  const { state, version } = await stage.database.owner
    .selectFrom('nomination')
    .select(['state', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return [state, version]
}

/** What whoever is told by the jobs that wait is told, by whom it is read. */
export async function toldOf(nominationId: string, event: string): Promise<[string | null, string][]> {
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

/** Cancels a run for want of staff. */
export const cancel = (id: string, who: 'manager' | 'editor' = 'manager') =>
  stage.send(who, `${runs}/${id}/cancel`, Object.entries({ intent: 'cancel', reason: 'staffing' }))
