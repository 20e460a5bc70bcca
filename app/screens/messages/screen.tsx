import { Link } from '@remix-run/react'

import { pageWords, type Paging } from '~/domain/list/paging'
import { EmptyState } from '~/ui/card'
import { Pagination } from '~/ui/pagination'
import { MessageShown } from './message-shown'
import type { MessageView } from './page'

interface MessagesProps extends Paging {
  from: string
  messages: readonly MessageView[]
}

/** The emails somebody would have had. */
export function MessagesScreen({ from, messages, ...paging }: MessagesProps) {
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
