import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { type AskedProvider, type PassOn, passOnTo } from '../case/answers/pass-on'
import type { DomainContext } from '../context'
import { FACT_LABELS } from '../eligibility/fact-labels'
import type { FactField } from '../eligibility/facts'
import {
  type AffectedReferral,
  type Between,
  changesBetween,
  decidedAsTold,
} from '../referral/changes/changes-between.server'
import { noteChanges } from '../referral/changes/note-changes.server'
import { type Untold, untoldOf, withToldLate } from '../referral/changes/untold.server'

/** An open referral that what was saved changes the answer of. */
export type AffectedNamed = { id: string; reference: string; serviceName: string }

/** Answers change that providers may be told of, and it was not said of each whether she agrees. */
export type Unanswered = {
  ok: false
  reason: 'pass_on_unanswered'
  affected: AffectedNamed[]
  asked: AskedProvider[]
}

/** Who is told what of a change, once that is said of everybody. */
export interface Telling {
  ok: true
  affected: AffectedNamed[]
  /** Keeps what changed in each affected referral. After the change itself is kept, in the same transaction. */
  note(app: DomainContext): Promise<void>
}

/** A change of some facts of a case, and what was answered of who may be told of it. */
export interface ToTell {
  caseId: string
  change: Between
  /** The facts that are saved, whether or not they differ. */
  fields: readonly FactField[]
  passOn: PassOn
}

/** Which open referrals a change concerns, and whether it is said of each provider if it may be told. Writes nothing. */
export async function whoIsTold(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, change, fields, passOn }: ToTell,
): Promise<Telling | Unanswered> {
  const affected = await changesBetween(trx, viewer, caseId, change)
  const untold = await untoldOf(trx, caseId, fields)
  const { asked, isAnswered, agreed } = answered(affected, untold, passOn)
  const names = affected.map(named)
  if (!isAnswered)
    return {
      ok: false,
      reason: 'pass_on_unanswered',
      affected: names,
      asked: await byProvider(trx, asked),
    }
  const passesOn = (id: string) => agreed.includes(id)
  return {
    ok: true,
    affected: names,
    async note(app) {
      const late = untold.filter(({ id }) => passesOn(id))
      const decided = await decidedAsTold(trx, viewer, change, serviceIdsOf(late))
      await noteChanges(app, trx, viewer, withToldLate(affected, late, decided), { cause: 'fact', passesOn })
    },
  }
}

/** Of which referrals it is asked whether their provider may be told, whether that is answered of each, and of which with yes. */
function answered(affected: readonly AffectedReferral[], untold: readonly Untold[], passOn: PassOn) {
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
