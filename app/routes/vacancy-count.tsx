import { useActionData, useLoaderData } from '@remix-run/react'

import { londonDay } from '~/domain/time/calendar'
import { countForm } from '~/domain/vacancy/count/count-form'
import { setFreeCount } from '~/domain/vacancy/count/set-count.server'
import { guarded, notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { ownBoard, vacancyAnswer } from '~/screens/vacancies/own-board.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { whileKept } from '~/screens/rooms/while-kept.server'
import { pageTitle } from '~/ui/page/page-title'
import { VacancyCountScreen } from '~/screens/vacancies/form-screens'

export { links } from '~/styles/work'

export const meta = () => pageTitle('How many are free?')

/** For a service that keeps a count and lists no rooms. */
export const loader = guarded('provider', async ({ context, viewer, params }) => {
  const { board } = await ownBoard(context, viewer, { serviceId: idFrom(params, 'serviceId') })
  if (!board.isCounted) throw notFound()
  const { name, now, next, serviceId, groups } = board
  return {
    about: [name, now, next].filter(Boolean).join(' · '),
    serviceId,
    groups,
    idempotencyKey: newIdempotencyKey(),
  }
})

export const action = guarded('provider', sent =>
  whileKept('counted', sent, async serviceId => {
    const { request, context, viewer } = sent
    const form = await parseForm(request, countForm(londonDay(context.clock())))
    if (!form.ok) return form.reply
    const result = await setFreeCount(context, viewer, { serviceId, ...form.value }, form.sent)
    return vacancyAnswer(context, form, result, 'count', reason =>
      reason.startsWith('more_') ? 'moreOn' : 'free',
    )
  }),
)

export default function VacancyCount() {
  const submission = useActionData<typeof action>()?.submission
  return <VacancyCountScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
