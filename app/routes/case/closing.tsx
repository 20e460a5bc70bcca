import { useActionData, useLoaderData } from '@remix-run/react'

import { closingLines, closeCaseSchema } from '~/domain/case/closing/case-closing'
import { correctClosing } from '~/domain/casework/correct-closing.server'
import { guarded } from '~/http/guard.server'
import { officerAction, saying, sentBefore } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { notFound } from '~/http/respond.server'
import { CASE_DONE } from '~/screens/case/page'
import { closingFor } from '~/screens/case-closing/facts.server'
import { NOT_CORRECTED } from '~/screens/case-closing/page'
import { CaseClosingScreen } from '~/screens/case-closing/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Correct why the case closed')

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const found = await closingFor(context, viewer, idFrom(params, 'caseId'))
  if (!found) throw notFound()
  return found
})

export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: () => closeCaseSchema, needs: 'closed', lines: form => closingLines(form.typed) },
    (caseId, { value, version, sent }) =>
      correctClosing(context, viewer, { caseId, version: version ?? 0 }, value, sent),
    {
      done: caseId => ({ to: `/cases/${caseId}`, says: [CASE_DONE.closingCorrected] }),
      refused: {
        unchanged: saying('reason', NOT_CORRECTED.unchanged),
        somebody_lives_there: saying('reason', NOT_CORRECTED.somebody_lives_there),
        stale: saying('', NOT_CORRECTED.stale, 409),
        different: sentBefore,
      },
    },
  )
})

export default function CaseClosing() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseClosingScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
