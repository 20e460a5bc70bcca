import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { beginEntryFor } from '~/screens/our-new/act.server'
import { newEntryFor } from '~/screens/our-new/facts.server'
import { NewEntryScreen } from '~/screens/our-new/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Add a service')

export const loader = guarded(['provider', 'editor', 'administrator'], ({ context, viewer }) => {
  if (viewer.role === 'provider_worker') throw notFound()
  return newEntryFor(context, viewer)
})

export const action = guarded(['provider', 'editor', 'administrator'], ({ request, context, viewer }) => {
  if (viewer.role === 'provider_worker') throw notFound()
  return beginEntryFor(context, viewer, request)
})

export default function OurNew() {
  const submission = useActionData<typeof action>()?.submission
  return <NewEntryScreen page={useLoaderData<typeof loader>()} submission={submission} />
}
