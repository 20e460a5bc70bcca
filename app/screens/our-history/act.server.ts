import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { findEntry } from '~/domain/entry/entry.server'
import { notFound } from '~/http/respond.server'
import { href } from '~/paths'
import { strikeFor } from '~/screens/record-history/strike.server'

/** Strikes old words out of the history of an entry, back on the page of it that was read. @throws not found where the viewer reads no such history */
export async function strikeEntryWords(
  context: AppLoadContext,
  viewer: SignedInViewer,
  { serviceId, page }: { serviceId: string; page: number },
  request: Request,
) {
  if ((await findEntry(context, viewer, serviceId)) === null) throw notFound()
  const history = href('our-services/:serviceId/history', { serviceId })
  const to = page > 1 ? `${history}?page=${page}` : history
  return strikeFor(context, viewer, { of: { serviceId }, to }, request)
}
