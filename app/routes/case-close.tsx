import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { closeCaseSchema, closingLines } from '~/domain/case/closing/case-closing'
import { isInTheWay } from '~/domain/casework/case-referrals.server'
import { caseSummary } from '~/screens/case/summary'
import { closeCase } from '~/domain/casework/close-case.server'
import { caseStanding } from '~/domain/case/record/case-access.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { londonDay } from '~/domain/time/calendar'
import { caseNotOpen, refuseAsClosed } from '~/http/case-not-open.server'
import { guarded } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { differentBodyPage } from '~/http/respond.server'
import { BackLink } from '~/ui/page/breadcrumbs'
import { CannotClose } from '~/screens/case-close/cannot-close'
import { CaseSummary } from '~/screens/case/case-summary'
import { CloseCaseForm } from '~/screens/case-close/close-case-form'

export { links } from '~/styles/work'

const REFUSALS = {
  stale: 'The release of this case changed while you had this page open. Look at it again, then close it',
  referrals_open: 'The case is not closed: a referral of it is open',
}

export const meta = titleOrRefusal('Close case')

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const found = await findCaseFor(context, viewer, caseId)
  if (!found || found.closedAt) throw await caseNotOpen(context, viewer, caseId)
  return {
    summary: caseSummary(found, londonDay(context.clock())),
    inTheWay: found.referrals.filter(isInTheWay),
    carried: { idempotencyKey: newIdempotencyKey(), version: found.version },
  }
})

export const action = guarded('officer', async ({ request, context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const form = await parseForm(request, closeCaseSchema)
  const typed = closingLines(form.typed)
  const closed = () => refuseAsClosed(context, viewer, caseId, typed)
  if (!form.ok) return (await caseStanding(context, viewer, caseId)) === 'open' ? form.reply : closed()
  const target = { caseId, version: form.version ?? 0 }
  const result = await closeCase(context, viewer, target, form.value, form.sent)
  if (result.ok) return redirect(`/cases/${caseId}`, 303)
  if (result.reason === 'not_found') return closed()
  const page = `/cases/${caseId}/close`
  if (result.reason === 'different')
    throw differentBodyPage({ text: 'Open the page again', href: page }, typed)
  return form.refuse('', REFUSALS[result.reason], 409)
})

export default function CaseClose() {
  const { summary, inTheWay, carried } = useLoaderData<typeof loader>()
  const submission = useActionData<typeof action>()?.submission
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      {inTheWay.length > 0 && !submission ? (
        <CannotClose referrals={inTheWay} />
      ) : (
        <CloseCaseForm
          caseId={summary.caseId}
          carried={carried}
          submission={submission}
          inTheWay={inTheWay}
        />
      )}
    </>
  )
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
