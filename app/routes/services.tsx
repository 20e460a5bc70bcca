import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { directoryAnswerFor } from '~/screens/services/facts.server'
import { ServicesScreen } from '~/screens/services/screen'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('Find services')

/** The directory, searched as its address says. */
export const loader = guarded('anyone', async ({ request, context, viewer }) => ({
  answer: await directoryAnswerFor(context, viewer, new URL(request.url).searchParams),
  tileUrl: context.config.mapTileUrl,
  tileCredit: context.config.mapTileCredit,
}))

export default function Services() {
  return <ServicesScreen {...useLoaderData<typeof loader>()} />
}
