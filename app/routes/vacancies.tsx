import { useLoaderData } from '@remix-run/react'

import { tapVacancy } from '~/screens/vacancies/one-tap.server'
import { vacanciesPageFor } from '~/screens/vacancies/facts.server'
import { oneTapForm, VACANCY_DONE } from '~/domain/vacancy/vacancy-form'
import { vacancyRefusalText } from '~/domain/vacancy/vacancy-result'
import { guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { parseForm } from '~/http/parse-form.server'
import { differentBodyPage, refusalPage } from '~/http/respond.server'
import { EmptyState } from '~/ui/card'
import { pageTitle } from '~/ui/page/page-title'
import { PrintLink } from '~/ui/page/print-link'
import { CohortsTable } from '~/screens/vacancies/cohorts-table'
import { VacancyBoard } from '~/screens/vacancies/vacancy-board'
import { StripKey } from '~/screens/vacancies/vacancy-strip'
import { FactList } from '~/ui/summary-list'

export { links } from '~/styles/work'

const BACK = { text: 'Back to your vacancies', href: '/vacancies' }

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
  if (!form.ok)
    throw refusalPage(422, {
      title: 'This button could not be read',
      paragraphs: ['Nothing was changed. Open the page again and press it once more.'],
      link: BACK,
    })
  const result = await tapVacancy(context, viewer, form.value, form.sent)
  const { backTo, intent } = form.value
  if (result.ok) return redirectSaying(context, `/${backTo}`, VACANCY_DONE[intent])
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') throw differentBodyPage(BACK)
  throw refusalPage(409, {
    title: 'That could not be done now',
    paragraphs: [vacancyRefusalText(result), 'Nothing was changed: look at the board as it is now.'],
    link: BACK,
  })
})

export default function Vacancies() {
  const { boards, programmes, keys } = useLoaderData<typeof loader>()
  return (
    <>
      <PrintLink />
      <h1 className="govuk-heading-l">Vacancies</h1>
      <p className="tg-lede tg-screen-only">
        What a bedspace is on a day follows from its dates. Offers, arrivals and departures change them by
        themselves: here you say what Throughgate cannot know. What you change of one bedspace confirms no
        other: “Yes, still right” confirms the service.
      </p>
      {boards.length > 0 && <BoardWordsExplained />}
      {boards.length > 0 && <StripKey />}
      {boards.map(board => (
        <VacancyBoard key={board.serviceId} board={board} keys={keys} />
      ))}
      {programmes.map(programme => (
        <CohortsTable key={programme.serviceId} programme={programme} />
      ))}
      {boards.length + programmes.length === 0 && (
        <EmptyState title="No service of yours keeps vacancies">
          <p className="govuk-body">The regional team adds services and their bedspaces with you.</p>
        </EmptyState>
      )}
    </>
  )
}

function BoardWordsExplained() {
  return (
    <details className="govuk-details tg-screen-only">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          What free, held, occupied, void and turnaround mean
        </span>
      </summary>
      <div className="govuk-details__text">
        <FactList rows={BOARD_WORDS} />
      </div>
    </details>
  )
}

const BOARD_WORDS = [
  {
    key: 'Free',
    value: 'Empty now, with room for two nights and the turnaround before anything else claims it.',
  },
  {
    key: 'Held',
    value: 'Promised to somebody: an offer that waits for its answer, or a place that was accepted.',
  },
  {
    key: 'Occupied',
    value: 'Somebody stays there, by whatever route, until you say that the person has left.',
  },
  { key: 'Void', value: 'Cannot be used between two days, for a reason: repair, deep clean.' },
  { key: 'Turnaround', value: 'The working days after a departure that make it ready again.' },
]

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
