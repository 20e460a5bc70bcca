import { useLoaderData } from '@remix-run/react'

import { todayFor } from '~/screens/today/facts.server'
import { guarded } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { TodayScreen } from '~/screens/today/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Today')

/** A provider's day. Nothing above tier 1. */
export const loader = guarded('provider', async ({ context, viewer }) => {
  const today = await todayFor(context, viewer)
  return {
    ...today,
    toConfirm: today.toConfirm.map(board => ({
      board,
      keys: { confirm: newIdempotencyKey(), taken: newIdempotencyKey() },
    })),
  }
})

export default function TodayPage() {
  return <TodayScreen {...useLoaderData<typeof loader>()} />
}
