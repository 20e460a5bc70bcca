import type { AppLoadContext } from '@remix-run/node'
import { signLink } from '~/domain/account/signed-link.server'
import { redirectSaying } from '~/http/message.server'
import { href } from '~/paths'
import { LINK_TO_HAND } from './page'

/**
 * The answer to an invitation that was made: that it is on its way; or, where nobody is emailed, its link, shown this once to whoever
 * made it. With mail it is never shown: only who reads that mailbox shall join.
 */
export function sayInvited(context: AppLoadContext, path: string, invitationId: string, sent: string) {
  const to = href('join/:token', { token: signLink(context.secrets.link, 'invitation', invitationId) })
  return sayLink(context, { path, to, sent, toHand: LINK_TO_HAND.invitation })
}

interface MadeLink {
  /** The page that says so. */
  path: string
  /** The link itself. */
  to: string
  sent: string
  toHand: string
}

/** The same of any link that lets somebody in. */
export function sayLink(context: AppLoadContext, { path, to, sent, toHand }: MadeLink) {
  return context.config.sendsMail
    ? redirectSaying(context, path, sent)
    : redirectSaying(context, path, toHand, [{ text: context.config.publicOrigin + to, href: to }])
}
