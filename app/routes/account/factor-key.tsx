import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { accountEmail } from '~/domain/account/account-email.server'
import { keyFactorSchema } from '~/domain/account/second-factor/factor-form'
import { askForNewKey, confirmKeyFactor } from '~/domain/account/second-factor/key-factor.server'
import { factorKept } from '~/http/factor-kept.server'
import { factorOwner } from '~/http/factor-owner.server'
import { guarded } from '~/http/guard.server'
import { parseForm } from '~/http/parse-form.server'
import { withNext } from '~/http/sign-in-first.server'
import { KEY_REFUSED } from '~/screens/account-factor-key/page'
import { NewKeyScreen } from '~/screens/account-factor-key/screen'
import { Codes } from '~/screens/account-recovery-codes/codes'
import { afterSignIn, nextOf } from '~/screens/sign-in/page'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Set up a security key or passkey')

export const loader = guarded('setting-up', async args => {
  const { request, context, viewer } = args
  const next = nextOf(request)
  const account = await accountEmail(context.db, viewer.personId)
  const options = await askForNewKey(context, factorOwner(args), context.config.publicOrigin, account)
  return { options, next, query: withNext('', next) }
})

export const action = guarded('setting-up', async args => {
  const { request, context, viewer } = args
  const form = await parseForm(request, keyFactorSchema, { secretFields: ['response'] })
  if (!form.ok) return form.reply
  const { name, response, next } = form.value
  const origin = context.config.publicOrigin
  const kept = await confirmKeyFactor(context, factorOwner(args), { name, response, origin })
  if (kept.ok) return factorKept(context, kept, afterSignIn(next, viewer.role))
  if (kept.reason === 'wrong_key') return form.refuse('', KEY_REFUSED)
  return redirect('/account/second-factor', 303)
})

export default function FactorKey() {
  const answer = useActionData<typeof action>()
  const loaded = useLoaderData<typeof loader>()
  if (answer && 'codes' in answer) return <Codes {...answer} />
  return <NewKeyScreen {...loaded} submission={answer?.submission} />
}
