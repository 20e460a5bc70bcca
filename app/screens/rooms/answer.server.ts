import type { AppLoadContext } from '@remix-run/node'
import { type VacancyResult, vacancyRefusalText } from '~/domain/vacancy/vacancy-result'
import { notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import type { ParsedForm } from '~/http/parse-form.server'
import { href } from '~/paths'
import { differentBodyPage, refusalPage } from '~/http/respond.server'

/** What the next page says after a change to the rooms of a service. */
const ROOMS_DONE = {
  add: 'The rooms are added. They are shown as free: confirm your vacancies once they are',
  add_for_provider:
    'The rooms are added, and their provider is told. They are shown as free once it has confirmed its vacancies',
  change: 'The room is saved',
  close: 'The room is closed, or closes on the day you said',
  reopen: 'The room is in use again',
  up: 'Moved up',
  down: 'Moved down',
  beds: 'The number of beds is saved',
  names: 'The rooms are listed. What claims them stayed as it was',
  count: 'The service keeps a count now. What claims its beds stayed as it was',
} as const

type Done = keyof typeof ROOMS_DONE

/** Refusals that stand beside a field that would mend them. */
const FIELDS: Readonly<Record<string, string>> = {
  room_in_use: 'fromOn',
  bedspace_taken: 'fromOn',
  beds_promised: 'beds',
  beds_changed: 'beds',
  names_many: 'names',
}

/** Those that stand beside another field in another form: a name where names are typed, whom a room is for where that is. */
const FIELDS_OF_FORM: Readonly<Record<string, Readonly<Partial<Record<Done, string>>>>> = {
  name_taken: { add: 'called', add_for_provider: 'called', change: 'name', names: 'names' },
  room_for_others: { add: 'sex', add_for_provider: 'sex', change: 'sex', beds: 'beds' },
}

const CHANGED_MEANWHILE: readonly string[] = [
  'stale',
  'beds_changed',
  'different',
  'is_counted',
  'room_closed',
  'service_closed',
]

/** The answer to a form about rooms: back to the list, which says what is done, or the form again with why not. @throws the page that is not there */
export function roomsAnswer(
  context: AppLoadContext,
  form: Pick<ParsedForm<unknown>, 'refuse'>,
  result: VacancyResult,
  done: Done,
) {
  if (result.ok) return saying(context, result.serviceId, done)
  if (result.reason === 'not_found') throw notFound()
  const field = FIELDS_OF_FORM[result.reason]?.[done] ?? FIELDS[result.reason]
  const status = CHANGED_MEANWHILE.includes(result.reason) ? 409 : 422
  return form.refuse(field ?? '', vacancyRefusalText(result), status)
}

/** The answer to a button: back to the list, or a page that says why not. @throws that page */
export function answerOrRefusal(
  context: AppLoadContext,
  { result, serviceId }: { result: VacancyResult; serviceId: string },
  done: Done,
) {
  if (result.ok) return saying(context, result.serviceId, done)
  if (result.reason === 'not_found') throw notFound()
  const link = { text: 'Back to the rooms', href: href('our-services/:serviceId/rooms', { serviceId }) }
  if (result.reason === 'different') throw differentBodyPage(link)
  throw refusalPage(409, {
    title: 'That could not be done now',
    paragraphs: [vacancyRefusalText(result), 'Nothing was changed.'],
    link,
  })
}

function saying(context: AppLoadContext, serviceId: string, done: Done) {
  return redirectSaying(context, `/our-services/${serviceId}/rooms`, ROOMS_DONE[done])
}
