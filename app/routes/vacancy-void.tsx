import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { londonDay } from '~/domain/region/calendar'
import { addVoid } from '~/domain/vacancy/add-void.server'
import { findOnOwnBoards } from '~/domain/vacancy/vacancies-page.server'
import { voidForm } from '~/domain/vacancy/vacancy-form'
import { vacancyRefusalText } from '~/domain/vacancy/vacancy-result'
import { guarded, notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { BackLink } from '~/ui/breadcrumbs'
import { pageTitle } from '~/ui/page-title'
import { VoidForm } from '~/ui/referral/void-form'

export const meta = () => pageTitle('Add a void')

export const loader = guarded('provider', async ({ context, viewer, params }) => {
  const found = await findOnOwnBoards(context, viewer, { bedspaceId: idFrom(params, 'bedspaceId') })
  if (!found) throw notFound()
  return {
    about: [found.bedspaceName, found.board.name].filter(Boolean).join(' · '),
    today: londonDay(context.clock()),
    idempotencyKey: newIdempotencyKey(),
  }
})

export const action = guarded('provider', async ({ request, context, viewer, params }) => {
  const bedspaceId = idFrom(params, 'bedspaceId')
  const form = await parseForm(request, voidForm)
  if (!form.ok) {
    if (!(await findOnOwnBoards(context, viewer, { bedspaceId }))) throw notFound()
    return form.reply
  }
  const result = await addVoid(context, viewer, { bedspaceId, ...form.value }, form.sent)
  if (result.ok) return redirect('/vacancies?done=void', 303)
  if (result.reason === 'not_found') throw notFound()
  return form.refuse(result.reason === 'bedspace_taken' ? 'fromOn' : '', vacancyRefusalText(result), 409)
})

export default function VacancyVoid() {
  const page = useLoaderData<typeof loader>()
  const submission = useActionData<typeof action>()?.submission
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/vacancies">Back to your vacancies</BackLink>
        <VoidForm {...page} submission={submission} />
      </div>
    </div>
  )
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
