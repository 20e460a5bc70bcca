import { useActionData, useLoaderData } from '@remix-run/react'

import { removeFactor, renameFactor } from '~/domain/account/second-factor/change-factor.server'
import { changeSchema } from '~/domain/account/second-factor/factor-form'
import { ownFactors } from '~/domain/account/second-factor/factors.server'
import { guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { LAST_ONE } from '~/screens/account-factor/page'
import { FactorScreen } from '~/screens/account-factor/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('One of your second factors')

const LIST = '/account/second-factor'

export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const id = idFrom(params, 'factorId')
  const { factors } = await ownFactors(context, viewer.personId)
  const factor = factors.find(each => each.id === id)
  if (!factor) throw notFound()
  return { factor, isLast: factors.length === 1 }
})

export const action = guarded('signed-in', async ({ request, context, viewer, params }) => {
  const id = idFrom(params, 'factorId')
  const form = await parseForm(request, changeSchema)
  if (!form.ok) return form.reply
  if (form.value.intent === 'rename') {
    if (!(await renameFactor(context, viewer, id, form.value.name))) throw notFound()
    return redirectSaying(context, LIST, 'The name is saved')
  }
  const removed = await removeFactor(context, viewer, id)
  if (removed === 'last') return form.refuse('', LAST_ONE, 409)
  if (removed === 'absent') throw notFound()
  return redirectSaying(context, LIST, 'It is removed, and signs you in no longer')
})

export default function OneFactor() {
  const submission = useActionData<typeof action>()?.submission
  return <FactorScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
