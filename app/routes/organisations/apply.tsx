import { useActionData, useLoaderData } from '@remix-run/react'

import { applyFor } from '~/domain/organisation/applications.server'
import { applicationForm, APPLY_THROTTLED } from '~/domain/organisation/organisation-fields'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { sameNameWords } from '~/screens/organisations/same-name'
import { ApplyScreen } from '~/screens/organisations-apply/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Ask to join as an organisation')

export const loader = guarded('anyone', ({ context }) => ({ sendsMail: context.config.sendsMail }))

export const action = guarded('anyone', async ({ request, context }) => {
  const form = await parseForm(request, applicationForm)
  if (!form.ok) return form.reply
  const kept = await applyFor(context, form.value, context.clientAddress)
  if (kept.kind === 'throttled') return form.refuse('', APPLY_THROTTLED, 429)
  if (kept.kind === 'same_name') return form.refuse('sameName', sameNameWords(kept.names))
  return redirectSaying(
    context,
    '/professionals',
    'Sent. An editor of the region reads it and you are told the decision either way; nothing is shown of it before',
  )
})

export default function Apply() {
  return (
    <ApplyScreen
      {...useLoaderData<typeof loader>()}
      submission={useActionData<typeof action>()?.submission}
    />
  )
}
