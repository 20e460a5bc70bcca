import { useActionData, useLoaderData } from '@remix-run/react'

import { shortlistSchema } from '~/domain/shortlist/shortlist'
import { guarded } from '~/http/guard.server'
import { officerAction, onOpenCase, saying, sentBefore } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { struckPage } from '~/http/respond.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { changeFor, leadsTo } from '~/screens/case-shortlisted/act.server'
import { shortlistedFor } from '~/screens/case-shortlisted/facts.server'
import { NOT_SHORTLISTED } from '~/screens/case-shortlisted/page'
import { CaseShortlistedScreen } from '~/screens/case-shortlisted/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Shortlist note for case')

export const loader = guarded('officer', args => {
  const serviceId = idFrom(args.params, 'serviceId')
  return onOpenCase(args, (context, viewer, caseId) => shortlistedFor(context, viewer, caseId, serviceId))
})

/** Puts the service on the shortlist, takes it off, or writes its note; then back to where it was pressed. */
export const action = guarded('officer', args => {
  const { context, viewer, params } = args
  const serviceId = idFrom(params, 'serviceId')
  return officerAction(
    args,
    { schema: () => shortlistSchema },
    (caseId, form) => changeFor(context, viewer, { caseId, serviceId }, form),
    {
      done: leadsTo,
      refused: {
        stale: saying('note', NOT_SHORTLISTED.stale, 409),
        noted: saying('note', NOT_SHORTLISTED.noted, 409),
        gone: saying('note', NOT_SHORTLISTED.gone, 409),
        different: sentBefore,
        struck: (_form, struck, caseId) => {
          throw struckPage(struck, {
            text: 'Open the page again',
            href: `/cases/${caseId}/shortlist/${serviceId}`,
          })
        },
      },
    },
  )
})

export default function CaseShortlisted() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseShortlistedScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
