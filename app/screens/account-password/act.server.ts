import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { changePasswordSchema } from '~/domain/account/account-form'
import { changePassword } from '~/domain/account/change-password.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'

/** Why a password stays as it is, and beside which box it is said. */
const NOT_CHANGED = {
  wrong: { field: 'current', words: 'This is not your current password' },
  same: { field: 'password', words: 'Choose a password other than your current one' },
  throttled: { field: '', words: 'Too many tries. Wait 15 minutes, then try again' },
} as const

/** Changes the viewer's own password; every other session of theirs ends. */
export async function changePasswordFor(context: AppLoadContext, viewer: SignedInViewer, request: Request) {
  const form = await parseForm(request, changePasswordSchema, { secretFields: ['current', 'password'] })
  if (!form.ok) return form.reply
  const result = await changePassword(context, viewer, {
    ...form.value,
    address: context.clientAddress,
    sessionId: context.session?.id ?? '',
  })
  if (result.ok)
    return redirectSaying(
      context,
      '/account',
      'Your password is changed. Wherever else you were signed in, you no longer are',
    )
  if (result.reason === 'too_easy') return form.refuse('password', result.words)
  const { field, words } = NOT_CHANGED[result.reason]
  return form.refuse(field, words, result.reason === 'throttled' ? 429 : 422)
}
