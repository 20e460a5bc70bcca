import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { CASE_DONE, savedWords } from '~/screens/case/page'
import { caseSummary } from '~/screens/case/summary'
import { compareRelease, moveLines, releaseFormValue } from '~/domain/case/release/compare-release'
import { moveReleaseDateSchema } from '~/domain/case/release/move-release-date-form'
import { moveReleaseDate } from '~/domain/casework/move-release-date.server'
import { caseStanding } from '~/domain/case/record/case-access.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { londonDay } from '~/domain/time/calendar'
import { caseNotOpen, refuseAsClosed } from '~/http/case-not-open.server'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { SENT_BEFORE } from '~/http/respond.server'
import { BackLink } from '~/ui/page/breadcrumbs'
import { CaseSummary } from '~/screens/case/case-summary'
import { MoveReleaseDateForm } from '~/screens/case-release-date/move-release-date-form'

export { links } from '~/styles/work'

const UNCHANGED = 'This is the release date already recorded. Change it, or go back'
const MOVED_FIRST = 'The release was changed after you opened this page: compare both versions'

export const meta = titleOrRefusal('Move the release date of case')

export const loader = guarded('officer', async ({ context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const found = await findCaseFor(context, viewer, caseId)
  if (!found || found.closedAt) throw await caseNotOpen(context, viewer, caseId)
  const { releaseOn, releaseConfidence, custody } = found
  return {
    summary: caseSummary(found, londonDay(context.clock())),
    now: { releaseOn, releaseConfidence, releaseType: custody?.releaseType ?? null },
    carried: { idempotencyKey: newIdempotencyKey(), version: found.version },
  }
})

export const action = guarded('officer', async ({ request, context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const form = await parseForm(request, moveReleaseDateSchema(londonDay(context.clock())))
  const closed = () => refuseAsClosed(context, viewer, caseId, form.ok ? moveLines(form.value) : form.typed)
  if (!form.ok) return (await caseStanding(context, viewer, caseId)) === 'open' ? form.reply : closed()
  const result = await moveReleaseDate(context, viewer, caseId, form.value, form.sent)
  if (result.ok)
    return redirectSaying(context, `/cases/${caseId}`, ...savedWords(CASE_DONE.moved, result.affected))
  if (result.reason === 'not_found') return closed()
  if (result.reason === 'unchanged') return form.refuse('releaseOn', UNCHANGED)
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  const { submission } = form.refuse('', MOVED_FIRST, 409).data
  return data({ conflict: { submission, yours: form.value } }, { status: 409 })
})

export default function CaseReleaseDate() {
  const { summary, now, carried } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const conflict = sent && 'conflict' in sent ? sent.conflict : null
  const submission = sent && 'submission' in sent ? sent.submission : conflict?.submission
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <MoveReleaseDateForm
            submission={submission}
            kept={releaseFormValue(now)}
            carried={carried}
            compared={conflict && compareRelease(conflict.yours, now)}
          />
        </div>
      </div>
    </>
  )
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
