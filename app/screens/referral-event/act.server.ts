import { actOf, leadsOn } from '~/domain/referral/events/registry.server'
import { eventDaysFor } from '~/domain/referral/events/event-days.server'
import { eventWords, screenOf } from '~/domain/referral/events/registry'
import { refusalStatus } from '~/domain/referral/refusal'
import { type GuardedArgs, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { differentBodyPage, refusalPage } from '~/http/respond.server'
import { basisChanged } from './basis-changed.server'
import { narrowedLinks } from '~/screens/referral/agreed-elsewhere'
import { staleWords } from './conflict.server'
import { eventFrom } from './facts.server'
import { refusalField, refusalSentence } from './refusal-sentence'

/** One event of the lifecycle's table: read the form, do it, go back to the referral or say why not. */
export async function actOnReferral({
  request,
  context,
  viewer,
  params,
}: GuardedArgs<readonly ['officer', 'provider']>) {
  const referralId = idFrom(params, 'referralId')
  const event = eventFrom(params)
  const days = await eventDaysFor(context, viewer, referralId)
  if (!days) throw notFound()
  const form = await parseForm(request, screenOf(event).form(days))
  if (!form.ok) return (await basisChanged(context, viewer, referralId, form)) ?? form.reply
  const version = form.version ?? 0
  const { seen, changesRead } = form
  const given = { referralId, version, seen, changesRead, ...form.value }
  const result = await actOf(event)(context, viewer, given, form.sent)
  if (result.ok) {
    const links = [
      ...narrowedLinks(result.alsoNarrowed ?? []),
      ...(await leadsOn(event, context, viewer, referralId)),
    ]
    const { done } = eventWords(event, result.state, undefined, result.was)
    return redirectSaying(context, `/referrals/${referralId}`, done, links)
  }
  const status = refusalStatus(result.reason)
  if (status === 404) throw notFound()
  if (result.reason === 'different')
    throw differentBodyPage({ text: 'Open the referral', href: `/referrals/${referralId}` }, form.typed)
  if (result.reason === 'stale') {
    const words = await staleWords(context, viewer, { referralId, version, seen })
    throw refusalPage(409, { ...words, typed: form.typed })
  }
  const reply = form.refuse(refusalField(event, result.reason), refusalSentence(result, event), status)
  if (result.reason !== 'basis_changed') return reply
  return (await basisChanged(context, viewer, referralId, { seen, reply })) ?? reply
}
