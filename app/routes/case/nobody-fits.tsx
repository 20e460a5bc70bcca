import { useActionData, useLoaderData } from '@remix-run/react'

import { nobodyFitsSchema } from '~/domain/nobody-fits/nobody-fits'
import { guarded } from '~/http/guard.server'
import { officerAction, onOpenCase, saying, sentBefore } from '~/http/officer-action.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { nobodyFits } from '~/screens/case-nobody-fits/act.server'
import { nobodyFitsFor } from '~/screens/case-nobody-fits/facts.server'
import { NOT_SENT } from '~/screens/case-nobody-fits/page'
import { CaseNobodyFitsScreen } from '~/screens/case-nobody-fits/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Nobody fits case')

export const loader = guarded('officer', args => onOpenCase(args, nobodyFitsFor))

/** Puts the case into the coordinator's queue, or down as need alone, or takes it back. */
export const action = guarded('officer', args => {
  const { context, viewer } = args
  return officerAction(
    args,
    { schema: () => nobodyFitsSchema },
    (caseId, form) => nobodyFits(context, viewer, caseId, form),
    {
      done: (caseId, { says }) => ({ to: `/cases/${caseId}/nobody-fits`, says: [says] }),
      refused: {
        unanswered: (form, { field }) => form.refuse(field, NOT_SENT[field]),
        has_place: saying('sureOf', NOT_SENT.has_place),
        already: saying('', NOT_SENT.already, 409),
        no_coordinator: saying('', NOT_SENT.no_coordinator, 409),
        different: sentBefore,
      },
    },
  )
})

export default function CaseNobodyFits() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseNobodyFitsScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
