import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { onOpenCase } from '~/http/officer-action.server'
import { idFrom } from '~/http/params.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { servicePageForCase } from '~/screens/case-service/facts.server'
import { CaseServiceScreen } from '~/screens/case-service/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Service for case')

export const loader = guarded('officer', async args => {
  const serviceId = idFrom(args.params, 'serviceId')
  const page = await onOpenCase(args, (context, viewer, caseId) =>
    servicePageForCase(context, viewer, caseId, serviceId),
  )
  return { ...page, search: new URL(args.request.url).searchParams.toString() }
})

export default function CaseService() {
  return <CaseServiceScreen {...useLoaderData<typeof loader>()} />
}
