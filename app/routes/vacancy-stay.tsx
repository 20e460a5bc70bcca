import { useActionData, useLoaderData } from '@remix-run/react'

import { londonDay } from '~/domain/time/calendar'
import { stayForm } from '~/domain/vacancy/vacancy-form'
import { guarded } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { VacancyStayScreen } from '~/screens/vacancies/form-screens'
import { saveStay, stayPageFor } from '~/screens/vacancies/stay.server'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('When does the person leave?')

export const loader = guarded('provider', ({ context, viewer, params }) =>
  stayPageFor(context, viewer, idFrom(params, 'bedspaceId')),
)

export const action = guarded('provider', async ({ request, context, viewer, params }) => {
  const form = await parseForm(request, stayForm(londonDay(context.clock())))
  return saveStay(context, viewer, idFrom(params, 'bedspaceId'), form)
})

export default function VacancyStay() {
  const submission = useActionData<typeof action>()?.submission
  return <VacancyStayScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
