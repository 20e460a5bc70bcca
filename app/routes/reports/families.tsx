import { useLoaderData } from '@remix-run/react'

import { familyProgrammes } from '~/domain/family-programmes/family-programmes.server'
import { formatInstant, londonDay } from '~/domain/time/calendar'
import { guarded } from '~/http/guard.server'
import { reachFigures } from '~/screens/families/figures.server'
import { familiesPage } from '~/screens/families/page'
import { FamiliesScreen } from '~/screens/families/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Family programmes')

/** By prison, or by authority where the address says `?by=authority`; it reads programmes, published figures and no person. */
export const loader = guarded(
  ['commissioner', 'editor', 'administrator'],
  async ({ request, context, viewer }) => {
    const now = context.clock()
    const by = new URL(request.url).searchParams.get('by') === 'authority' ? 'authority' : 'prison'
    const programmes = await familyProgrammes(context.db, viewer, londonDay(now))
    const reach = await reachFigures(context.db, viewer)
    return { ...familiesPage(programmes, by, londonDay(now)), reach, asOf: formatInstant(now) }
  },
)

export default function Families() {
  return <FamiliesScreen {...useLoaderData<typeof loader>()} />
}
