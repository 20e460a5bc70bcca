import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { strikeUnread } from '~/domain/entry/hidden/strike-unread.server'
import { unreadForm } from '~/domain/entry/hidden/unread'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { differentBodyPage, notFound, struckPage } from '~/http/respond.server'
import { href } from '~/paths'

/** Strikes words of a hidden place out that the viewer does not read. @throws not found where there are none, or they are struck already */
export async function strikeUnreadWords(
  context: AppLoadContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: Request,
) {
  const form = await parseForm(request, unreadForm)
  if (!form.ok) return form.reply
  const to = href('our-services/:serviceId/sites/history', { serviceId })
  const result = await strikeUnread(context, viewer, { serviceId, ...form.value }, form.sent)
  if (result.ok)
    return redirectSaying(
      context,
      to,
      'The old words are struck out, wherever the hidden history of the place had them',
    )
  const link = { text: 'Open the page again', href: to }
  if (result.reason === 'different') throw differentBodyPage(link)
  if (result.reason === 'struck') throw struckPage(result, link)
  throw notFound()
}
