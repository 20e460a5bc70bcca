import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { servicePage } from '~/screens/service/page'
import { findServiceFor } from '~/domain/service/service-queries.server'
import { serviceTurning } from '~/domain/unmet-need/publishing/turned-away.server'
import { wayToRefer } from '~/screens/service/way-to-refer'
import { waysToCorrect } from '~/screens/service/ways-to-correct'
import { guarded } from '~/http/guard.server'
import { closedOrAbsent } from '~/screens/service/closed.server'
import { idFrom } from '~/http/params.server'
import { ServiceScreen } from '~/screens/service/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.service.name ?? 'Service')

export const loader = guarded('anyone', async ({ context, viewer, params }) => {
  const now = context.clock()
  const found = await findServiceFor(context.db, viewer, idFrom(params, 'serviceId'), now)
  if (!found) return closedOrAbsent(context, viewer, idFrom(params, 'serviceId'))
  const isOfficer = viewer.kind === 'member' && viewer.role === 'officer'
  const turning = await serviceTurning(context.db, viewer, found)
  return {
    service: servicePage(found, turning, now),
    isOfficer,
    wayToRefer: wayToRefer(viewer, found),
    waysToCorrect: waysToCorrect(viewer, found),
  }
})

export default function ServiceOwnPage() {
  return <ServiceScreen {...useLoaderData<typeof loader>()} />
}
