import type { Transaction } from 'kysely'
import { DatabaseError } from 'pg'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { standsAs } from '../case/answers/write-facts.server'
import { lockCase } from '../case/record/lock-case.server'
import { personForAct } from '../case/record/open-person.server'
import type { DomainContext } from '../context'
import type { Decision } from '../eligibility/decision'
import { decideServices } from '../match/decide-services.server'
import { programmesOf } from '../programme/programme-queries.server'
import { londonDay } from '../time/calendar'
import type { Justification } from './nomination'
import { writeStep } from './write-step.server'
import { runAnswer, type RunRefusal } from './run-answer'
import { whyShut } from './why-shut.server'

/**
 * 'contact': a child is present, and nobody has recorded that contact is permitted. 'paused', 'closed': the programme takes nobody new
 * now, or is in the directory no more.
 */
export type NotNominated =
  | 'not_found'
  | 'different'
  | 'already'
  | 'contact'
  | 'not_eligible'
  | 'route'
  | 'paused'
  | 'closed'
  | RunRefusal
export type NominateResult = { ok: true; nominationId: string } | { ok: false; reason: NotNominated }

export interface NewNomination {
  caseId: string
  serviceId: string
  /** Null where the programme runs without cohorts. */
  cohortId: string | null
  agreed: 'yes' | 'no'
  /** Why all the same, where the answer is that it does not fit. */
  justification?: Justification | null
}

/**
 * Names somebody for a run of a programme, once for one form. Decided anew here: whoever the programme does not take, or who cannot finish that run, is
 * nominated with a justification alone, and whose contact with children is not recorded as permitted where one is present, not at all.
 * A no of hers is kept as need and sent to nobody.
 */
export function nominate(
  app: DomainContext,
  viewer: SignedInViewer,
  wanted: NewNomination,
  request: FormRequest,
): Promise<NominateResult> {
  const { caseId, agreed } = wanted
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<NominateResult> => {
      await lockCase(trx, caseId)
      const standing = await standsAs(trx, viewer, { caseId, version: null })
      if (!standing.ok) return { ok: false, reason: 'not_found' }
      const refused = await whyNot(app, trx, viewer, wanted)
      if (refused) return { ok: false, reason: refused }
      const nominationId = await write(app, trx, viewer, wanted).catch(cancelledMeanwhile)
      if (nominationId === null) return { ok: false, reason: 'run_closed' }
      const action = agreed === 'yes' ? 'case.nominate' : 'case.nominate_refused'
      await recordAudit(trx, viewer, { action, subjectKind: 'case', subjectId: caseId })
      return { ok: true, nominationId }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function whyNot(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, serviceId, cohortId, agreed, justification }: NewNomination,
): Promise<NotNominated | null> {
  const today = londonDay(app.clock())
  const shut = await whyShut(trx, serviceId)
  if (shut) return shut
  const found = await personForAct(app, trx, caseId)
  const [decided] = found ? await decideServices(trx, viewer, found, [serviceId], app.clock()) : []
  const programme = (await programmesOf(trx, [serviceId], today)).get(serviceId)
  if (!found || !decided || !programme) return 'not_found'
  if (await hasOpen(trx, caseId, serviceId)) return 'already'
  if (agreed === 'no')
    return programme.cohorts.some(({ id }) => id === cohortId) || cohortId === null ? null : 'run'
  if (isContactMissing(decided.decision)) return 'contact'
  const isAgainst = decided.decision.outcome === 'not_eligible'
  const isJustified = isAgainst && Boolean(justification)
  const run = runAnswer(programme, cohortId, found.facts.release, today)
  if (!run.ok && !(isJustified && run.reason === 'no_time')) return run.reason
  return isAgainst && !isJustified ? 'not_eligible' : null
}

/** True where the decision turns on what public protection has not recorded. */
export function isContactMissing({ answers }: Decision): boolean {
  return answers.some(({ criterion, outcome }) => criterion === 'child_contact' && outcome === 'not_eligible')
}

async function hasOpen(trx: Transaction<DB>, caseId: string, serviceId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('nomination')
    .select('id')
    .where('caseId', '=', caseId)
    .where('serviceId', '=', serviceId)
    .where('state', 'not in', ['completed', 'left'])
    .executeTakeFirst()
  return row !== undefined
}

/** Null where the run was cancelled while somebody was named for it. */
function cancelledMeanwhile(error: unknown): null {
  if (error instanceof DatabaseError && error.constraint === 'nomination_run_on') return null
  throw error
}

async function write(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, serviceId, cohortId, agreed, justification = null }: NewNomination,
): Promise<string> {
  const [id, now] = [newId(), app.clock()]
  const state = agreed === 'yes' ? ('nominated' as const) : ('left' as const)
  const leftReason = agreed === 'yes' ? null : 'choice'
  await trx
    .insertInto('nomination')
    .values({
      ...{ id, caseId, serviceId, cohortId, agreed, state, leftReason, justification },
      ...{ nominatedBy: viewer.personId, nominatedAt: now, stateChangedAt: now },
    })
    .execute()
  const step = { event: 'nominate', fromState: null, toState: state, detail: leftReason, was: {} } as const
  await writeStep(app, trx, viewer, { nominationId: id, ...step, isTold: agreed === 'yes' })
  return id
}
