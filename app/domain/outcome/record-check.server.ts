import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { lockCase } from '../case/record/lock-case.server'
import type { DomainContext } from '../context'
import { type Day, londonDay } from '../time/calendar'
import { type CaseChecks, caseChecks } from './case-days.server'
import type { Because, CheckForm } from './check-form'
import { isOfThisRelease, isPossible, possibleFrom } from './check-times'
import { CHECK_ANSWERS, type CheckAnswers, type CheckKind } from './checks'

/**
 * 'stale': somebody recorded it after the page was drawn. 'too_early' carries the first day on which it can be known, null where
 * no release date is. 'because_missing': it replaces what stands, and nobody said why.
 */
export type RecordCheckResult =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'stale' | 'unchanged' | 'because_missing' | 'different' }
  | { ok: false; reason: 'too_early'; from: Day | null }

export interface CheckTarget {
  caseId: string
  kind: CheckKind
  /** How often it had been recorded when the page was drawn. */
  version: number
}

/**
 * Records a check of a case of the viewer's team, open or closed, once for one form. What stood is replaced and kept, with why: a change
 * in the world still counts as having been so, what was recorded wrongly counts for nothing.
 */
export async function recordCheck(
  app: DomainContext,
  viewer: SignedInViewer,
  target: CheckTarget,
  form: CheckForm,
  request: FormRequest,
): Promise<RecordCheckResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => recordWithin(app, trx, viewer, target, form))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function recordWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, kind, version }: CheckTarget,
  { answers, because }: CheckForm,
): Promise<Exclude<RecordCheckResult, { reason: 'different' }>> {
  await lockCase(trx, caseId)
  const found = await teamChecks(trx, viewer, caseId)
  if (!found) return { ok: false, reason: 'not_found' }
  if ((await timesRecorded(trx, caseId, kind)) !== version) return { ok: false, reason: 'stale' }
  const { releasedOn } = found
  if (!isPossible({ kind, answers }, releasedOn, londonDay(app.clock())))
    return { ok: false, reason: 'too_early', from: possibleFrom(kind, releasedOn) }
  const stands = found.standing.find(each => each.kind === kind)
  const ofAnother = stands !== undefined && !isOfThisRelease(stands, releasedOn)
  if (stands && !ofAnother) {
    if (isDeepStrictEqual(stands.answers, answers)) return { ok: false, reason: 'unchanged' }
    if (because === null) return { ok: false, reason: 'because_missing' }
  }
  await insertCheck(app, trx, viewer, { caseId, kind, answers, because: ofAnother ? 'wrong' : because })
  return { ok: true }
}

/** The case with its checks where it is of the viewer's team. */
async function teamChecks(
  trx: Transaction<DB>,
  { organisationId }: SignedInViewer,
  caseId: string,
): Promise<CaseChecks | null> {
  const own = await trx
    .selectFrom('personCase')
    .select('id')
    .where('id', '=', caseId)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return own ? ((await caseChecks(trx, [caseId]))[0] ?? null) : null
}

async function timesRecorded(trx: Transaction<DB>, caseId: string, kind: CheckKind): Promise<number> {
  const { many } = await trx
    .selectFrom('outcomeCheck')
    .select(count => count.fn.countAll<string>().as('many'))
    .where('caseId', '=', caseId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** Puts an answer in the place of the one that stands, in the caller's transaction. */
async function insertCheck(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, kind, answers, because }: CheckForm & { caseId: string; kind: CheckKind },
): Promise<void> {
  const now = app.clock()
  if (because !== null) await replaceStanding(trx, viewer, { caseId, kind, because }, now)
  await trx
    .insertInto('outcomeCheck')
    .values({
      id: newId(),
      caseId,
      kind,
      answers: JSON.stringify(answers),
      recordedBy: viewer.personId,
      recordedAt: now,
    })
    .execute()
  const detail = { check: kind }
  await recordAudit(trx, viewer, { action: 'case.check', subjectKind: 'case', subjectId: caseId, detail })
}

async function replaceStanding(
  trx: Transaction<DB>,
  { personId }: SignedInViewer,
  { caseId, kind, because }: { caseId: string; kind: CheckKind; because: Because },
  now: Date,
): Promise<void> {
  await trx
    .updateTable('outcomeCheck')
    .set({ replacedAt: now, replacedBy: personId, replacedBecause: because })
    .where('caseId', '=', caseId)
    .where('kind', '=', kind)
    .where('replacedAt', 'is', null)
    .execute()
}

/** Records as not known what nobody could find out before a case closes, in the transaction that closes it. */
export async function recordNotKnown(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  kinds: readonly CheckKind[],
): Promise<void> {
  const standing = (await caseChecks(trx, [caseId]))[0]?.standing ?? []
  for (const kind of kinds) {
    const before = standing.find(each => each.kind === kind)?.answers
    // An assessment that was not done yet leaves the other answers as they are; any other that stands is of a release that moved.
    const form: CheckForm =
      before && 'hnia' in before
        ? { answers: { ...before, hnia: 'unknown' }, because: 'changed' }
        : { answers: notKnown(kind), because: 'wrong' }
    await insertCheck(app, trx, viewer, { caseId, kind, ...form })
  }
}

/** Every leading answer not known, and nothing that follows from one. */
function notKnown(kind: CheckKind): CheckAnswers {
  const fields = Object.entries<z.ZodType>(CHECK_ANSWERS[kind].shape)
  const answers = fields.map(([field, schema]) => [field, schema.safeParse(null).success ? null : 'unknown'])
  return CHECK_ANSWERS[kind].parse(Object.fromEntries(answers))
}
