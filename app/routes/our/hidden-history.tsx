import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom, pageFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { strikeHiddenWords } from '~/screens/our-hidden-history/act.server'
import { hiddenHistoryFor } from '~/screens/our-hidden-history/facts.server'
import { HiddenHistoryScreen } from '~/screens/our-hidden-history/screen'
import { unreadWordsFor } from '~/screens/our-hidden-history/unread-facts.server'
import { UnreadScreen } from '~/screens/our-hidden-history/unread-screen'

export { links } from '~/styles/work'

export const meta = titleOfService('History of hidden places')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ request, context, viewer, params }) => {
    const asked = { serviceId: idFrom(params, 'serviceId'), page: pageFrom(request) }
    const history = await hiddenHistoryFor(context, viewer, asked)
    const unread = history ? null : await unreadWordsFor(context, viewer, asked)
    if (!history && !unread) throw notFound()
    return { name: (history ?? unread)?.name, history, unread }
  },
)

/** Strikes old words out that should never have been typed. */
export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) =>
    strikeHiddenWords(
      context,
      viewer,
      { serviceId: idFrom(params, 'serviceId'), page: pageFrom(request) },
      request,
    ),
)

export default function HiddenHistory() {
  const { history, unread } = useLoaderData<typeof loader>()
  const submission = useActionData<typeof action>()?.submission
  if (history) return <HiddenHistoryScreen {...history} />
  return unread && <UnreadScreen {...unread} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
