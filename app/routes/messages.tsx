import { useLoaderData } from '@remix-run/react'

import { messagePage } from '~/screens/messages/page'
import { messagesTo } from '~/domain/notification/message-queries.server'
import { guarded, notFound } from '~/http/guard.server'
import { pageFrom } from '~/http/params.server'
import { MessagesScreen } from '~/screens/messages/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Messages sent to you')

/** The emails the demonstration would have sent to whoever looks. There is no such page elsewhere: elsewhere they are sent. */
export const loader = guarded('signed-in', async ({ request, context, viewer }) => {
  const { demonstration, publicOrigin, mailFrom } = context.config
  if (!demonstration) throw notFound()
  const sent = await messagesTo(
    context.db,
    viewer,
    { publicOrigin, linkKey: context.secrets.link },
    pageFrom(request),
  )
  return { ...sent, from: mailFrom, messages: messagePage(sent.messages, context.clock()) }
})

export default function Messages() {
  return <MessagesScreen {...useLoaderData<typeof loader>()} />
}
