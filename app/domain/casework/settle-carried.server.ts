import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { type TopicCode } from '../case/answers/fact-topics'
import { topicVersions } from '../case/answers/topic-versions.server'
import { standsAs, type Touched } from '../case/answers/write-facts.server'
import { CARRIED_QUESTIONS, type CarriedChoice, mayConfirm } from '../case/carried/carried-form'
import { type Carried, carriedOf, settle } from '../case/carried/carried.server'
import { lockCase } from '../case/record/lock-case.server'
import type { DomainContext } from '../context'
import type { FactField } from '../eligibility/facts'
import { keepTopic } from './update-facts.server'

type Refused = Extract<Touched, { ok: false }> | { ok: false; reason: 'gone' | 'asks_who_is_told' }
export type SettleResult =
  { ok: true; settled: number; left: number } | Refused | { ok: false; reason: 'different' }

/**
 * Confirms or drops what somebody answered in her last episode, once for one form. What is confirmed is an answer of this case from
 * then on, kept as any other; with it what it hangs on. 'gone': a colleague settled it. 'asks_who_is_told': it changes an open
 * referral, so that it is to be saved on the page of its topic, which asks who may be told.
 */
export async function settleCarried(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  choice: CarriedChoice,
  request: FormRequest,
): Promise<SettleResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => settleWithin(app, trx, viewer, caseId, choice))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function settleWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  { confirm, drop }: CarriedChoice,
): Promise<Exclude<SettleResult, { reason: 'different' }>> {
  await lockCase(trx, caseId)
  const standing = await standsAs(trx, viewer, { caseId, version: null })
  if (!standing.ok) return standing
  const carried = await carriedOf(trx, caseId)
  const wanted = wantedOf(carried, confirm ?? drop ?? 'all')
  if (wanted.length === 0) return { ok: false, reason: 'gone' }
  if (drop !== undefined) {
    const by = { ...viewer, now: app.clock() }
    const settled = await settle(trx, by, caseId, { fields: wanted, as: 'dropped' })
    await recordAudit(trx, viewer, { action: 'case.drop_carried', subjectKind: 'case', subjectId: caseId })
    return { ok: true, settled, left: carried.fields.length - settled }
  }
  const kept = await confirmEach(app, trx, viewer, { caseId, carried, wanted })
  if (kept.length === 0) return { ok: false, reason: 'asks_who_is_told' }
  return { ok: true, settled: kept.length, left: carried.fields.length - kept.length }
}

/** The waiting fields a button is about: one and what it hangs on, or all that one tap may confirm. */
function wantedOf({ fields }: Carried, asked: string): FactField[] {
  if (asked === 'all') return fields.filter(mayConfirm)
  const parent = CARRIED_QUESTIONS.find(({ field }) => field === asked)?.onlyWhen?.field
  return fields.filter(field => field === asked || field === parent)
}

/** Keeps what is confirmed a topic at a time; a topic of which it must be said who is told stays. Gives what was kept. */
async function confirmEach(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, carried, wanted }: { caseId: string; carried: Carried; wanted: readonly FactField[] },
): Promise<FactField[]> {
  const versions = await topicVersions(trx, caseId)
  const topics = new Map<TopicCode, FactField[]>()
  for (const { field, topic } of CARRIED_QUESTIONS.filter(each => wanted.includes(each.field)))
    topics.set(topic, [...(topics.get(topic) ?? []), field])
  const kept: FactField[] = []
  for (const [topic, fields] of topics) {
    const facts = Object.fromEntries(fields.map(field => [field, carried.facts[field]]))
    const saved = await keepTopic(app, trx, viewer, { caseId, topic, facts, version: versions[topic] })
    if (saved.ok) kept.push(...fields)
  }
  return kept
}
