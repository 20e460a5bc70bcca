import { useActionData, useLoaderData } from '@remix-run/react'

import { handOver } from '~/domain/casework/hand-over.server'
import { handOverSchema } from '~/domain/casework/hand-over-form'
import { guarded } from '~/http/guard.server'
import { officerAction, onOpenCase, saying, sentBefore } from '~/http/officer-action.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { handOverFor } from '~/screens/case-hand-over/facts.server'
import { HANDED_OVER, NOT_HANDED_OVER } from '~/screens/case-hand-over/page'
import { CaseHandOverScreen } from '~/screens/case-hand-over/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Hand over case')

export const loader = guarded('officer', args => onOpenCase(args, handOverFor))

export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: () => handOverSchema },
    (caseId, { value, version, sent }) =>
      handOver(context, viewer, { caseId, version: version ?? 0, ...value }, sent),
    {
      done: () => ({ to: '/cases', says: [HANDED_OVER] }),
      refused: {
        no_such_prison: saying('prison', NOT_HANDED_OVER.no_such_prison),
        open_there: saying('prison', NOT_HANDED_OVER.open_there, 409),
        stale: saying('', NOT_HANDED_OVER.stale, 409),
        different: sentBefore,
      },
    },
  )
})

export default function CaseHandOver() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseHandOverScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
