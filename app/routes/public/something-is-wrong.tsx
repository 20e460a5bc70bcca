import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { tellFor } from '~/screens/something-is-wrong/act.server'
import { tellPageFor } from '~/screens/something-is-wrong/facts.server'
import { TellScreen } from '~/screens/something-is-wrong/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Tell the provider something is wrong')

export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const page = await tellPageFor(context, viewer, idFrom(params, 'serviceId'))
  if (page === null) throw notFound()
  return page
})

export const action = guarded('signed-in', ({ request, context, viewer, params }) =>
  tellFor(context, viewer, idFrom(params, 'serviceId'), request),
)

export default function SomethingIsWrong() {
  const submission = useActionData<typeof action>()?.submission
  return <TellScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
