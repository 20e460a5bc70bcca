import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { queueFor } from '~/screens/queue/facts.server'
import { QueueScreen } from '~/screens/queue/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('People nobody fits')

/** The coordinator's queue. Nothing above tier 1, and nothing without the person's agreement. */
export const loader = guarded('coordinator', async ({ context, viewer }) => ({
  lines: await queueFor(context, viewer),
}))

export default function Queue() {
  return <QueueScreen {...useLoaderData<typeof loader>()} />
}
