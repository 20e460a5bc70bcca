import { useActionData, useLoaderData } from '@remix-run/react'

import { carriedSchema } from '~/domain/case/carried/carried-form'
import { settleCarried } from '~/domain/casework/settle-carried.server'
import { guarded } from '~/http/guard.server'
import { officerAction, onOpenCase, saying, sentBefore } from '~/http/officer-action.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { carriedFor } from '~/screens/case-carried/facts.server'
import { NOT_SETTLED, settledWords } from '~/screens/case-carried/page'
import { CaseCarriedScreen } from '~/screens/case-carried/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Answers from the last time: case')

export const loader = guarded('officer', args => onOpenCase(args, carriedFor))

export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: () => carriedSchema },
    (caseId, form) => settleCarried(context, viewer, caseId, form.value, form.sent),
    {
      done: (caseId, result) => ({ to: `/cases/${caseId}/carried`, says: [settledWords(result)] }),
      refused: {
        gone: saying('', NOT_SETTLED.gone, 409),
        asks_who_is_told: saying('', NOT_SETTLED.asks_who_is_told),
        stale: saying('', NOT_SETTLED.gone, 409),
        different: sentBefore,
      },
    },
  )
})

export default function CaseCarried() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseCarriedScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
