import { carriedOf, settle } from '../case/carried/carried.server'
import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { type AuditedAct, recordAudit } from '../audit/record-audit.server'
import type { PassOn } from '../case/answers/pass-on'
import { standsAs, type Touched, touchCase, writeFacts } from '../case/answers/write-facts.server'
import type { CaseBasicsKept } from '../case/history/case-fields'
import { noteCaseChanges, oldBasics } from '../case/history/note-case-changes.server'
import type { LoadedCase } from '../case/record/case-row.server'
import { derivedFacts } from '../case/record/derived-facts'
import { lockCase } from '../case/record/lock-case.server'
import { personForAct } from '../case/record/open-person.server'
import { rewriteIdentity } from '../case/record/write-identity.server'
import type { DomainContext } from '../context'
import { decideAgainAllOf } from '../referral/changes/decide-again.server'
import { londonDay } from '../time/calendar'
import { type AffectedNamed, type Unanswered, whoIsTold } from './who-is-told.server'

/** What of a case is written over, from which version of it, and whether the person agrees that providers are told. */
export interface BasicsChange {
  caseId: string
  version: number
  change: Partial<CaseBasicsKept>
  passOn: PassOn
  audit: Pick<AuditedAct, 'action'>
}

export type ChangedBasics =
  | { ok: true; affected: AffectedNamed[] }
  | Extract<Touched, { ok: false }>
  | Unanswered
  | { ok: false; reason: 'unchanged' }

/**
 * Writes over what a case says of the person: the old values are kept for the team, what follows from them (age, status, home) is
 * worked out again, and the open referrals whose answer is another are told as of any other fact; none of it where
 * `refusedBy` says that it does not go with what is kept. Inside the caller's transaction.
 */
export async function changeBasics<Refused = never>(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, version, change, passOn, audit }: BasicsChange,
  refusedBy?: (kept: CaseBasicsKept) => Refused | null,
): Promise<ChangedBasics | Refused> {
  const now = app.clock()
  const seen = { caseId, version }
  // As every act on a referral does: one in hand is decided with what was before or after, never between.
  await lockCase(trx, caseId)
  const standing = await standsAs(trx, viewer, seen)
  if (!standing.ok) return standing
  await decideAgainAllOf(app, trx, caseId)
  const before = await personForAct(app, trx, caseId)
  const kept = before && basicsOf(before)
  if (!kept) return { ok: false, reason: 'not_found' }
  const refused = refusedBy?.(kept)
  if (refused) return refused
  const old = oldBasics(kept, change)
  if (Object.keys(old).length === 0) return { ok: false, reason: 'unchanged' }

  const basics = { ...kept, ...change }
  const derived = derivedFacts({ ...before, ...basics }, basics.dateOfBirth, londonDay(now))
  const after = { ...before, facts: { ...before.facts, ...derived } }
  const fields = Object.keys(derived) as (keyof typeof derived)[]
  const telling = await whoIsTold(trx, viewer, { caseId, change: { before, after, now }, fields, passOn })
  if (!telling.ok) return telling
  const touched = await touchCase(trx, viewer, seen, now)
  if (!touched.ok) return touched
  await noteCaseChanges(trx, app.keys, { ...viewer, now }, caseId, old)
  await writeBasics(app, trx, before, basics)
  if (old.prisonNumber !== undefined) await dropCarried(trx, { ...viewer, now }, caseId)
  await writeFacts(trx, caseId, after.facts)
  await recordAudit(trx, viewer, { ...audit, subjectKind: 'case', subjectId: caseId })
  await telling.note(app)
  return { ok: true, affected: telling.affected }
}

/** What was carried over came by the number that was wrong: it may be another's, and nobody confirms it by a tap. */
async function dropCarried(
  trx: Transaction<DB>,
  by: SignedInViewer & { now: Date },
  caseId: string,
): Promise<void> {
  const { fields } = await carriedOf(trx, caseId)
  await settle(trx, by, caseId, { fields, as: 'dropped' })
}

/** What a case says of the person, to be written over; null where the viewer may not know it. */
export function basicsOf({
  identity,
  custody,
  sex,
  releaseConfidence,
}: Pick<LoadedCase, 'identity' | 'custody' | 'sex' | 'releaseConfidence'>): CaseBasicsKept | null {
  if (!identity || !custody) return null
  const { custodyStatus, statusSince, homeAuthority, releaseType } = custody
  return { ...identity, sex, releaseConfidence, custodyStatus, statusSince, homeAuthority, releaseType }
}

async function writeBasics(
  app: DomainContext,
  trx: Transaction<DB>,
  { id: caseId, organisationId }: LoadedCase,
  basics: CaseBasicsKept,
): Promise<void> {
  const { prisonNumber, name, dateOfBirth, crn, sex, custodyStatus, statusSince, homeAuthority } = basics
  await trx.updateTable('personCase').set({ sex }).where('id', '=', caseId).execute()
  await trx
    .updateTable('caseCustody')
    .set({ custodyStatus, statusSince, homeAuthority })
    .where('caseId', '=', caseId)
    .execute()
  const identity = { prisonNumber, name, dateOfBirth, crn }
  await rewriteIdentity(trx, app.keys, { caseId, organisationId }, identity)
}
