import { useActionData, useLoaderData } from '@remix-run/react'

import { nominate } from '~/domain/nomination/nominate.server'
import { ANY_TIME, nominateSchema } from '~/domain/nomination/nomination'
import { guarded } from '~/http/guard.server'
import { refusalPage } from '~/http/respond.server'
import { officerAction, onOpenCase, sentBefore } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { nominatePageFor } from '~/screens/case-nominate/facts.server'
import { NOT_NOMINATED, programmeClosed } from '~/screens/case-nominate/page'
import { CaseNominateScreen } from '~/screens/case-nominate/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Nominate case')

export const loader = guarded('officer', args => {
  const serviceId = idFrom(args.params, 'serviceId')
  return onOpenCase(args, (context, viewer, caseId) => nominatePageFor(context, viewer, caseId, serviceId))
})

/** Names the person for a run, or keeps that she said no. */
export const action = guarded('officer', async args => {
  const { context, viewer, params } = args
  const serviceId = idFrom(params, 'serviceId')
  return officerAction(
    args,
    { schema: () => nominateSchema },
    (caseId, { value: { run, ...said }, sent }) =>
      nominate(
        context,
        viewer,
        { caseId, serviceId, cohortId: run === ANY_TIME ? null : run, ...said },
        sent,
      ),
    {
      done: (_, { nominationId }) => ({
        to: `/nominations/${nominationId}`,
        says: ['The nomination is saved'],
      }),
      refused: {
        different: sentBefore,
        closed: (_form, _refusal, caseId) => {
          throw refusalPage(409, programmeClosed(caseId))
        },
        otherwise: (form, { reason }) =>
          reason === 'not_found' || reason === 'different' || reason === 'closed'
            ? sentBefore(form)
            : form.refuse(...NOT_NOMINATED[reason]),
      },
    },
  )
})

export default function CaseNominate() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseNominateScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
