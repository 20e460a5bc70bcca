import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { emailField } from '~/domain/account/account-form'
import { changeEmailOf } from '~/domain/account/email/change-email.server'
import { makeResetLink, signInSubject } from '~/domain/account/keep-sign-in.server'
import { signLink } from '~/domain/account/signed-link.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/respond.server'
import { href } from '~/paths'
import { NOT_ASKED } from '~/screens/account-email/page'
import { sayLink } from '~/screens/people/hand-link.server'
import { LINK_TO_HAND } from '~/screens/people/page'

const acts = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('email'),
      email: emailField('Enter the new email address'),
      was: z.string('Open the page again: it could not be read'),
    }),
    z.object({ intent: z.literal('link') }),
  ],
  'Choose what to do',
)

/** The person whose sign-in an administrator mends: never their own. @throws the page that is not there */
export async function signInSubjectFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  membershipId: string,
) {
  const subject = await signInSubject(context.db, viewer, membershipId)
  if (subject === null || subject.personId === viewer.personId) throw notFound()
  return { ...subject, membershipId, sendsMail: context.config.sendsMail }
}

/** Changes somebody's address, or makes a link to hand over where nobody is emailed. */
export async function keepSignInFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  membershipId: string,
  request: Request,
) {
  const { personId } = await signInSubjectFor(context, viewer, membershipId)
  const form = await parseForm(request, acts)
  if (!form.ok) return form.reply
  const path = href('people/:membershipId/sign-in', { membershipId })
  if (form.value.intent === 'link') return handResetLink(context, viewer, { personId, path })
  const { email, was } = form.value
  const result = await changeEmailOf(context, viewer, { personId, was, email })
  if (result.ok) return redirectSaying(context, path, 'The address is changed, and they are signed out')
  const { field, words, status } = NOT_ASKED[result.reason]
  return form.refuse(field, words, status)
}

/** @throws the page that is not there, where the link is emailed to whom it is for */
async function handResetLink(
  context: AppLoadContext,
  viewer: SignedInViewer,
  { personId, path }: { personId: string; path: string },
) {
  if (context.config.sendsMail) throw notFound()
  const id = await makeResetLink(context, viewer, { personId })
  const token = signLink(context.secrets.link, 'password-reset', id)
  const to = href('reset-password/:token', { token })
  return sayLink(context, { path, to, sent: '', toHand: LINK_TO_HAND.reset })
}
