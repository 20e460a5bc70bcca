import type { AppLoadContext } from '@remix-run/node'
import type { Viewer } from '@db/viewer'
import { findClosedService } from '~/domain/service/closed-service.server'
import { formatDayLong, londonDay } from '~/domain/time/calendar'
import { notFound, refusalPage } from '~/http/respond.server'

/** Of a service that stood in the public directory and has closed: that it has, when, and where to look instead. @throws that page, or of any other the one that is not there */
export async function closedOrAbsent(
  context: AppLoadContext,
  viewer: Viewer,
  serviceId: string,
): Promise<never> {
  const closed = await findClosedService(context.db, viewer, serviceId)
  if (!closed) throw notFound()
  throw refusalPage(410, {
    title: 'This service has closed',
    paragraphs: [
      `${closed.name} closed on ${formatDayLong(londonDay(closed.closedAt))}. It takes nobody any more.`,
      'Others may be near it, or take the same people.',
    ],
    link: { text: 'Find other services', href: '/services' },
  })
}
