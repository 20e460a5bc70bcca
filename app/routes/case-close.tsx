import { useActionData, useLoaderData } from '@remix-run/react'

import { closeCaseSchema, closingLines } from '~/domain/case/closing/case-closing'
import { closeCase } from '~/domain/casework/close-case.server'
import { guarded } from '~/http/guard.server'
import { officerAction, onOpenCase, saying } from '~/http/officer-action.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { differentBodyPage } from '~/http/respond.server'
import { closingFor } from '~/screens/case-close/facts.server'
import { NOT_CLOSED } from '~/screens/case-close/page'
import { CaseCloseScreen } from '~/screens/case-close/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Close case')

export const loader = guarded('officer', args => onOpenCase(args, closingFor))

export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: () => closeCaseSchema, lines: form => closingLines(form.typed) },
    (caseId, form) =>
      closeCase(context, viewer, { caseId, version: form.version ?? 0 }, form.value, form.sent),
    {
      done: caseId => ({ to: `/cases/${caseId}` }),
      refused: {
        stale: saying('', NOT_CLOSED.stale, 409),
        checks_missing: saying('notKnown', NOT_CLOSED.checks_missing),
        referrals_open: saying('', NOT_CLOSED.referrals_open, 409),
        different: ({ typed }, _, caseId) => {
          throw differentBodyPage({ text: 'Open the page again', href: `/cases/${caseId}/close` }, typed)
        },
      },
    },
  )
})

export default function CaseClose() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseCloseScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
