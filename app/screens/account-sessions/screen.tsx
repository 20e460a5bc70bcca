import { Link } from '@remix-run/react'

import type { OwnSession } from '~/domain/account/own-sessions.server'
import { formatInstant } from '~/domain/time/calendar'
import { PostButton } from '~/ui/form/post-button'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Tag } from '~/ui/tag'
import { BROWSER_WORDS } from './page'

interface SessionsProps {
  sessions: readonly OwnSession[]
  /** The one that is looking. */
  thisId: string
}

/** Where somebody is signed in, and how to end it elsewhere. */
export function SessionsScreen({ sessions, thisId }: SessionsProps) {
  const others = sessions.filter(({ id }) => id !== thisId)
  return (
    <>
      <BackLink to="/account">Back to your account</BackLink>
      <h1 className="govuk-heading-l">Where you are signed in</h1>
      <p className="govuk-body">
        Of each browser Throughgate keeps its kind, and nothing more. If you do not know one, end it, then{' '}
        <Link className="govuk-link" to="/account/second-factor">
          look at your second factor
        </Link>
        .
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {sessions.map(session => (
          <li key={session.id}>
            <Line session={session} isThis={session.id === thisId} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <PostButton values={{ intent: 'others' }} look="warning">
          Sign out everywhere else
        </PostButton>
      )}
    </>
  )
}

function Line({ session, isThis }: { session: OwnSession; isThis: boolean }) {
  const { id, browser, createdAt, lastSeenAt, isHalf } = session
  const [signedIn, used] = [formatInstant(createdAt), formatInstant(lastSeenAt)]
  return (
    <>
      <strong>{BROWSER_WORDS[browser]}</strong> {isThis && <Tag>This one</Tag>}
      <br />
      Signed in {signedIn}. Last used {used}. {isHalf && 'Only the password was given, no second factor yet.'}
      {!isThis && (
        <PostButton
          values={{ session: id }}
          look="link"
          about={`${BROWSER_WORDS[browser]}, signed in ${signedIn}`}
        >
          Sign out
        </PostButton>
      )}
    </>
  )
}
