import { useActionData, useLoaderData } from '@remix-run/react'

import { coordinatorSchema } from '~/domain/nobody-fits/nobody-fits'
import { isInQueue } from '~/domain/nobody-fits/coordinate.server'
import { guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { idFrom } from '~/http/params.server'
import { struckPage } from '~/http/respond.server'
import { href } from '~/paths'
import { parseForm } from '~/http/parse-form.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { coordinate } from '~/screens/queue-entry/act.server'
import { queueEntryFor } from '~/screens/queue-entry/facts.server'
import { NOT_COORDINATED, QUEUE_DONE } from '~/screens/queue-entry/page'
import { QueueEntryScreen } from '~/screens/queue-entry/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Queue: case')

export const loader = guarded('coordinator', async ({ context, viewer, params }) => {
  const found = await queueEntryFor(context, viewer, idFrom(params, 'caseId'))
  if (!found) throw notFound()
  return found
})

/** Takes the case, or answers its officer; both are not found once the person's agreement has ended. */
export const action = guarded('coordinator', async ({ request, context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const form = await parseForm(request, coordinatorSchema)
  if (!(await isInQueue(context, viewer, caseId))) throw notFound()
  if (!form.ok) return form.reply
  const result = await coordinate(context, viewer, caseId, form)
  if (result.ok) return redirectSaying(context, result.to, QUEUE_DONE[result.done])
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'struck')
    throw struckPage(result, { text: 'Open the page again', href: href('queue/:caseId', { caseId }) })
  return form.refuse('', NOT_COORDINATED[result.reason], 409)
})

export default function QueueEntry() {
  const submission = useActionData<typeof action>()?.submission
  return <QueueEntryScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
