import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { onOpenCase } from '~/http/officer-action.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { shortlistFor } from '~/screens/case-shortlist/facts.server'
import { CaseShortlistScreen } from '~/screens/case-shortlist/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Shortlist for case')

export const loader = guarded('officer', args => onOpenCase(args, shortlistFor))

export default function CaseShortlist() {
  return <CaseShortlistScreen {...useLoaderData<typeof loader>()} />
}
