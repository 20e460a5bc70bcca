import { useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { cohortsFor } from '~/screens/our-cohorts/facts.server'
import { CohortsScreen } from '~/screens/our-cohorts/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Runs of a programme')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const page = await cohortsFor(context, viewer, idFrom(params, 'serviceId'))
    if (page === null) throw notFound()
    return page
  },
)

export default function OurCohorts() {
  return <CohortsScreen page={useLoaderData<typeof loader>()} />
}

export { RefusalBoundary as ErrorBoundary }
