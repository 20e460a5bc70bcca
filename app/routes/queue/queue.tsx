import { useActionData, useLoaderData } from '@remix-run/react'

import { correctEnd } from '~/domain/nobody-fits/correct-end.server'
import { endSchema, leftAnswerSchema } from '~/domain/nobody-fits/nobody-fits'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { pageFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { leftQueueFor, queueFor } from '~/screens/queue/facts.server'
import { strikeAnswer } from '~/screens/queue/act.server'
import { END_CORRECTED, NOT_CORRECTED } from '~/screens/queue/page'
import { QueueScreen } from '~/screens/queue/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('People nobody fits')

/** The coordinator's queue. Nothing above tier 1, and nothing without the person's agreement. */
export const loader = guarded('coordinator', async ({ request, context, viewer }) => ({
  lines: await queueFor(context, viewer),
  ...(await leftQueueFor(context, viewer, pageFrom(request))),
}))

/** Says anew how a case left the queue, or strikes out what was answered of it. */
export const action = guarded('coordinator', async ({ request, context, viewer }) => {
  const strike = await parseForm(request.clone(), leftAnswerSchema)
  if (strike.ok) return strikeAnswer(context, viewer, strike)
  const form = await parseForm(request, endSchema)
  if (!form.ok) return form.reply
  const { why: endedAs, ...entry } = form.value
  const result = await correctEnd(context, viewer, { ...entry, endedAs }, form.sent)
  return result.ok
    ? redirectSaying(context, '/queue', END_CORRECTED)
    : form.refuse('', NOT_CORRECTED[result.reason], 409)
})

export default function Queue() {
  return (
    <QueueScreen
      {...useLoaderData<typeof loader>()}
      submission={useActionData<typeof action>()?.submission}
    />
  )
}
