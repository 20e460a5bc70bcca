import { sql, type Transaction } from 'kysely'
import { closedMeanwhile } from '@db/database-failure'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { standsAs, type Touched } from '../case/answers/write-facts.server'
import { isOpenTwice } from '../case/record/create-case.server'
import { lockCase } from '../case/record/lock-case.server'
import { marksOf } from '../case/record/name-marks'
import { identityToCompare } from '../case/record/open-person.server'
import type { DomainContext } from '../context'
import { endWithTheCase } from '../nomination/with-the-case.server'
import { referralsHandedOver } from '../referral/events/handed-over/act.server'
import { HAND_OVER_MESSAGES } from './hand-over-messages'

type Handed = Touched | { ok: false; reason: 'no_such_prison' }
/** 'open_there': that prison has an open case of the number. */
export type HandOverResult = Handed | { ok: false; reason: 'open_there' | 'different' }

/** The other prisons a case can be handed over to, by name. */
export async function otherPrisons(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
): Promise<{ id: string; name: string }[]> {
  return asViewer(app.db, viewer, trx =>
    trx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('kind', '=', 'prison')
      .where('prisonCode', 'is not', null)
      .where('id', '<>', viewer.organisationId)
      .where('closedAt', 'is', null)
      .orderBy('name')
      .execute(),
  )
}

/**
 * Hands an open case of the viewer's team over to another prison's, once for one form: case, history and referrals are that team's from
 * then on, and the viewer's team reads none of it. Nominations end, for a programme is a prison's. Both teams are told, and the providers
 * of what is open.
 */
export async function handOver(
  app: DomainContext,
  viewer: SignedInViewer,
  target: { caseId: string; version: number; prison: string },
  request: FormRequest,
): Promise<HandOverResult> {
  try {
    return await asViewer(app.db, viewer, async trx => {
      const done = await once(trx, viewer, request, () => handOverWithin(app, trx, viewer, target))
      return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
    })
  } catch (error) {
    if (isOpenTwice(error)) return { ok: false, reason: 'open_there' }
    // The prison was closed in this instant.
    if (closedMeanwhile(error)) return { ok: false, reason: 'no_such_prison' }
    throw error
  }
}

async function handOverWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, version, prison }: { caseId: string; version: number; prison: string },
): Promise<Handed> {
  await lockCase(trx, caseId)
  const standing = await standsAs(trx, viewer, { caseId, version })
  if (!standing.ok) return standing
  const identity = await identityToCompare(app, trx, caseId)
  if (!identity) return { ok: false, reason: 'not_found' }
  const known = await trx
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', prison)
    .where('kind', '=', 'prison')
    .where('prisonCode', 'is not', null)
    .where('id', '<>', viewer.organisationId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (!known) return { ok: false, reason: 'no_such_prison' }
  await endWithTheCase(app, trx, viewer, { caseId, reason: 'transferred' })
  // While it is still the viewer's own to write of.
  await recordAudit(trx, viewer, { action: 'case.hand_over', subjectKind: 'case', subjectId: caseId })
  const marks = marksOf(app.keys, prison, identity)
  const { rows } = await sql<{ personId: string }>`select hand_over_case(
    ${caseId}, ${prison}, ${version}, ${marks}::bytea[], ${app.clock()}) as "personId"`.execute(trx)
  const isStillOurs = await trx
    .selectFrom('personCase')
    .select('id')
    .where('id', '=', caseId)
    .where('organisationId', '=', viewer.organisationId)
    .executeTakeFirst()
  if (isStillOurs) throw new Error('The database handed no case over')
  const from = await nameOf(trx, viewer.organisationId)
  await referralsHandedOver(app, trx, viewer, { caseId, from, to: known.name })
  const template = HAND_OVER_MESSAGES.handedOver.name
  for (const { personId } of rows)
    await app.jobs.enqueue(trx, 'notify', { messageId: newId(), personId, template })
  return { ok: true }
}

async function nameOf(trx: Transaction<DB>, organisationId: string): Promise<string> {
  const { name } = await trx
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return name
}
