import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { type AffectedReferral, changesBetween } from '../referral/changes/changes-between.server'
import { decideAgainAllOf } from '../referral/changes/decide-again.server'
import { noteChanges } from '../referral/changes/note-changes.server'
import { lockCase } from '../case/record/lock-case.server'
import { personForAct } from '../case/record/open-person.server'
import type { TopicCode } from '../case/answers/fact-topics'
import type { FactsPatch } from '../case/answers/facts-form'
import { type AskedProvider, type PassOn, passOnTo } from '../case/answers/pass-on'
import { countSave, topicVersions } from '../case/answers/topic-versions.server'
import { standsAs, type Touched, touchCase, writeFacts } from '../case/answers/write-facts.server'

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

/** An open referral that a saved topic changes the answer of. */
export type AffectedNamed = { id: string; reference: string; serviceName: string }

type KeptTopic =
  | { ok: true; affected: AffectedNamed[] }
  | Extract<Touched, { ok: false }>
  /** Answers change that providers may be told of, and it was not said of each whether she agrees. Nothing is kept. */
  | { ok: false; reason: 'pass_on_unanswered'; affected: AffectedNamed[]; asked: AskedProvider[] }

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

async function keepTopic(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  update: FactsUpdate,
): Promise<KeptTopic> {
  const { caseId, topic, version, passOn = {} } = update
  const seen = { caseId, version: null }
  const now = app.clock()
  // As every act on a referral does: one in hand is decided with the answers before or after, never between.
  await lockCase(trx, caseId)
  const standing = await standsAs(trx, viewer, seen)
  if (!standing.ok) return standing
  // Before anything is asked about the answers: whoever answers that would send them again, over those of a colleague.
  if ((await topicVersions(trx, caseId))[topic] !== version) return { ok: false, reason: 'stale' }
  await decideAgainAllOf(app, trx, caseId)
  const affected = await affectedBy(app, trx, viewer, update)
  const asked = affected.filter(({ told }) => told.length > 0)
  const answers = new Map(affected.map(each => [each.id, passOnTo(each.providerId, affected, passOn)]))
  if (asked.some(({ id }) => answers.get(id) === undefined))
    return {
      ok: false,
      reason: 'pass_on_unanswered',
      affected: affected.map(named),
      asked: await byProvider(trx, asked),
    }
  const touched = await touchCase(trx, viewer, seen, now)
  if (!touched.ok) return touched
  await countSave(trx, caseId, topic, version)
  const kept = await personForAct(app, trx, caseId)
  if (!kept) return { ok: false, reason: 'not_found' }
  await writeFacts(trx, caseId, { ...kept.facts, ...update.facts })
  await recordAudit(trx, viewer, {
    action: 'case.facts',
    subjectKind: 'case',
    subjectId: caseId,
    detail: { topic },
  })
  await noteChanges(app, trx, viewer, affected, { cause: 'fact', passesOn: id => answers.get(id) === 'yes' })
  return { ok: true, affected: affected.map(named) }
}

/** The open referrals whose answer these facts would change; nothing is written. */
async function affectedBy(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, facts }: FactsUpdate,
): Promise<AffectedReferral[]> {
  const now = app.clock()
  const before = await personForAct(app, trx, caseId)
  if (!before) return []
  const after = { ...before, facts: { ...before.facts, ...facts } }
  return changesBetween(trx, viewer, caseId, { before, after, now })
}

/** One question for each provider, naming its referrals. */
async function byProvider(
  trx: Transaction<DB>,
  asked: readonly AffectedReferral[],
): Promise<AskedProvider[]> {
  const ids = [...new Set(asked.map(({ providerId }) => providerId))]
  const providers = await trx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return ids.map(providerId => {
    const referrals = asked.filter(each => each.providerId === providerId)
    const providerName = providers.find(({ id }) => id === providerId)?.name ?? 'the provider'
    return { id: referrals[0]?.id ?? '', providerName, referrals: referrals.map(named) }
  })
}

function named({ id, reference, serviceName }: AffectedReferral): AffectedNamed {
  return { id, reference, serviceName }
}
