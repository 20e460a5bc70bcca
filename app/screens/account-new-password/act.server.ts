import type { AppLoadContext } from '@remix-run/node'
import { newPasswordSchema } from '~/domain/account/account-form'
import { resetPassword, resetStanding } from '~/domain/account/reset-password.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, refusalPage } from '~/http/respond.server'
import { ANOTHER_LINK, OVER } from './page'

/** Lets the page of an open link be drawn. @throws the page that is not there, or the one that says why it resets nothing */
export async function openResetFor(context: AppLoadContext, token: string): Promise<null> {
  const standing = await resetStanding(context, token)
  if (standing === null) throw notFound()
  if (standing !== 'open') throw overPage(standing)
  return null
}

/** Keeps the new password of the form, and leads to signing in with it. */
export async function resetFor(context: AppLoadContext, token: string, request: Request) {
  await openResetFor(context, token)
  const form = await parseForm(request, newPasswordSchema, { secretFields: ['password'] })
  if (!form.ok) return form.reply
  const result = await resetPassword(context, token, form.value.password)
  if (result.ok) {
    const signedOut = { ...context, session: null }
    return redirectSaying(
      signedOut,
      '/sign-in',
      'Your password is changed, and you are signed out everywhere. Sign in with it',
    )
  }
  if (result.reason === 'too_easy') return form.refuse('password', result.words)
  if (result.reason === 'not_found') throw notFound()
  throw overPage(result.reason)
}

function overPage(standing: keyof typeof OVER) {
  return refusalPage(409, { ...OVER[standing], link: ANOTHER_LINK })
}
