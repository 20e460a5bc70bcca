import { type AppLoadContext, data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { PersonFacts } from '~/domain/eligibility/facts'
import { affectedWords, CASE_DONE, savedWords } from '~/screens/case/page'
import { caseSummary } from '~/screens/case/summary'
import { topicFormValue } from '~/domain/case/answers/fact-form-value'
import { isTopicCode, TOPICS, type TopicCode } from '~/domain/case/answers/fact-topics'
import { topicSchema } from '~/domain/case/answers/facts-form'
import { passOnErrors } from '~/domain/case/answers/pass-on'
import { caseStanding } from '~/domain/case/record/case-access.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { answerLines, compareAnswers, nextTopic } from '~/domain/case/answers/topic-answers'
import { type AffectedNamed, updateFacts } from '~/domain/casework/update-facts.server'
import { londonDay } from '~/domain/time/calendar'
import { serviceNames } from '~/domain/service/service-names.server'
import { caseNotOpen, refuseAsClosed } from '~/http/case-not-open.server'
import { guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { SENT_BEFORE } from '~/http/respond.server'
import { BackLink } from '~/ui/page/breadcrumbs'
import { CaseSummary } from '~/screens/case/case-summary'
import { TopicErrors, TopicForm } from '~/screens/case-answers/topic-form'
import { StaleNotice } from '~/screens/case-answers/stale-notice'

export { links } from '~/styles/work'

const SAVED_FIRST = 'These answers were saved after you opened them: compare both versions'

export const meta: MetaFunction<typeof loader> = args =>
  titleOrRefusal(args.data ? `${TOPICS[args.data.topic].title}: case` : 'Answers')(args) ?? []

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const topic = topicFrom(params.topic)
  const caseId = idFrom(params, 'caseId')
  const found = await findCaseFor(context, viewer, caseId)
  if (!found || found.closedAt) throw await caseNotOpen(context, viewer, caseId)
  const asksForServices = TOPICS[topic].questions.some(({ kind }) => kind === 'avoid')
  return {
    topic,
    summary: caseSummary(found, londonDay(context.clock())),
    facts: found.facts,
    kept: topicFormValue(topic, found.facts),
    services: asksForServices ? await serviceNames(context.db, viewer) : [],
    carried: { idempotencyKey: newIdempotencyKey(), version: found.topicVersions[topic] },
  }
})

export const action = guarded('officer', async ({ request, context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const topic = topicFrom(params.topic)
  const form = await parseForm(request, topicSchema(topic, londonDay(context.clock())))
  const closed = () =>
    refuseAsClosed(context, viewer, caseId, form.ok ? answerLines(topic, form.value) : form.typed)
  if (!form.ok) return (await caseStanding(context, viewer, caseId)) === 'open' ? form.reply : closed()
  const update = { caseId, topic, facts: form.value, version: form.version ?? 0, passOn: form.passOn }
  const result = await updateFacts(context, viewer, update, form.sent)
  if (result.ok) return afterSaving(request, context, { caseId, topic, affected: result.affected })
  if (result.reason === 'not_found') return closed()
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  if (result.reason === 'pass_on_unanswered') {
    const { affected, asked } = result
    const reply = form.ask(passOnErrors(asked, form))
    return data({ asking: { ...reply.data, asked, title: affectedWords(affected.length) } }, reply.init ?? {})
  }
  const { submission } = form.refuse('', SAVED_FIRST, 409).data
  return data({ conflict: { submission, yours: form.value } }, { status: 409 })
})

export default function CaseAnswers() {
  const { topic, summary, facts, kept, services, carried } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const asking = sent && 'asking' in sent ? sent.asking : null
  const conflict = sent && 'conflict' in sent ? sent.conflict : null
  const submission = sent && 'submission' in sent ? sent.submission : (conflict ?? asking)?.submission
  const yours = conflict && PersonFacts.parse(conflict.yours)
  const next = nextTopic(topic)
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <TopicErrors topic={TOPICS[topic]} submission={submission} asked={asking?.asked ?? []} />
          <h1 className="govuk-heading-l">{asking?.title ?? TOPICS[topic].title}</h1>
          {yours && <StaleNotice answers={compareAnswers(topic, yours, facts)} />}
          <p className="govuk-body">
            {asking
              ? 'What you answered changes how the person fits. Nothing is saved until you say who may be told.'
              : 'Every answer may be not known yet. What is asked here is never asked again.'}
          </p>
          <TopicForm
            topic={TOPICS[topic]}
            kept={kept}
            submission={submission}
            services={services}
            carried={carried}
            asked={asking?.asked ?? []}
            next={next && { action: '?then=next', title: TOPICS[next].title }}
          />
        </div>
      </div>
    </>
  )
}

function topicFrom(text: string | undefined): TopicCode {
  if (text === undefined || !isTopicCode(text)) throw notFound()
  return text
}

/** Back to the case, on to the next topic, or back to the search whose reasons led here; saying whom it affects. */
function afterSaving(
  request: Request,
  context: AppLoadContext,
  { caseId, topic, affected }: { caseId: string; topic: TopicCode; affected: readonly AffectedNamed[] },
): TypedResponse<never> {
  const then = new URL(request.url).searchParams.get('then')
  const next = then === 'next' ? nextTopic(topic) : null
  const path =
    next !== null
      ? `/cases/${caseId}/answers/${next}`
      : `/cases/${caseId}${then === 'search' ? '/search' : ''}`
  const isSaid = path === `/cases/${caseId}` || affected.length > 0
  if (!isSaid) return redirect(path, 303)
  return redirectSaying(context, path, ...savedWords(CASE_DONE.saved(topic), affected))
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
