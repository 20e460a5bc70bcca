import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { onOpenCase } from '~/http/officer-action.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { placesAsked } from '~/screens/case-search/facts.server'
import { CaseSearchScreen } from '~/screens/case-search/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Places for case')

/** The places for a case, searched as the address says. */
export const loader = guarded('officer', async args => {
  const { searchParams } = new URL(args.request.url)
  const { mapTileUrl: tileUrl, mapTileCredit: tileCredit } = args.context.config
  const places = await onOpenCase(args, (context, viewer, caseId) =>
    placesAsked(context, viewer, caseId, searchParams),
  )
  return { ...places, tileUrl, tileCredit }
})

export default function CaseSearch() {
  return <CaseSearchScreen {...useLoaderData<typeof loader>()} />
}
