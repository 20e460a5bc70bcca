import type { AppLoadContext } from '@remix-run/node'
import { confirmEmail, emailChangeBehind } from '~/domain/account/email/confirm-email.server'
import { redirectSaying } from '~/http/message.server'
import { notFound, refusalPage } from '~/http/respond.server'
import { OVER } from './page'

/** What the page of an open link shows. @throws the page that is not there, or the one that says why it changes nothing */
export async function openConfirmingFor(context: AppLoadContext, token: string) {
  const change = await emailChangeBehind(context, token)
  if (change === null) throw notFound()
  if (change.standing !== 'open') throw refusalPage(409, OVER[change.standing])
  return { email: change.newEmail }
}

/** Changes the address, and leads to the account, or to signing in with it. */
export async function confirmEmailFor(context: AppLoadContext, token: string) {
  const result = await confirmEmail(context, token)
  if (result.ok)
    return redirectSaying(
      context,
      context.session ? '/account' : '/sign-in',
      'The email address is changed: it is the one to sign in with from now on',
    )
  if (result.reason === 'not_found') throw notFound()
  throw refusalPage(409, OVER[result.reason])
}
