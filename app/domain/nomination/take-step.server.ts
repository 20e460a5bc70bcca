import type { Transaction } from 'kysely'
import { DatabaseError } from 'pg'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { personForAct } from '../case/record/open-person.server'
import type { DomainContext } from '../context'
import { programmesOf } from '../programme/programme-queries.server'
import { londonDay } from '../time/calendar'
import { OPEN, type Requirement, type Row, rowFor, type StepEvent } from './lifecycle'
import { type Justification, type LeftReason, type Licence, reasonsOf, type Side, sideOf } from './nomination'
import { addWorkingDaysTo } from '../time/working-days'
import {
  findNomination,
  type Nomination,
  type NominationStep,
  type Standing,
  stepsOf,
} from './nominations.server'
import { contactIsClear } from './nominees.server'
import { runAnswer, type RunRefusal } from './run-answer'
import { whyShut } from './why-shut.server'
import { writeStep } from './write-step.server'

/**
 * 'changed': somebody was quicker. 'full': the run has no place left. 'not_own': the other side took the last step. 'withdrawn': the
 * agreement was taken back, and only a new one undoes that. 'cancelled': its run is. 'too_late': it ended more than two working days ago.
 * 'shut': its service is paused or closed by now.
 */
export type StepRefusal =
  | 'not_found'
  | 'different'
  | 'changed'
  | 'full'
  | 'cancelled'
  | 'contact'
  | 'not_begun'
  | 'reason'
  | 'licence'
  | 'justification'
  | RunRefusal
  | 'not_own'
  | 'another_open'
  | 'withdrawn'
  | 'too_late'
  | 'shut'
export type StepResult = { ok: true } | { ok: false; reason: StepRefusal }

export interface WantedStep {
  nominationId: string
  version: number | null
  event: StepEvent
  leftReason: LeftReason | null
  licence: Licence | null
  /** The run to change to. */
  cohortId?: string | null
  justification?: Justification | null
}

