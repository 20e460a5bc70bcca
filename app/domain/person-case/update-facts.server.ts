import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { londonDay } from '../region/calendar'
import { loadCase } from './case-row.server'
import type { TopicCode } from './fact-topics'
import type { FactsPatch } from './facts-form'
import { takeTopic } from './topic-versions.server'
import { type Touched, touchCase, writeFacts } from './write-facts.server'

export interface FactsUpdate {
  caseId: string
  topic: TopicCode
  /** What topicSchema(topic) read. */
  facts: FactsPatch
  /** The version of the topic the page was drawn from: topicVersions. */
  version: number
}

export type UpdateFactsResult = Touched | { ok: false; reason: 'different' }

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

async function keepTopic(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, topic, facts, version }: FactsUpdate,
): Promise<Touched> {
  const now = app.clock()
  const touched = await touchCase(trx, viewer, caseId, null, now)
  if (!touched.ok) return touched
  if (!(await takeTopic(trx, caseId, topic, version))) return { ok: false, reason: 'stale' }
  const kept = await loadCase(trx, app.keys, caseId, londonDay(now))
  if (!kept) return { ok: false, reason: 'not_found' }
  await writeFacts(trx, caseId, { ...kept.facts, ...facts })
  await recordAudit(trx, viewer, {
    action: 'case.facts',
    subjectKind: 'case',
    subjectId: caseId,
    detail: { topic },
  })
  return { ok: true }
}
