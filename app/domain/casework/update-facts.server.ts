import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import {
  type AffectedReferral,
  type Between,
  changesBetween,
  decidedAsTold,
} from '../referral/changes/changes-between.server'
import { decideAgainAllOf } from '../referral/changes/decide-again.server'
import { noteChanges } from '../referral/changes/note-changes.server'
import { type Untold, untoldOf, withToldLate } from '../referral/changes/untold.server'
import { lockCase } from '../case/record/lock-case.server'
import { personForAct } from '../case/record/open-person.server'
import { factsOf, type TopicCode } from '../case/answers/fact-topics'
import { FACT_LABELS } from '../eligibility/fact-labels'
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
  // As every act on a referral does: one in hand is decided with the answers before or after, never between.
  await lockCase(trx, caseId)
  const standing = await standsAs(trx, viewer, seen)
  if (!standing.ok) return standing
  // Before anything is asked about the answers: whoever answers that would send them again, over those of a colleague.
  if ((await topicVersions(trx, caseId))[topic] !== version) return { ok: false, reason: 'stale' }
  await decideAgainAllOf(app, trx, caseId)
  const change = await changeOf(app, trx, update)
  if (!change) return { ok: false, reason: 'not_found' }
  const affected = await changesBetween(trx, viewer, caseId, change)
  const untold = await untoldOf(trx, caseId, factsOf(topic))
  const { asked, isAnswered, agreed } = whoIsTold(affected, untold, passOn)
  if (!isAnswered) {
    const of = { affected: affected.map(named), asked: await byProvider(trx, asked) }
    return { ok: false, reason: 'pass_on_unanswered', ...of }
  }
  const touched = await touchCase(trx, viewer, seen, change.now)
  if (!touched.ok) return touched
  await countSave(trx, caseId, topic, version)
  await writeFacts(trx, caseId, change.after.facts)
  await recordAudit(trx, viewer, {
    action: 'case.facts',
    subjectKind: 'case',
    subjectId: caseId,
    detail: { topic },
  })
  const passesOn = (id: string) => agreed.includes(id)
  const late = untold.filter(({ id }) => passesOn(id))
  const decided = await decidedAsTold(trx, viewer, change, serviceIdsOf(late))
  await noteChanges(app, trx, viewer, withToldLate(affected, late, decided), { cause: 'fact', passesOn })
  return { ok: true, affected: affected.map(named) }
}

/** The person before and after; null where there is none to be opened. Nothing is written. */
async function changeOf(
  app: DomainContext,
  trx: Transaction<DB>,
  { caseId, facts }: FactsUpdate,
): Promise<Between | null> {
  const before = await personForAct(app, trx, caseId)
  return before && { before, after: { ...before, facts: { ...before.facts, ...facts } }, now: app.clock() }
}

/** Of which referrals it is asked whether their provider may be told, whether that is answered of each, and of which with yes. */
function whoIsTold(affected: readonly AffectedReferral[], untold: readonly Untold[], passOn: PassOn) {
  const concerned = [...affected, ...untold]
  const answerOf = ({ providerId }: { providerId: string }) => passOnTo(providerId, concerned, passOn)
  const asked = [...affected.filter(({ told }) => told.length > 0), ...untold]
  return {
    asked,
    isAnswered: asked.every(each => answerOf(each) !== undefined),
    agreed: concerned.filter(each => answerOf(each) === 'yes').map(({ id }) => id),
  }
}

function serviceIdsOf(referrals: readonly Untold[]): string[] {
  return [...new Set(referrals.map(({ serviceId }) => serviceId))]
}

/** One question for each provider, naming its referrals and what it has not been told of. */
async function byProvider(
  trx: Transaction<DB>,
  asked: readonly (AffectedReferral | Untold)[],
): Promise<AskedProvider[]> {
  const ids = [...new Set(asked.map(({ providerId }) => providerId))]
  const providers = await trx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return ids.map(providerId => {
    const own = asked.filter(each => each.providerId === providerId)
    const referrals = own.filter((each, place) => own.findIndex(({ id }) => id === each.id) === place)
    const providerName = providers.find(({ id }) => id === providerId)?.name ?? 'the provider'
    return { id: own[0]?.id ?? '', providerName, referrals: referrals.map(named), untold: untoldWords(own) }
  })
}

/** What a yes tells a provider from whom something is withheld: that, and what changes now. */
function untoldWords(own: readonly (AffectedReferral | Untold)[]): string[] {
  if (!own.some(each => 'facts' in each)) return []
  const facts = new Set(own.flatMap(each => ('facts' in each ? each.facts : each.changedFacts)))
  facts.delete('childBands')
  return [...facts].map(fact => inSentence(FACT_LABELS[fact]))
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

function named({ id, reference, serviceName }: AffectedNamed): AffectedNamed {
  return { id, reference, serviceName }
}
