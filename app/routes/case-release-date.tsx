import { useActionData, useLoaderData } from '@remix-run/react'

import { moveLines } from '~/domain/case/release/compare-release'
import { moveReleaseDateSchema } from '~/domain/case/release/move-release-date-form'
import { moveReleaseDate } from '~/domain/casework/move-release-date.server'
import { guarded } from '~/http/guard.server'
import { comparing, officerAction, onOpenCase, saying, sentBefore } from '~/http/officer-action.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { CASE_DONE, savedWords } from '~/screens/case/page'
import { releaseFor } from '~/screens/case-release-date/facts.server'
import { NOT_MOVED } from '~/screens/case-release-date/page'
import { CaseReleaseDateScreen } from '~/screens/case-release-date/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Move the release date of case')

export const loader = guarded('officer', args => onOpenCase(args, releaseFor))

export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    {
      schema: moveReleaseDateSchema,
      lines: form => (form.ok ? moveLines(form.value) : form.typed),
    },
    (caseId, form) => moveReleaseDate(context, viewer, caseId, form.value, form.sent),
    {
      done: (caseId, { affected }) => ({
        to: `/cases/${caseId}`,
        says: savedWords(CASE_DONE.moved, affected),
      }),
      refused: {
        unchanged: saying('releaseOn', NOT_MOVED.unchanged),
        stale: form => comparing(form, NOT_MOVED.stale),
        different: sentBefore,
      },
    },
  )
})

export default function CaseReleaseDate() {
  return <CaseReleaseDateScreen {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}

export { RefusalBoundary as ErrorBoundary }
