import { Link, useLoaderData } from '@remix-run/react'

import { pageWords } from '~/domain/list/paging'
import { messagePage } from '~/screens/messages/page'
import { messagesTo } from '~/domain/notification/message-queries.server'
import { guarded, notFound } from '~/http/guard.server'
import { pageFrom } from '~/http/params.server'
import { EmptyState } from '~/ui/card'
import { MessageShown } from '~/screens/messages/message-shown'
import { pageTitle } from '~/ui/page/page-title'
import { Pagination } from '~/ui/pagination'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Messages sent to you')

/** The emails the demonstration would have sent to whoever looks. There is no such page elsewhere: elsewhere they are sent. */
export const loader = guarded('signed-in', async ({ request, context, viewer }) => {
  const { demonstration, publicOrigin, mailFrom } = context.config
  if (!demonstration) throw notFound()
  const sent = await messagesTo(context.db, viewer, publicOrigin, pageFrom(request))
  return { ...sent, from: mailFrom, messages: messagePage(sent.messages, context.clock()) }
})

export default function Messages() {
  const { from, messages, ...paging } = useLoaderData<typeof loader>()
  const words = pageWords(paging, messages.length)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Messages sent to you</h1>
        <p className="govuk-body">
          The demonstration sends no email. These are the emails you would have had, word for word. They name
          nobody and no service: what happened is read here, after signing in.
        </p>
        {words && <p className="govuk-body tg-quiet">{words}</p>}
        {messages.length === 0 ? (
          <NoMessages />
        ) : (
          <ol className="tg-results">
            {messages.map(message => (
              <MessageShown key={message.id} from={from} {...message} />
            ))}
          </ol>
        )}
        <Pagination
          label="Messages"
          page={paging.page}
          pages={paging.pages}
          hrefOf={to => `/messages?page=${to}`}
        />
      </div>
    </div>
  )
}

function NoMessages() {
  return (
    <EmptyState title="Nothing has been sent to you yet">
      <p className="govuk-body">
        A message comes when a referral that concerns you moves: a referral arrives, a bedspace is offered, a
        release date changes.{' '}
        <Link className="govuk-link" to="/">
          Go to your start page
        </Link>
      </p>
    </EmptyState>
  )
}
