import { useActionData, useLoaderData } from '@remix-run/react'

import { referSchema } from '~/domain/referral/submit/refer-form'
import { submitReferral, submittedBefore } from '~/domain/referral/submit/submit-referral.server'
import { guarded } from '~/http/guard.server'
import { NOT_THERE, officerAction, onOpenCase } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { refusalPage } from '~/http/respond.server'
import { CASE_DONE } from '~/screens/case/page'
import { decideForCase, referPageFor } from '~/screens/case-refer/facts.server'
import { alreadyReferred, notReferred } from '~/screens/case-refer/page'
import { CaseReferScreen } from '~/screens/case-refer/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Refer case')

export const loader = guarded('officer', args => {
  const serviceId = idFrom(args.params, 'serviceId')
  return onOpenCase(args, (context, viewer, caseId) => referPageFor(context, viewer, caseId, serviceId))
})

export const action = guarded('officer', async args => {
  const { context, viewer, params } = args
  const [caseId, serviceId] = [idFrom(params, 'caseId'), idFrom(params, 'serviceId')]
  const decided = await decideForCase(context, viewer, caseId, serviceId)
  return officerAction(
    args,
    { schema: () => referSchema(decided?.decision.outcome ?? 'eligible'), isThere: decided !== null },
    async (_, { value: { agreedTier, justification, shown = '' }, sent }) => {
      if (!decided) return NOT_THERE
      const { decision } = decided
      const input = { caseId, serviceId, agreed: true, agreedTier, decision, justification, shown }
      return submitReferral(context, viewer, input, sent)
    },
    {
      // A form sent again is told what its first sending did, whatever has changed since.
      doneBefore: sent => submittedBefore(context, viewer, sent),
      done: (_, { reference }) => ({
        to: `/cases/${caseId}`,
        says: [CASE_DONE.referred(reference, decided?.service.name ?? 'the service')],
      }),
      refused: {
        already_referred: (_, refusal) => {
          throw refusalPage(409, alreadyReferred(refusal))
        },
        otherwise: (form, { reason }) => form.refuse(...notReferred(reason)),
      },
    },
  )
})

export default function CaseRefer() {
  const submission = useActionData<typeof action>()?.submission
  return <CaseReferScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
