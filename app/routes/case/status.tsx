import { useActionData, useLoaderData } from '@remix-run/react'

import { statusSchema } from '~/domain/case/record/person-form'
import { changeStatus } from '~/domain/casework/change-status.server'
import { guarded } from '~/http/guard.server'
import { comparing, officerAction, onOpenCase, saying, sentBefore } from '~/http/officer-action.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { CASE_DONE, savedWords } from '~/screens/case/page'
import { askingWhoIsTold } from '~/screens/case-answers/asking.server'
import { basicsFor } from '~/screens/case-person/facts.server'
import { beforeReplaced, NOT_CHANGED, statusLines } from '~/screens/case-status/page'
import { CaseStatusScreen } from '~/screens/case-status/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Change the status: case')

export const loader = guarded('officer', args => onOpenCase(args, basicsFor))

export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: statusSchema, lines: form => (form.ok ? statusLines(form.value) : form.typed) },
    (caseId, { value: status, version, passOn, sent }) =>
      changeStatus(context, viewer, { caseId, version: version ?? 0, status, passOn }, sent),
    {
      done: (caseId, { affected }) => ({
        to: `/cases/${caseId}`,
        says: savedWords(CASE_DONE.statusChanged, affected),
      }),
      refused: {
        unchanged: saying('custodyStatus', NOT_CHANGED.unchanged),
        before_replaced: (form, { since }) => form.refuse('statusSince', beforeReplaced(since)),
        stale: form => comparing(form, NOT_CHANGED.stale),
        pass_on_unanswered: (form, refusal) => askingWhoIsTold(form, refusal),
        different: sentBefore,
      },
    },
  )
})

export default function CaseStatus() {
  return <CaseStatusScreen {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}

export { RefusalBoundary as ErrorBoundary }
