import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { occupancyFor } from '~/screens/occupancy/facts.server'
import { OccupancyScreen } from '~/screens/occupancy/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/landscape'

export const meta = () => pageTitle('Occupancy')

export const loader = guarded('provider', ({ context, viewer }) => occupancyFor(context, viewer))

export default function Occupancy() {
  return <OccupancyScreen {...useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
