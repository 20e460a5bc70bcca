import { redirect } from '@remix-run/node'
import { accountEmail } from '~/domain/account/account-email.server'
import { keyFactorSchema } from '~/domain/account/second-factor/factor-form'
import { askForNewKey, confirmKeyFactor } from '~/domain/account/second-factor/key-factor.server'
import { factorKept } from '~/http/factor-kept.server'
import { type Asking, factorOwner } from '~/http/factor-owner.server'
import { parseForm } from '~/http/parse-form.server'
import { withNext } from '~/http/sign-in-first.server'
import { afterSignIn, nextOf } from '~/screens/sign-in/page'
import { KEY_REFUSED } from './page'

/** What the page asks the browser for a new key with, and where it leads on. */
export async function newKeyFor(args: Asking) {
  const { request, context, viewer } = args
  const next = nextOf(request)
  const account = await accountEmail(context.db, viewer.personId)
  const options = await askForNewKey(context, factorOwner(args), context.config.publicOrigin, account)
  return { options, next, query: withNext('', next) }
}

/** Keeps the key that signed what the page asked for. */
export async function keepKeyFor(args: Asking) {
  const { request, context, viewer } = args
  const form = await parseForm(request, keyFactorSchema, { secretFields: ['response'] })
  if (!form.ok) return form.reply
  const { name, response, next } = form.value
  const origin = context.config.publicOrigin
  const kept = await confirmKeyFactor(context, factorOwner(args), { name, response, origin })
  if (kept.ok) return factorKept(context, kept, afterSignIn(next, viewer.role))
  if (kept.reason === 'wrong_key') return form.refuse('', KEY_REFUSED)
  return redirect('/account/second-factor', 303)
}
