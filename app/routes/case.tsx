import { useLoaderData } from '@remix-run/react'

import { reopenCase } from '~/domain/casework/reopen-case.server'
import { pastCase } from '~/domain/retention/past.server'
import { guarded, notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { noFields, officerAction } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { differentBodyPage, refusalPage, stalePage } from '~/http/respond.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { anotherOpen, CASE_DONE, casePage } from '~/screens/case/page'
import { CaseScreen } from '~/screens/case/screen'
import { deletedPage } from '~/screens/retention/deleted-page.server'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Case')

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const found = await findCaseFor(context, viewer, caseId)
  if (!found) {
    const past = await pastCase(context, viewer, caseId)
    if (past) throw deletedPage('case', past)
    throw notFound()
  }
  const carried = { idempotencyKey: newIdempotencyKey(), version: found.version }
  return { ...casePage(found, context.clock()), carried }
})

/** Reopens a closed case; of an open one it shows the page. */
export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: noFields, needs: 'closed' },
    (caseId, form) => reopenCase(context, viewer, { caseId, version: form.version ?? 0 }, form.sent),
    {
      done: caseId => ({ to: `/cases/${caseId}`, says: [CASE_DONE.reopened] }),
      refused: {
        another_open: (_, { caseId }) => {
          throw refusalPage(409, anotherOpen(caseId))
        },
        stale: (_form, _, caseId) => {
          throw stalePage(theCase(caseId))
        },
        different: (_form, _, caseId) => {
          throw differentBodyPage(theCase(caseId))
        },
      },
    },
  )
})

function theCase(caseId: string) {
  return { text: 'Open the case', href: `/cases/${caseId}` }
}

export default function CaseOwnPage() {
  return <CaseScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
