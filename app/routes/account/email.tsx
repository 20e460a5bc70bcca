import { useActionData, useLoaderData } from '@remix-run/react'

import { accountEmail } from '~/domain/account/account-email.server'
import { guarded } from '~/http/guard.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { askForEmailFor } from '~/screens/account-email/act.server'
import { EmailScreen } from '~/screens/account-email/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Change your email address')

export const loader = guarded('signed-in', async ({ context, viewer }) => ({
  email: await accountEmail(context.db, viewer.personId),
  sendsMail: context.config.sendsMail,
}))

export const action = guarded('signed-in', ({ request, context, viewer }) =>
  askForEmailFor(context, viewer, request),
)

export default function Email() {
  const submission = useActionData<typeof action>()?.submission
  return <EmailScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
