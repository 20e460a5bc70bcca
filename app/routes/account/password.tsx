import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { changePasswordFor } from '~/screens/account-password/act.server'
import { PasswordScreen } from '~/screens/account-password/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Change your password')

export const loader = guarded('signed-in', () => null)

export const action = guarded('signed-in', ({ request, context, viewer }) =>
  changePasswordFor(context, viewer, request),
)

export default function Password() {
  useLoaderData<typeof loader>()
  return <PasswordScreen submission={useActionData<typeof action>()?.submission} />
}
