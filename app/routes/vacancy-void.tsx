import { useActionData, useLoaderData } from '@remix-run/react'

import { londonDay } from '~/domain/time/calendar'
import { addVoid } from '~/domain/vacancy/claims/add-void.server'
import { voidForm } from '~/domain/vacancy/vacancy-form'
import { guarded } from '~/http/guard.server'
import { backToReferral, ownBoard, vacancyAnswer, voidPageFor } from '~/screens/vacancies/own-board.server'
import { askedId, idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { pageTitle } from '~/ui/page/page-title'
import { VacancyVoidScreen } from '~/screens/vacancies/form-screens'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Add a void')

export const loader = guarded('provider', ({ request, context, viewer, params }) =>
  voidPageFor(context, viewer, idFrom(params, 'bedspaceId'), askedId(request, 'referral')),
)

export const action = guarded('provider', async ({ request, context, viewer, params }) => {
  const bedspaceId = idFrom(params, 'bedspaceId')
  const form = await parseForm(request, voidForm(londonDay(context.clock())))
  if (!form.ok) {
    await ownBoard(context, viewer, { bedspaceId })
    return form.reply
  }
  const result = await addVoid(context, viewer, { bedspaceId, ...form.value }, form.sent)
  const links = await backToReferral(context, viewer, bedspaceId, askedId(request, 'referral'))
  const fieldOf = (reason: string) => (reason === 'bedspace_taken' ? 'fromOn' : '')
  return vacancyAnswer(context, form, result, { done: 'void', links }, fieldOf)
})

export default function VacancyVoid() {
  const submission = useActionData<typeof action>()?.submission
  return <VacancyVoidScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
