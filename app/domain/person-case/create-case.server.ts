import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { PersonFacts } from '../eligibility/facts'
import { splitFacts } from '../eligibility/facts-by-tier'
import { londonDay } from '../region/calendar'
import { sealIdentity } from './case-identity.server'
import { derivedFacts } from './derived-facts'
import type { NewCase } from './person-case-form'

type Made = { ok: true; caseId: string; reference: string }
type AlreadyOpen = { ok: false; reason: 'already_open'; caseId: string }

/** 'already_open' carries the team's case of the same person; 'different': the form was sent before with another body. */
export type CreateCaseResult = Made | AlreadyOpen | { ok: false; reason: 'different' }

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
): Promise<Made | AlreadyOpen> {
  const existing = await findOpenCase(app, trx, viewer, input.prisonNumber)
  if (existing) return { ok: false, reason: 'already_open', caseId: existing }

  const caseId = newId()
  await trx
    .insertInto('caseReader')
    .values({ id: newId(), caseId, organisationId: viewer.organisationId, tier: 3 })
    .execute()
  const reference = await insertCase(app, trx, viewer, caseId, input)
  await insertIdentity(app, trx, viewer, caseId, input)
  await insertFacts(app, trx, caseId, input)
  await recordAudit(trx, viewer, { action: 'case.create', subjectKind: 'case', subjectId: caseId })
  return { ok: true, caseId, reference }
}

async function insertCase(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  id: string,
  input: NewCase,
): Promise<string> {
  const prison = await trx
    .selectFrom('organisation')
    .select('prisonCode')
    .where('id', '=', viewer.organisationId)
    .executeTakeFirstOrThrow()
  if (prison.prisonCode === null) throw new Error('Only the team of a prison opens a case')
  const now = app.clock()
  const { reference } = await trx
    .insertInto('personCase')
    .values({
      id,
      reference: sql<string>`'C-' || nextval('case_reference')`,
      organisationId: viewer.organisationId,
      prisonCode: prison.prisonCode,
      sex: input.sex,
      custodyStatus: input.custodyStatus,
      releaseOn: input.releaseOn,
      releaseConfidence: input.releaseConfidence,
      releaseType: input.releaseType,
      homeAuthority: input.homeAuthority,
      createdBy: viewer.personId,
      createdAt: now,
      updatedAt: now,
    })
    .returning('reference')
    .executeTakeFirstOrThrow()
  return reference
}

async function insertIdentity(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  input: NewCase,
): Promise<void> {
  const { key, wrapped } = app.keys.newCaseKey(caseId)
  const { prisonNumber, name, dateOfBirth } = input
  await trx.insertInto('caseKey').values({ caseId, wrappedKey: wrapped }).execute()
  await trx
    .insertInto('caseIdentity')
    .values({
      caseId,
      organisationId: viewer.organisationId,
      prisonNumberHash: app.keys.lookupHash(prisonNumber),
      ...sealIdentity(app.keys, key, caseId, { prisonNumber, name, dateOfBirth, crn: null }),
    })
    .execute()
}

async function insertFacts(
  app: DomainContext,
  trx: Transaction<DB>,
  caseId: string,
  input: NewCase,
): Promise<void> {
  const known = derivedFacts(input, input.dateOfBirth, londonDay(app.clock()))
  const { triage, need, safety } = splitFacts(PersonFacts.parse(known))
  await trx
    .insertInto('caseTriage')
    .values({ caseId, facts: JSON.stringify(triage) })
    .execute()
  await trx
    .insertInto('caseNeeds')
    .values({ caseId, facts: JSON.stringify(need) })
    .execute()
  await trx
    .insertInto('caseSafety')
    .values({ caseId, facts: JSON.stringify(safety) })
    .execute()
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

/** After a colleague was quicker: her case is there now. @throws the first error when it is not */
async function openCaseOf(
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

function isOpenTwice(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === OPEN_ONCE
  )
}
