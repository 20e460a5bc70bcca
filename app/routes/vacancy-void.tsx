import { useActionData, useLoaderData } from '@remix-run/react'

import { unusableBedspace } from '~/domain/referral/events/unusable-bedspace.server'
import { londonDay } from '~/domain/time/calendar'
import { addVoid } from '~/domain/vacancy/claims/add-void.server'
import { voidForm } from '~/domain/vacancy/vacancy-form'
import { guarded } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { ownBoard, vacancyAnswer } from '~/screens/vacancies/own-board.server'
import { askedId, idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { BackLink } from '~/ui/page/breadcrumbs'
import { pageTitle } from '~/ui/page/page-title'
import { VoidForm } from '~/screens/vacancies/void-form'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Add a void')

export const loader = guarded('provider', async ({ request, context, viewer, params }) => {
  const bedspaceId = idFrom(params, 'bedspaceId')
  const { bedspace, board } = await ownBoard(context, viewer, { bedspaceId })
  const referralId = askedId(request, 'referral')
  const offered = referralId && (await unusableBedspace(context, viewer, referralId))
  const isOfThis = offered && offered.bedspaceId === bedspaceId
  return {
    about: [bedspace?.name, board.name].filter(Boolean).join(' · '),
    days: isOfThis ? offered : { fromOn: londonDay(context.clock()), untilOn: null },
    isOffered: Boolean(isOfThis),
    idempotencyKey: newIdempotencyKey(),
  }
})

export const action = guarded('provider', async ({ request, context, viewer, params }) => {
  const bedspaceId = idFrom(params, 'bedspaceId')
  const form = await parseForm(request, voidForm(londonDay(context.clock())))
  if (!form.ok) {
    await ownBoard(context, viewer, { bedspaceId })
    return form.reply
  }
  const result = await addVoid(context, viewer, { bedspaceId, ...form.value }, form.sent)
  return vacancyAnswer(context, form, result, 'void', reason => (reason === 'bedspace_taken' ? 'fromOn' : ''))
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
