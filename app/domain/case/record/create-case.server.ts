import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once, type Once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { PersonFacts } from '../../eligibility/facts'
import { londonDay } from '../../time/calendar'
import { carryAnswers } from '../carried/carried.server'
import { derivedFacts } from './derived-facts'
import { insertCase } from './insert-case.server'
import type { NewCase } from './case-form'
import { answerOf } from './said-of-number'
import { isOfLastEpisode, openUnderAnotherNumber } from './same-person.server'
import { openElsewhere, type OtherPrison } from './open-elsewhere.server'

type Made = { ok: true; caseId: string; reference: string }
export type AlreadyOpen = { ok: false; reason: 'already_open'; caseId: string }
/** Another prison has an open case of the number, and it is not said that it was rung. */
export type OpenElsewhere = { ok: false; reason: 'open_elsewhere'; prison: OtherPrison }

/** A closed case has the number, and neither the date of birth nor the name of this person: whether it is the same was not said. */
type MaybeAnother = { ok: false; reason: 'same_person_unsaid' }

/** The team has an open case of this name and date of birth under another number, and that it is somebody else was not said. */
export type AnotherNumber = { ok: false; reason: 'another_number'; caseId: string }

/** 'already_open' carries the team's case of the same person; 'different': the form was sent before with another body. */
export type CreateCaseResult =
  Made | AlreadyOpen | OpenElsewhere | AnotherNumber | MaybeAnother | { ok: false; reason: 'different' }

const OPEN_ONCE = 'case_identity_once'

/**
 * Opens a case for the viewer's prison team, once for one form. The same person's open case is given back instead of a
 * second one; two colleagues who open it in the same instant both end at the one case.
 */
export async function createCase(
  app: DomainContext,
  viewer: SignedInViewer,
  input: NewCase,
  request: FormRequest,
): Promise<CreateCaseResult> {
  try {
    return await asViewer(app.db, viewer, async trx => {
      const done = await once(trx, viewer, request, () => openCase(app, trx, viewer, input))
      await auditShown(trx, viewer, done)
      return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
    })
  } catch (error) {
    if (!isOpenTwice(error)) throw error
    return asViewer(app.db, viewer, trx => openCaseOf(app, trx, viewer, input.prisonNumber, error))
  }
}

async function openCase(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  input: NewCase,
): Promise<Exclude<CreateCaseResult, { reason: 'different' }>> {
  const open =
    (await openUnderNumber(app, trx, viewer, input)) ?? (await alikeUnsaid(app, trx, viewer, input, null))
  if (open) return open
  const isSame = await isOfLastEpisode(app, trx, input)
  const said = answerOf(input.samePerson, input.prisonNumber)
  if (isSame === false && said === null) return { ok: false, reason: 'same_person_unsaid' }

  const caseId = newId()
  const {
    prisonNumber,
    name,
    dateOfBirth,
    openElsewhere: _,
    samePerson: _said,
    anotherPerson: _other,
    ...columns
  } = input
  const now = app.clock()
  const reference = await insertCase(
    trx,
    app.keys,
    {
      id: caseId,
      identity: { prisonNumber, name, dateOfBirth, crn: null },
      columns: { ...columns, ...(await teamColumns(trx, viewer)) },
      facts: PersonFacts.parse(derivedFacts(input, dateOfBirth, londonDay(now))),
    },
    now,
  )
  await recordAudit(trx, viewer, { action: 'case.create', subjectKind: 'case', subjectId: caseId })
  if (isSame || said === 'yes') await carryAnswers(trx, viewer, caseId)
  return { ok: true, caseId, reference }
}

/** Whose case it is. @throws Error when the viewer's organisation is no prison */
async function teamColumns(trx: Transaction<DB>, { organisationId, personId }: SignedInViewer) {
  const { prisonCode } = await trx
    .selectFrom('organisation')
    .select('prisonCode')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  if (prisonCode === null) throw new Error('Only the team of a prison opens a case')
  return { organisationId, prisonCode, createdBy: personId }
}

/** The team's open case of a person by prison number, or undefined. */
export async function findOpenCase(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  prisonNumber: string,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('caseIdentity')
    .select('caseId')
    .where('organisationId', '=', viewer.organisationId)
    .where('prisonNumberHash', '=', app.keys.lookupHash(prisonNumber))
    .where('open', '=', true)
    .executeTakeFirst()
  return row?.caseId
}

/**
 * Leaves the row that says whose open case was shown to somebody whose form was refused for it: what the form itself wrote is undone
 * with it.
 */
export async function auditShown(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  done: Once<{ ok: boolean; reason?: string; caseId?: string }>,
): Promise<void> {
  if (done.kind === 'different') return
  const { reason, caseId = null } = done.answer
  if (reason === 'open_elsewhere')
    await recordAudit(trx, viewer, { action: 'case.known_elsewhere', subjectKind: 'case', subjectId: null })
  if (reason === 'another_number')
    await recordAudit(trx, viewer, { action: 'case.find', subjectKind: 'case', subjectId: caseId })
}

/** What stands against one more open case of a number: one of the team's, or, unless that was said, of another prison; null for nothing. */
export async function openUnderNumber(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  asked: { prisonNumber: string; openElsewhere?: string | null },
): Promise<AlreadyOpen | OpenElsewhere | null> {
  const caseId = await findOpenCase(app, trx, viewer, asked.prisonNumber)
  if (caseId) return { ok: false, reason: 'already_open', caseId }
  const prison = await openElsewhere(app, trx, asked.prisonNumber)
  const isRung = answerOf(asked.openElsewhere, asked.prisonNumber) === 'yes'
  return prison && !isRung ? { ok: false, reason: 'open_elsewhere', prison } : null
}

/** What the team's other open case of the name and the date of birth stands against, unless it was said that it is somebody else's. */
export async function alikeUnsaid(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  person: Parameters<typeof openUnderAnotherNumber>[3] & { anotherPerson?: string | null },
  but: string | null,
): Promise<AnotherNumber | null> {
  if (answerOf(person.anotherPerson, person.prisonNumber) === 'yes') return null
  const caseId = await openUnderAnotherNumber(app, trx, viewer.organisationId, person, but)
  return caseId === null ? null : { ok: false, reason: 'another_number', caseId }
}

/** After a colleague was quicker: her case is there now. @throws the first error when it is not */
export async function openCaseOf(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  prisonNumber: string,
  error: unknown,
): Promise<AlreadyOpen> {
  const caseId = await findOpenCase(app, trx, viewer, prisonNumber)
  if (!caseId) throw error
  return { ok: false, reason: 'already_open', caseId }
}

/** True for the error of the constraint that a person has one open case with a team. */
export function isOpenTwice(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === OPEN_ONCE
  )
}
