import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { confirmAppFactor } from '~/domain/account/second-factor/app-factor.server'
import { appFactorSchema } from '~/domain/account/second-factor/factor-form'
import { factorKept } from '~/http/factor-kept.server'
import { factorOwner } from '~/http/factor-owner.server'
import { guarded } from '~/http/guard.server'
import { type FormReply, parseForm } from '~/http/parse-form.server'
import { carriedIn, drawnSetUp } from '~/screens/account-factor-app/facts.server'
import { NOT_SET_UP } from '~/screens/account-factor-app/page'
import { AppFactorScreen } from '~/screens/account-factor-app/screen'
import { Codes } from '~/screens/account-recovery-codes/codes'
import { afterSignIn, nextOf } from '~/screens/sign-in/page'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Set up an authenticator app')

export const loader = guarded('setting-up', async ({ request, context, viewer }) => ({
  setUp: await drawnSetUp(context, viewer.personId, null),
  next: nextOf(request),
}))

export const action = guarded('setting-up', async args => {
  const { request, context, viewer } = args
  const again = async ({ data: { submission }, init }: FormReply) =>
    data({ submission, setUp: await drawnSetUp(context, viewer.personId, carriedIn(submission)) }, init ?? {})
  const form = await parseForm(request, appFactorSchema, { secretFields: ['code'] })
  if (!form.ok) return again(form.reply)
  const kept = await confirmAppFactor(context, factorOwner(args), form.value)
  if (kept.ok) return factorKept(context, kept, afterSignIn(form.value.next, viewer.role))
  if (kept.reason === 'wrong_code') return again(form.refuse('code', NOT_SET_UP.wrong_code))
  if (kept.reason === 'broken') return again(form.refuse('', NOT_SET_UP.broken))
  return redirect('/account/second-factor', 303)
})

export default function FactorApp() {
  const answer = useActionData<typeof action>()
  const { setUp, next } = useLoaderData<typeof loader>()
  if (answer && 'codes' in answer) return <Codes {...answer} />
  return <AppFactorScreen setUp={answer?.setUp ?? setUp} next={next} submission={answer?.submission} />
}
