import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { pageWords } from '~/domain/list/paging'
import { Actions, ButtonLink } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostButton } from '~/ui/form/post-button'
import { ListSearch, pageOfSearch } from '~/ui/list-search'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import { Tabs } from '~/ui/tabs'
import { Tag } from '~/ui/tag'
import { INVITED } from './page'
import type { PeopleFacts } from './facts.server'

type Person = PeopleFacts['people'][number]
type Invitation = PeopleFacts['invitations'][number]

/** Who has access, and who was invited. */
export function PeopleScreen({
  submission,
  ...page
}: PeopleFacts & { submission?: SubmissionResult<string[]> }) {
  const { isAll, list, counts, people, invitations, words, ...paging } = page
  const said = pageWords(paging, people.length + invitations.length)
  const path = list === 'here' ? '/people' : INVITED
  return (
    <>
      <ErrorSummary items={wrongIn(formStateOf('people', submission), ['invitationId', 'intent'])} />
      <h1 className="govuk-heading-l">People</h1>
      <p className="tg-lede">
        {LEDE[list]} {isAll ? 'in every organisation.' : 'in your organisation.'}
      </p>
      <Actions>
        <ButtonLink to="/people/invite">Invite somebody</ButtonLink>
      </Actions>
      <Tabs
        label="People"
        tabs={[
          { to: '/people', text: 'Can sign in', count: counts.here, current: list === 'here' },
          {
            to: INVITED,
            text: 'Invited, not joined yet',
            count: counts.invited,
            current: list === 'invited',
          },
        ]}
      />
      {isAll && (
        <ListSearch
          action="/people"
          carried={list === 'here' ? {} : { state: list }}
          label="Part of the name of an organisation"
          hint="Not of a person: what you look for is in the page’s address"
          words={words}
        />
      )}
      {said && <p className="govuk-body tg-quiet">{said}</p>}
      {counts[list] === 0 && <p className="govuk-body">{nobodyWords(list, words)}</p>}
      {people.length > 0 && <People people={people} isAll={isAll} />}
      {invitations.length > 0 && <Invitations invitations={invitations} isAll={isAll} />}
      <Pagination label="People" {...paging} hrefOf={pageOfSearch(path, words)} />
    </>
  )
}

const LEDE = {
  here: 'Everybody who can sign in,',
  invited: 'Everybody who was invited and has not joined,',
}

function nobodyWords(list: PeopleFacts['list'], words: string): string {
  const nobody = list === 'here' ? 'Nobody can sign in' : 'Nobody is invited who has not joined'
  return words === '' ? `${nobody}.` : `${nobody}, for an organisation called so: “${words}”.`
}

function People({ people, isAll }: { people: readonly Person[]; isAll: boolean }) {
  return (
    <Table<Person>
      caption="People who can sign in"
      captionHidden
      stacks
      rows={people}
      rowKey={person => person.membershipId}
      rowHeaders
      columns={[
        {
          heading: 'Name',
          cell: ({ membershipId, name, isSelf }) => (
            <>
              <Link className="govuk-link" to={`/people/${membershipId}`}>
                {name}
              </Link>
              {isSelf && ' (you)'}
            </>
          ),
        },
        { heading: 'Email address', cell: ({ email }) => email },
        ...(isAll ? [{ heading: 'Organisation', cell: (each: Person) => each.organisationName }] : []),
        { heading: 'What they do', cell: ({ role }) => role },
        { heading: 'Since', cell: ({ since }) => since },
      ]}
    />
  )
}

function Invitations({ invitations, isAll }: { invitations: readonly Invitation[]; isAll: boolean }) {
  return (
    <Table<Invitation>
      caption="Invited, not joined yet"
      captionHidden
      stacks
      rows={invitations}
      rowKey={invitation => invitation.id}
      rowHeaders
      columns={[
        { heading: 'Email address', cell: ({ email }) => email },
        ...(isAll ? [{ heading: 'Organisation', cell: (each: Invitation) => each.organisationName }] : []),
        { heading: 'As', cell: ({ role }) => role },
        { heading: 'Invited by', cell: ({ by }) => by },
        {
          heading: 'Holds until',
          cell: ({ isOver, until }) =>
            isOver ? (
              <Tag tone="red" sign="!">
                ended {until}
              </Tag>
            ) : (
              until
            ),
        },
        { heading: 'Change', cell: invitation => <InvitationActs {...invitation} /> },
      ]}
    />
  )
}

function InvitationActs({ id, email, againKey, withdrawKey }: Invitation) {
  return (
    <Actions>
      <PostButton
        look="link"
        about={email}
        values={{ intent: 'again', invitationId: id, idempotencyKey: againKey }}
      >
        Invite again
      </PostButton>
      <PostButton
        look="link"
        about={email}
        values={{ intent: 'withdraw', invitationId: id, idempotencyKey: withdrawKey }}
      >
        Withdraw
      </PostButton>
    </Actions>
  )
}
