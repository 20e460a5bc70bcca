import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { checkSchema } from '~/domain/outcome/check-form'
import { CHECKS } from '~/domain/outcome/check-questions'
import { recordCheck } from '~/domain/outcome/record-check.server'
import { guarded, notFound } from '~/http/guard.server'
import { officerAction, saying, sentBefore } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { checkFor } from '~/screens/case-check/facts.server'
import { checkFrom, checkSaved, NOT_RECORDED, tooEarly } from '~/screens/case-check/page'
import { CaseCheckScreen } from '~/screens/case-check/screen'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = args =>
  titleOrRefusal(args.data ? `${CHECKS[args.data.kind].title} for case` : 'Check for case')(args) ?? []

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const kind = checkFrom(params['check']) ?? absent()
  return (await checkFor(context, viewer, idFrom(params, 'caseId'), kind)) ?? absent()
})

export const action = guarded('officer', args => {
  const { context, viewer, params } = args
  const kind = checkFrom(params['check']) ?? absent()
  return officerAction(
    args,
    { schema: today => checkSchema(kind, today), needs: 'either' },
    (caseId, form) =>
      recordCheck(context, viewer, { caseId, kind, version: form.version ?? 0 }, form.value, form.sent),
    {
      done: caseId => ({ to: `/cases/${caseId}`, says: [checkSaved(kind)] }),
      refused: {
        stale: saying('', NOT_RECORDED.stale, 409),
        unchanged: saying('', NOT_RECORDED.unchanged),
        because_missing: saying('because', NOT_RECORDED.because_missing),
        too_early: (form, { from }) => form.refuse('', tooEarly(kind, from)),
        different: sentBefore,
      },
    },
  )
})

function absent(): never {
  throw notFound()
}

export default function CaseCheck() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseCheckScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
