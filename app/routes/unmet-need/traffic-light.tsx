import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { trafficFacts } from '~/screens/traffic-light/facts.server'
import { trafficPage } from '~/screens/traffic-light/page'
import { TITLE, TrafficScreen } from '~/screens/traffic-light/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/traffic-light'
export const meta = () => pageTitle(TITLE)

/** The report of the latest year, or of the year or quarter its address names. It reads published figures, supply and the register, and no person. */
export const loader = guarded(
  ['commissioner', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const facts = await trafficFacts(context.db, viewer, params.period ?? null, context.clock())
    if (facts === null) throw notFound()
    return trafficPage(facts)
  },
)

export default function TrafficLight() {
  return <TrafficScreen page={useLoaderData<typeof loader>()} />
}
