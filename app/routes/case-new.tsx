import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { ALREADY_OPEN, ANOTHER_NUMBER, elsewhereWords, MAYBE_ANOTHER } from '~/screens/case-new/page'
import { CASE_DONE } from '~/screens/case/page'
import { createCase } from '~/domain/case/record/create-case.server'
import { newCaseSchema } from '~/domain/case/record/case-form'
import { londonDay } from '~/domain/time/calendar'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { parseForm } from '~/http/parse-form.server'
import { SENT_BEFORE } from '~/http/respond.server'
import { CaseNewScreen } from '~/screens/case-new/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Open a case')

export const loader = guarded('officer', () => ({ idempotencyKey: newIdempotencyKey() }))

export const action = guarded('officer', async ({ request, context, viewer }) => {
  const form = await parseForm(request, newCaseSchema(londonDay(context.clock())))
  if (!form.ok) return form.reply
  const result = await createCase(context, viewer, form.value, form.sent)
  if (result.ok) return redirectSaying(context, `/cases/${result.caseId}`, CASE_DONE.opened)
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  if (result.reason === 'open_elsewhere') return form.refuse('openElsewhere', elsewhereWords(result.prison))
  if (result.reason === 'same_person_unsaid') return form.refuse('samePerson', MAYBE_ANOTHER)
  const isSure = result.reason === 'already_open'
  const { submission } = isSure
    ? form.refuse('prisonNumber', ALREADY_OPEN).data
    : form.refuse('anotherPerson', ANOTHER_NUMBER).data
  return data({ conflict: { submission, existing: { caseId: result.caseId, isSure } } }, { status: 409 })
})

export default function CaseNew() {
  return <CaseNewScreen {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}
