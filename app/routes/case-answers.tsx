import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { answerLines } from '~/domain/case/answers/topic-answers'
import { updateFacts } from '~/domain/casework/update-facts.server'
import { guarded } from '~/http/guard.server'
import { comparing, officerAction, onOpenCase, sentBefore } from '~/http/officer-action.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { askingWhoIsTold } from '~/screens/case-answers/asking.server'
import { answersFor, schemaOf, topicFrom } from '~/screens/case-answers/facts.server'
import { afterSaving, answersTitle, SAVED_FIRST } from '~/screens/case-answers/page'
import { CaseAnswersScreen } from '~/screens/case-answers/screen'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = args =>
  titleOrRefusal(answersTitle(args.data?.topic))(args) ?? []

export const loader = guarded('officer', args => {
  const topic = topicFrom(args.params.topic)
  const fromLast = new URL(args.request.url).searchParams.get('from') === 'last'
  return onOpenCase(args, (context, viewer, caseId) =>
    answersFor(context, viewer, caseId, { topic, fromLast }),
  )
})

export const action = guarded('officer', args => {
  const { request, context, viewer, params } = args
  const topic = topicFrom(params.topic)
  const then = new URL(request.url).searchParams.get('then')
  return officerAction(
    args,
    {
      schema: schemaOf(topic),
      lines: form => (form.ok ? answerLines(topic, form.value) : form.typed),
    },
    (caseId, { value: facts, version, passOn, sent }) =>
      updateFacts(context, viewer, { caseId, topic, facts, version: version ?? 0, passOn }, sent),
    {
      done: (caseId, { affected }) => afterSaving({ caseId, topic, affected, then }),
      refused: {
        stale: form => comparing(form, SAVED_FIRST),
        pass_on_unanswered: (form, refusal) => askingWhoIsTold(form, refusal),
        different: sentBefore,
      },
    },
  )
})

export default function CaseAnswers() {
  return <CaseAnswersScreen {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}

export { RefusalBoundary as ErrorBoundary }
