import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { findEntry } from '~/domain/entry/entry.server'
import { holdsHidden } from '~/domain/entry/keeper'
import { strikesUnread } from '~/domain/entry/hidden/unread'
import { notFound } from '~/http/respond.server'
import { href } from '~/paths'
import { strikeUnreadWords } from './act-unread.server'
import { strikeFor } from '~/screens/record-history/strike.server'

/** Strikes old words out of the history of hidden places, back on the page of it that was read. @throws not found where the viewer does not hold their grant */
export async function strikeHiddenWords(
  context: AppLoadContext,
  viewer: SignedInViewer,
  { serviceId, page }: { serviceId: string; page: number },
  request: Request,
) {
  const entry = await findEntry(context, viewer, serviceId)
  if (entry !== null && strikesUnread(viewer)) return strikeUnreadWords(context, viewer, serviceId, request)
  if (entry === null || !holdsHidden(viewer, entry)) throw notFound()
  const history = href('our-services/:serviceId/sites/history', { serviceId })
  const to = page > 1 ? `${history}?page=${page}` : history
  return strikeFor(context, viewer, { of: { hiddenOf: serviceId }, to }, request)
}
