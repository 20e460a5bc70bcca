import type { AppLoadContext } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { CASE_DONE } from '~/screens/case/page'
import { caseSummary } from '~/screens/case/summary'
import { decideForCase } from '~/screens/case-refer/facts.server'
import { reasonLines } from '~/screens/case-search/place-card'
import { decisionMark } from '~/domain/referral/submit/decision-mark.server'
import { referSchema } from '~/domain/referral/submit/refer-form'
import { referralPreview } from '~/domain/referral/disclosure/sections'
import { refusalStatus, refusalText } from '~/domain/referral/refusal'
import { submitReferral, submittedBefore } from '~/domain/referral/submit/submit-referral.server'
import { londonDay } from '~/domain/time/calendar'
import { caseNotOpen, refuseAsClosed } from '~/http/case-not-open.server'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { alreadyReferredPage } from '~/http/referral-refusal.server'
import { BackLink } from '~/ui/page/breadcrumbs'
import { CannotRefer } from '~/screens/case-refer/cannot-refer'
import { CaseSummary } from '~/screens/case/case-summary'
import { ReferForm } from '~/screens/case-refer/refer-form'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Refer case')

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const [caseId, serviceId] = [idFrom(params, 'caseId'), idFrom(params, 'serviceId')]
  const decided = await decideForCase(context, viewer, caseId, serviceId)
  if (!decided) throw await caseNotOpen(context, viewer, caseId)
  const { found, service, decision, group, avoidNote, referral, before } = decided
  return {
    summary: caseSummary(found, londonDay(context.clock())),
    service,
    group,
    referral: referral && { id: referral.id, reference: referral.reference },
    before,
    avoidNote,
    reasons: reasonLines(decision.answers),
    shared: referralPreview({ ...found, reference: null }, londonDay(context.clock())),
    carried: { idempotencyKey: newIdempotencyKey(), shown: decisionMark(decision) },
  }
})

export const action = guarded('officer', async ({ request, context, viewer, params }) => {
  const [caseId, serviceId] = [idFrom(params, 'caseId'), idFrom(params, 'serviceId')]
  const decided = await decideForCase(context, viewer, caseId, serviceId)
  const form = await parseForm(request, referSchema(decided?.decision.outcome ?? 'eligible'))
  const before = await submittedBefore(context, viewer, form.sent)
  if (before) return sentPage(context, caseId, before.reference, decided?.service.name)
  if (!decided) return refuseAsClosed(context, viewer, caseId, form.typed)
  if (!form.ok) return form.reply
  const { decision } = decided
  const { agreedTier, justification, shown } = form.value
  const input = { caseId, serviceId, agreed: true, agreedTier, decision, justification, shown: shown ?? '' }
  const result = await submitReferral(context, viewer, input, form.sent)
  if (result.ok) return sentPage(context, caseId, result.reference, decided.service.name)
  if (result.reason === 'not_found') return refuseAsClosed(context, viewer, caseId, form.typed)
  if (result.reason === 'already_referred') throw alreadyReferredPage(result.referralId)
  const field = result.reason === 'names_person' ? 'justification' : ''
  return form.refuse(field, refusalText(result.reason), refusalStatus(result.reason) === 409 ? 409 : 422)
})

/** A form sent again is told what its first sending did, whatever has changed since. */
function sentPage(context: AppLoadContext, caseId: string, reference: string, service = 'the service') {
  return redirectSaying(context, `/cases/${caseId}`, CASE_DONE.referred(reference, service))
}

export default function CaseRefer() {
  const { summary, service, referral, ...page } = useLoaderData<typeof loader>()
  const submission = useActionData<typeof action>()?.submission
  const mayRefer = service.referralRoute === 'here' && referral === null
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}/search`}>Back to places for this case</BackLink>
      <CaseSummary {...summary} linked />
      {mayRefer ? (
        <ReferForm {...page} service={service} submission={submission} />
      ) : (
        <CannotRefer service={service} referral={referral} />
      )}
    </>
  )
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
