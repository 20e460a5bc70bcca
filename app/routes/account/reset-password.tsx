import { useActionData, useLoaderData } from '@remix-run/react'

import { resetSchema, SIGN_IN_THROTTLED } from '~/domain/account/account-form'
import { askForReset } from '~/domain/account/reset-password.server'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { ResetPasswordScreen } from '~/screens/account-reset-password/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Reset your password')

export const loader = guarded('anyone', () => null)

/** The same answer for every address: whether somebody here has it is for their own email to say. */
export const action = guarded('anyone', async ({ request, context }) => {
  const form = await parseForm(request, resetSchema)
  if (!form.ok) return form.reply
  const { email } = form.value
  const asked = await askForReset(context, { email, address: context.clientAddress })
  if (asked === 'throttled') return form.refuse('', SIGN_IN_THROTTLED, 429)
  return redirectSaying(
    context,
    '/sign-in',
    'If that address signs in here, a link is on its way to it. It works once, for an hour',
  )
})

export default function ResetPassword() {
  useLoaderData<typeof loader>()
  return <ResetPasswordScreen submission={useActionData<typeof action>()?.submission} />
}