/** Takes one step with a nomination, once for one form, or takes the last back, which puts everything where that step found it. */
export function takeStep(
  app: DomainContext,
  viewer: SignedInViewer,
  wanted: WantedStep,
  request: FormRequest,
): Promise<StepResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<StepResult> => {
      const found = await lockNomination(trx, viewer, wanted.nominationId)
      if (!found) return { ok: false, reason: 'not_found' }
      if (found.version !== wanted.version) return { ok: false, reason: 'changed' }
      const row = rowFor(sideOf(viewer), found.state, wanted.event)
      if (!row) return { ok: false, reason: 'changed' }
      try {
        return await step(app, trx, viewer, { found, row, wanted })
      } catch (error) {
        const reason = refusalOf(error)
        if (reason === null) throw error
        return { ok: false, reason }
      }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

/** What of the database's own rules was in the way; `once` undoes what was begun. */
function refusalOf(error: unknown): StepRefusal | null {
  const constraint = error instanceof DatabaseError ? error.constraint : undefined
  if (constraint === 'nomination_place_free') return 'full'
  if (constraint === 'nomination_run_on') return 'cancelled'
  return constraint === 'nomination_once' ? 'another_open' : null
}

/** A nomination of the viewer's side as it stands, locked until the transaction ends; undefined for none. */
export async function lockNomination(trx: Transaction<DB>, viewer: SignedInViewer, id: string) {
  await trx.selectFrom('nomination').select('id').where('id', '=', id).forUpdate().execute()
  return findNomination(trx, viewer, id)
}

interface Step {
  found: Nomination
  row: Row
  wanted: Pick<WantedStep, 'leftReason' | 'licence' | 'cohortId' | 'justification'>
}

/** Moves a nomination by a row of the lifecycle whose requirements are met. */
export async function follow(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { found, row: { event, to }, wanted }: Step,
): Promise<void> {
  const state = to === 'same' || to === 'before' ? found.state : to
  const field = SAYS[event]
  const said = field ? (wanted[field] ?? null) : null
  const was = standingOf(found)
  const step = { nominationId: found.id, event, fromState: found.state, toState: state, detail: said }
  await writeStep(app, trx, viewer, { ...step, was, isTold: isToldOf(step) })
  await move(trx, found, { ...was, ...(field && { [field]: said }), state })
  await audit(trx, viewer, found, event)
}

/** Which of what a nomination holds an event says. */
const SAYS: Readonly<Partial<Record<StepEvent, keyof Standing>>> = {
  leave: 'leftReason',
  licence: 'licence',
  change_run: 'cohortId',
  justify: 'justification',
}

function standingOf({ leftReason, licence, cohortId, justification }: Nomination): Standing {
  return { leftReason, licence, cohortId, justification }
}

/** The other side hears of what moves a nomination, or changes its run. */
function isToldOf({
  event,
  fromState,
  toState,
}: Pick<NominationStep, 'event' | 'fromState' | 'toState'>): boolean {
  return toState !== fromState || event === 'change_run'
}

async function step(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  standing: Step,
): Promise<StepResult> {
  const { found, row } = standing
  if (row.to === 'before') return takeBack(app, trx, viewer, found)
  for (const requirement of row.requires) {
    const refused = await MISSING[requirement](app, trx, viewer, standing)
    if (refused) return { ok: false, reason: refused }
  }
  await follow(app, trx, viewer, standing)
  return { ok: true }
}

type Missing = (
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  standing: Step,
) => Promise<StepRefusal | null>

/** What is missing for a step, by what it requires; a place is the database's to give. */
const MISSING: Readonly<Record<Requirement, Missing>> = {
  contact: async (_app, trx, _viewer, { found }) =>
    (await contactIsClear(trx, found.id)) ? null : 'contact',
  place: () => Promise.resolve(null),
  on: (_app, _trx, _viewer, { found }) => Promise.resolve(found.isRunCancelled ? 'cancelled' : null),
  begun: (app, _trx, _viewer, { found: { startsOn } }) =>
    Promise.resolve(startsOn !== null && startsOn > londonDay(app.clock()) ? 'not_begun' : null),
  reason: (_app, _trx, viewer, { wanted: { leftReason } }) =>
    Promise.resolve(leftReason && reasonsOf(sideOf(viewer)).includes(leftReason) ? null : 'reason'),
  licence: (_app, _trx, _viewer, { wanted }) => Promise.resolve(wanted.licence ? null : 'licence'),
  run: runRefused,
  justification: (_app, _trx, _viewer, { found, wanted }) =>
    Promise.resolve(found.justification && wanted.justification ? null : 'justification'),
  agreed: (_app, _trx, _viewer, { found, wanted }) =>
    Promise.resolve(found.leftReason === 'agreement' && wanted.leftReason !== 'mistake' ? 'withdrawn' : null),
}

/** A run to change to is another of the programme's, takes nominations, and can be finished or was justified. */
async function runRefused(
  app: DomainContext,
  trx: Transaction<DB>,
  _viewer: SignedInViewer,
  { found, wanted: { cohortId } }: Step,
): Promise<StepRefusal | null> {
  if (!cohortId || cohortId === found.cohortId) return 'run'
  const today = londonDay(app.clock())
  const person = await personForAct(app, trx, found.caseId)
  const programme = (await programmesOf(trx, [found.serviceId], today)).get(found.serviceId)
  if (!person || !programme) return 'not_found'
  const run = runAnswer(programme, cohortId, person.facts.release, today)
  if (run.ok || (run.reason === 'no_time' && found.justification !== null)) return null
  return run.reason
}

async function takeBack(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: Nomination,
): Promise<StepResult> {
  const last = lastStanding(await stepsOf(trx, found.id))
  if (!last?.fromState || last.bySide !== sideOf(viewer)) return { ok: false, reason: 'not_own' }
  if (found.leftReason === 'agreement') return { ok: false, reason: 'withdrawn' }
  if (last.event === 'run_cancelled' && found.isRunCancelled) return { ok: false, reason: 'cancelled' }
  if (!OPEN.includes(found.state)) {
    if (isTooLate(last, app.clock())) return { ok: false, reason: 'too_late' }
    if (await takesNobody(trx, found.serviceId)) return { ok: false, reason: 'shut' }
  }
  await undo(app, trx, viewer, found, last)
  return { ok: true }
}

/** Whether a service is paused or closed, so that nothing of it comes to life again. */
export async function takesNobody(trx: Transaction<DB>, serviceId: string): Promise<boolean> {
  const shut = await whyShut(trx, serviceId)
  return shut !== null && shut !== 'route'
}

/** Puts everything where a step found it. */
export async function undo(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: Nomination,
  last: NominationStep,
): Promise<void> {
  await trx
    .updateTable('nominationStep')
    .set({ takenBackAt: app.clock(), takenBackBy: viewer.personId })
    .where('id', '=', last.id)
    .execute()
  await move(trx, found, { ...standingOf(found), ...last.was, state: last.fromState ?? found.state })
  if (isToldOf(last)) await app.jobs.enqueue(trx, 'notify', { nominationStepId: last.id, takenBack: 'yes' })
  await audit(trx, viewer, found, 'take_back')
}

/** product.md, "Lifecycle": an end is undone within two working days. */
function isTooLate({ happenedAt }: NominationStep, now: Date): boolean {
  return now > addWorkingDaysTo(happenedAt, 2)
}

/** Whether a side may take the last step back where a nomination stands. */
export function mayTakeBack(
  { state, leftReason, isRunCancelled }: Pick<Nomination, 'state' | 'leftReason' | 'isRunCancelled'>,
  last: NominationStep | undefined,
  side: Side,
  now: Date,
): boolean {
  if (!last?.fromState || last.bySide !== side || leftReason === 'agreement') return false
  if (last.event === 'run_cancelled' && isRunCancelled) return false
  return OPEN.includes(state) || !isTooLate(last, now)
}

/**
 * The last step that was not taken back, of steps of which the latest comes first; that a date moved is nobody's step. A place that was lost
 * with a run is given back by taking that back, once the run is on again.
 */
export function lastStanding(steps: readonly NominationStep[]): NominationStep | undefined {
  return steps.find(({ event, takenBackAt }) => takenBackAt === null && !NOBODYS.includes(event))
}

const NOBODYS: readonly NominationStep['event'][] = [
  'date_moved',
  'run_moved',
  'run_arranged',
  'run_restored',
]

async function move(
  trx: Transaction<DB>,
  { id, version }: Nomination,
  to: Standing & Pick<Nomination, 'state'>,
): Promise<void> {
  await trx
    .updateTable('nomination')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

function audit(trx: Transaction<DB>, viewer: SignedInViewer, { caseId }: Nomination, event: StepEvent) {
  return recordAudit(trx, viewer, { action: `nomination.${event}`, subjectKind: 'case', subjectId: caseId })
}
