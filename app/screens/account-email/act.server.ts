import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { changeEmailSchema } from '~/domain/account/account-form'
import { askForEmail } from '~/domain/account/email/change-email.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/respond.server'
import { NOT_ASKED } from './page'

/** Asks for another address of the viewer's own. @throws the page that is not there, where no link can be sent */
export async function askForEmailFor(context: AppLoadContext, viewer: SignedInViewer, request: Request) {
  if (!context.config.sendsMail) throw notFound()
  const form = await parseForm(request, changeEmailSchema, { secretFields: ['current'] })
  if (!form.ok) return form.reply
  const { email, current: password } = form.value
  const result = await askForEmail(context, viewer, { email, password, address: context.clientAddress })
  if (result.ok)
    return redirectSaying(
      context,
      '/account',
      'A link is on its way to the new address. Until you open it there, you sign in with the one you have',
    )
  const { field, words, status } = NOT_ASKED[result.reason]
  return form.refuse(field, words, status)
}
