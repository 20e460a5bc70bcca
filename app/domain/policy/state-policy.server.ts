import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { openIn } from '../entry/change-standing.server'
import { hidingWhenDue } from '../entry/hidden/hide-when-due.server'
import type { Policy } from '../eligibility/policy'
import { contradictionsIn } from './contradictions'
import { type KeptPolicy, policyToWrite } from './kept-policy.server'
import type { PolicyFieldName } from './policy-fields'
import { policyField } from './policy-fields'
import { policyTopic, type PolicyTopicCode } from './policy-topics'
import {
  changedFields,
  policyOf,
  type PolicyValues,
  statesNothing,
  valuesOf,
  type WholePolicy,
} from './policy-values'
import { type WrongValues, wrongValues } from './wrong-values'

export interface StatedTopic {
  serviceId: string
  topic: PolicyTopicCode
  /** What was typed, of the fields of the topic. */
  values: Readonly<Partial<Record<PolicyFieldName, string | readonly string[]>>>
  /** Codes of what hardly goes together and was ticked as meant. */
  sure: readonly string[]
  /** The rest was looked at too: the whole policy is verified. */
  verifiesAll: boolean
  /** As the page was drawn from it. */
  version: number
}

/** 'wrong': what to mend by field, and which of it a tick would answer. Nothing was changed. */
export type StateResult =
  /** `hidesPlaces`: by this its places are hidden, until an editor has decided with the provider. */
  /** `hasOpen`: referrals are open there, which are looked at again where it changed. */
  | { ok: true; isChanged: boolean; hidesPlaces: boolean; hasOpen: boolean }
  /** 'nothing_stated': it was to be verified, and there is no rule in it that could be right. */
  | { ok: false; reason: 'not_found' | 'stale' | 'different' | 'nothing_stated' }
  | { ok: false; reason: 'wrong'; wrong: WrongValues; asked: { code: string; text: string }[] }

/** States one topic of a policy anew. Referrals open to the service are decided again by whoever follows what is written. */
export async function statePolicyTopic(
  app: DomainContext,
  viewer: SignedInViewer,
  stated: StatedTopic,
  request: FormRequest,
): Promise<StateResult> {
  return onPolicy(app, viewer, stated, request, (trx, kept) =>
    topicWithin(app, trx, viewer, { kept, stated }),
  )
}

/** "Still right": the whole policy as the page showed it is verified. */
export async function verifyPolicy(
  app: DomainContext,
  viewer: SignedInViewer,
  seen: { serviceId: string; version: number },
  request: FormRequest,
): Promise<StateResult> {
  return onPolicy(app, viewer, seen, request, async (trx, kept) => {
    if (statesNothing(kept)) return { ok: false, reason: 'nothing_stated' }
    await writePolicy(trx, viewer, kept, { whole: kept, verifiedAt: app.clock() })
    return { ok: true, isChanged: false, hidesPlaces: false, hasOpen: false }
  })
}

type Written = Pick<Extract<StateResult, { ok: true }>, 'isChanged' | 'hidesPlaces'>

/** Writes a policy over what is kept, in the viewer's transaction, with its trace; nothing where nothing differs and nobody verified. */
export async function writePolicy(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  kept: KeptPolicy,
  { whole, verifiedAt }: { whole: WholePolicy; verifiedAt: Date | null },
): Promise<Written> {
  const isChanged = kept.isUnreadable || changedFields(valuesOf(kept), valuesOf(whole)).length > 0
  if (!isChanged && verifiedAt === null) return { isChanged, hidesPlaces: false }
  const written = {
    ...(isChanged && { criteria: JSON.stringify(stated(whole.policy)), notes: [...whole.notes] }),
    ...(verifiedAt && { verifiedAt, verifiedBy: viewer.personId, verifiedLink: null }),
    version: kept.version + 1,
  }
  const serviceId = kept.service.id
  const hidesPlaces = await hidingWhenDue(trx, serviceId, async () => {
    await (
      kept.version === 0
        ? trx.insertInto('servicePolicy').values({ ...written, serviceId })
        : trx.updateTable('servicePolicy').set(written).where('serviceId', '=', serviceId)
    ).execute()
  })
  await recordAudit(trx, viewer, {
    action: isChanged ? 'service.state_policy' : 'service.verify_policy',
    subjectKind: 'service',
    subjectId: serviceId,
    detail: { verified: verifiedAt !== null },
  })
  return { isChanged, hidesPlaces }
}

async function onPolicy(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, version }: { serviceId: string; version: number },
  request: FormRequest,
  act: (trx: Transaction<DB>, kept: KeptPolicy) => Promise<StateResult>,
): Promise<StateResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<StateResult> => {
      const kept = await policyToWrite(trx, viewer, serviceId)
      if (!kept) return { ok: false, reason: 'not_found' }
      return kept.version === version ? act(trx, kept) : { ok: false, reason: 'stale' }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function topicWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { kept, stated: { topic, values, sure, verifiesAll } }: { kept: KeptPolicy; stated: StatedTopic },
): Promise<StateResult> {
  const { fields } = policyTopic(topic)
  const before = valuesOf(kept)
  const typed: PolicyValues = { ...before, ...values }
  const wrong = wrongValues(typed, fields)
  if (Object.keys(wrong).length > 0) return { ok: false, reason: 'wrong', wrong, asked: [] }
  const whole = withTopic(kept, policyOf(typed), fields)
  const against = contradictionsIn(whole.policy, changedFields(before, valuesOf(whole)), kept).filter(
    ({ code, mayBe }) => mayBe === undefined || !sure.includes(code),
  )
  if (against.length > 0) return { ok: false, reason: 'wrong', ...refusal(against, fields) }
  if (verifiesAll && statesNothing(whole)) return { ok: false, reason: 'nothing_stated' }
  const verifiedAt = verifiesAll ? app.clock() : null
  const written = await writePolicy(trx, viewer, kept, { whole, verifiedAt })
  const open = await openIn(trx, kept.service.id)
  return { ok: true, ...written, hasOpen: open.some(({ referralId }) => referralId !== null) }
}

/** What is kept with the parts that some fields state taken from another: the rest is not touched. */
function withTopic(kept: WholePolicy, typed: WholePolicy, fields: readonly PolicyFieldName[]): WholePolicy {
  const parts = new Set(fields.map(name => policyField(name).part))
  const of = Object.entries(typed.policy).filter(([part]) => parts.has(part as keyof Policy))
  return {
    policy: { ...kept.policy, ...Object.fromEntries(of) },
    notes: parts.has('notes') ? typed.notes : kept.notes,
  }
}

function refusal(against: ReturnType<typeof contradictionsIn>, fields: readonly PolicyFieldName[]) {
  const wrong = against.map(({ fields: all, say }) => [
    all.find(name => fields.includes(name)) ?? all[0],
    say,
  ])
  const asked = against.flatMap(({ code, mayBe }) => (mayBe === undefined ? [] : [{ code, text: mayBe }]))
  return { wrong: Object.fromEntries(wrong) as WrongValues, asked }
}

/** What is stated alone: what is not is left out. */
function stated(policy: Policy): Partial<Policy> {
  return Object.fromEntries(Object.entries(policy).filter(([, part]) => part !== null))
}
