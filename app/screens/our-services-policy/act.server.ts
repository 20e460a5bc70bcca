import { type AppLoadContext, data } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { policyField } from '~/domain/policy/policy-fields'
import { isPolicyTopicCode, policyTopic, type PolicyTopicCode } from '~/domain/policy/policy-topics'
import { statePolicyTopic, type StateResult, verifyPolicy } from '~/domain/policy/state-policy.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { differentBodyPage, notFound, refusalPage, SENT_BEFORE, stalePage } from '~/http/respond.server'
import { href } from '~/paths'
import { doneWords, NOTHING_STATED, SAVED_FIRST, VERIFIED_TODAY } from './page'

/** The topic an address names. @throws the page that is not there for any other */
export function topicFrom(text: string | undefined): PolicyTopicCode {
  if (text === undefined || !isPolicyTopicCode(text)) throw notFound()
  return text
}

/** Verifies the whole policy as the page showed it. */
export async function verifyFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: Request,
) {
  const form = await parseForm(request, z.object({}))
  if (!form.ok) return form.reply
  const result = await verifyPolicy(context, viewer, { serviceId, version: form.version ?? -1 }, form.sent)
  const page = href('our-services/:serviceId/policy', { serviceId })
  const back = { text: 'Open the policy', href: page }
  if (result.ok) return redirectSaying(context, page, VERIFIED_TODAY)
  if (result.reason === 'stale') throw stalePage(back)
  if (result.reason === 'nothing_stated')
    throw refusalPage(409, { title: 'Nothing is stated yet', paragraphs: [NOTHING_STATED], link: back })
  if (result.reason === 'different') throw differentBodyPage(back)
  throw notFound()
}

/** Saves one topic of a policy, or draws its form again with what is to be mended or ticked. */
export async function stateFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  at: { serviceId: string; topic: PolicyTopicCode },
  request: Request,
) {
  const form = await parseForm(request, topicSchema(at.topic))
  if (!form.ok) return data({ submission: form.reply.data.submission, asked: [] }, { status: 422 })
  const { sure, verifiesAll, ...values } = form.value
  const stated = {
    ...at,
    // Every field of the schema but the two above is one of the topic.
    values: values as Readonly<Record<string, string | string[]>>,
    sure: sure,
    verifiesAll: verifiesAll === 'yes',
    version: form.version ?? -1,
  }
  const result = await statePolicyTopic(context, viewer, stated, form.sent)
  if (!result.ok) return refused(form, result)
  const page = href('our-services/:serviceId/policy', { serviceId: at.serviceId })
  return redirectSaying(context, page, doneWords(result, stated.verifiesAll))
}

function refused(
  form: Pick<ParsedForm<unknown>, 'refuse' | 'ask'>,
  result: Exclude<StateResult, { ok: true }>,
) {
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'nothing_stated')
    return data(
      { submission: form.refuse('verifiesAll', NOTHING_STATED).data.submission, asked: [] },
      { status: 422 },
    )
  const reply =
    result.reason === 'wrong'
      ? form.ask(result.wrong)
      : result.reason === 'stale'
        ? form.refuse('', SAVED_FIRST, 409)
        : form.refuse('', SENT_BEFORE)
  return data(
    { submission: reply.data.submission, asked: result.reason === 'wrong' ? result.asked : [] },
    reply.init ?? {},
  )
}

function topicSchema(topic: PolicyTopicCode) {
  const fields = policyTopic(topic).fields.map(name => [
    name,
    policyField(name).kind === 'many' ? codes : policyField(name).kind === 'lines' ? lines : answer,
  ])
  return z.object({
    ...(Object.fromEntries(fields) as Record<string, typeof answer | typeof codes>),
    sure: codes,
    verifiesAll: answer,
  })
}

/** How radios say that nothing is stated. */
const NOT_STATED = 'not_stated'
const answer = z
  .string()
  .max(1000, { error: 'This is too long' })
  .default('')
  .transform(text => (text === NOT_STATED ? '' : text))
const lines = z.string().max(10_000, { error: 'This is too long' }).default('')
const codes = z.array(z.string().max(60)).default([])
