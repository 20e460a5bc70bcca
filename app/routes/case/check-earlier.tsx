import { useActionData, useLoaderData } from '@remix-run/react'

import { relabelSchema } from '~/domain/outcome/check-form'
import { relabelCheck } from '~/domain/outcome/relabel-check.server'
import { guarded, notFound } from '~/http/guard.server'
import { officerAction, saying, sentBefore } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { EarlierCheckScreen } from '~/screens/case-check/earlier-screen'
import { earlierCheckFor } from '~/screens/case-check/facts.server'
import { checkFrom, checkPath, RELABELLED } from '~/screens/case-check/page'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('What was recorded before')

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const kind = checkFrom(params['check'])
  if (kind === null) throw notFound()
  const at = { caseId: idFrom(params, 'caseId'), kind, recordId: idFrom(params, 'recordId') }
  const page = await earlierCheckFor(context, viewer, at)
  if (!page) throw notFound()
  return page
})

export const action = guarded('officer', async args => {
  const { context, viewer, params } = args
  const kind = checkFrom(params['check'])
  if (kind === null) throw notFound()
  const recordId = idFrom(params, 'recordId')
  const at = { caseId: idFrom(params, 'caseId'), kind, recordId }
  const isThere = (await earlierCheckFor(context, viewer, at)) !== null
  return officerAction(
    args,
    { schema: () => relabelSchema, needs: 'either', isThere },
    (caseId, { value, sent }) => relabelCheck(context, viewer, { caseId, recordId, ...value }, sent),
    {
      done: caseId => ({ to: checkPath(caseId, kind), says: [RELABELLED] }),
      refused: {
        unchanged: saying('because', 'This is what is said of it already: choose the other, or go back'),
        different: sentBefore,
      },
    },
  )
})

export default function EarlierCheck() {
  const submission = useActionData<typeof action>()?.submission
  return <EarlierCheckScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
