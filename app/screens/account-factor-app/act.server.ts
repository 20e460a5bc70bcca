import { data, redirect } from '@remix-run/node'
import { confirmAppFactor } from '~/domain/account/second-factor/app-factor.server'
import { appFactorSchema } from '~/domain/account/second-factor/factor-form'
import { factorKept } from '~/http/factor-kept.server'
import { type Asking, factorOwner } from '~/http/factor-owner.server'
import { type FormReply, parseForm } from '~/http/parse-form.server'
import { afterSignIn } from '~/screens/sign-in/page'
import { carriedIn, drawnSetUp } from './facts.server'
import { NOT_SET_UP } from './page'

/** Keeps the app whose code the form shows; a form with something to mend draws the same secret again. */
export async function keepAppFor(args: Asking) {
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
}
