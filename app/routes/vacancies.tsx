import { useLoaderData } from '@remix-run/react'

import { tapVacancy } from '~/screens/vacancies/one-tap.server'
import { vacanciesPageFor } from '~/screens/vacancies/facts.server'
import { oneTapForm, VACANCY_DONE } from '~/domain/vacancy/vacancy-form'
import { guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { parseForm } from '~/http/parse-form.server'
import { differentBodyPage, refusalPage } from '~/http/respond.server'
import { takeBackButton } from '~/screens/vacancies/take-back-button.server'
import { BACK, notDone, UNREADABLE } from '~/screens/vacancies/page'
import { VacanciesScreen } from '~/screens/vacancies/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Vacancies')

/** The viewer's own services, bedspace by bedspace. */
export const loader = guarded('provider', async ({ context, viewer }) => {
  const page = await vacanciesPageFor(context, viewer)
  const ids = page.boards.flatMap(board => [board.serviceId, ...board.bedspaces.map(each => each.id)])
  return {
    ...page,
    keys: Object.fromEntries(ids.map(id => [id, newIdempotencyKey()])),
  }
})

/** One tap from this page or from today's. */
export const action = guarded('provider', async ({ request, context, viewer }) => {
  const form = await parseForm(request, oneTapForm)
  if (!form.ok) throw refusalPage(422, UNREADABLE)
  const result = await tapVacancy(context, viewer, form.value, form.sent)
  const { backTo, intent } = form.value
  if (result.ok) {
    const button = intent === 'take_back' ? undefined : takeBackButton(result, backTo)
    return redirectSaying(context, `/${backTo}`, VACANCY_DONE[intent], [], button)
  }
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') throw differentBodyPage(BACK)
  throw refusalPage(409, notDone(result))
})

export default function Vacancies() {
  return <VacanciesScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
