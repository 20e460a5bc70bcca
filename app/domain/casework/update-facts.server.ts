import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { Between } from '../referral/changes/changes-between.server'
import { decideAgainAllOf } from '../referral/changes/decide-again.server'
import { settleAnswered } from '../case/carried/carried.server'
import { lockCase } from '../case/record/lock-case.server'
import type { LoadedCase } from '../case/record/case-row.server'
import { personForAct } from '../case/record/open-person.server'
import { factsOf, type TopicCode } from '../case/answers/fact-topics'
import type { FactsPatch } from '../case/answers/facts-form'
import type { PassOn } from '../case/answers/pass-on'
import { noteCaseChanges, oldAnswers } from '../case/history/note-case-changes.server'
import { countSave, topicVersions } from '../case/answers/topic-versions.server'
import { standsAs, type Touched, touchCase, writeFacts } from '../case/answers/write-facts.server'
import { type AffectedNamed, type Unanswered, whoIsTold } from './who-is-told.server'

export interface FactsUpdate {
  caseId: string
  topic: TopicCode
  /** What topicSchema(topic) read. */
  facts: FactsPatch
  /** The version of the topic the page was drawn from: topicVersions. */
  version: number
  /** Whether the person agrees that a provider is told what it changes, by the id of one of its referrals. */
  passOn?: PassOn
}

/** Of 'pass_on_unanswered' nothing is kept. */
type KeptTopic = { ok: true; affected: AffectedNamed[] } | Extract<Touched, { ok: false }> | Unanswered

export type UpdateFactsResult = KeptTopic | { ok: false; reason: 'different' }

/**
 * Keeps the answers of one topic, once for one form: 'stale' where the same topic was saved meanwhile. The other topics stay as
 * they are, and may be saved at the same time.
 */
export async function updateFacts(
  app: DomainContext,
  viewer: SignedInViewer,
  update: FactsUpdate,
  request: FormRequest,
): Promise<UpdateFactsResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => keepTopic(app, trx, viewer, update))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

/** The same inside the caller's transaction, of some of the answers of a topic. */
export async function keepTopic(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  update: FactsUpdate,
): Promise<KeptTopic> {
  const { caseId, topic, version, passOn = {} } = update
  const seen = { caseId, version: null }
  // As every act on a referral does: one in hand is decided with the answers before or after, never between.
  await lockCase(trx, caseId)
  const standing = await standsAs(trx, viewer, seen)
  if (!standing.ok) return standing
  // Before anything is asked about the answers: whoever answers that would send them again, over those of a colleague.
  if ((await topicVersions(trx, caseId))[topic] !== version) return { ok: false, reason: 'stale' }
  await decideAgainAllOf(app, trx, caseId)
  const change = await changeOf(app, trx, update)
  if (!change) return { ok: false, reason: 'not_found' }
  const telling = await whoIsTold(trx, viewer, { caseId, change, fields: factsOf(topic), passOn })
  if (!telling.ok) return telling
  const touched = await touchCase(trx, viewer, seen, change.now)
  if (!touched.ok) return touched
  await countSave(trx, caseId, topic, version)
  await writeFacts(trx, caseId, change.after.facts)
  const old = oldAnswers(change.before.facts, update.facts)
  const by = { ...viewer, now: change.now }
  await noteCaseChanges(trx, app.keys, by, caseId, old)
  await settleAnswered(trx, by, caseId, update.facts)
  await recordAudit(trx, viewer, {
    action: 'case.facts',
    subjectKind: 'case',
    subjectId: caseId,
    detail: { topic },
  })
  await telling.note(app)
  return { ok: true, affected: telling.affected }
}

/** The person before and after; null where there is none to be opened. Nothing is written. */
async function changeOf(
  app: DomainContext,
  trx: Transaction<DB>,
  { caseId, facts }: FactsUpdate,
): Promise<(Between & { before: LoadedCase }) | null> {
  const before = await personForAct(app, trx, caseId)
  return before && { before, after: { ...before, facts: { ...before.facts, ...facts } }, now: app.clock() }
}
