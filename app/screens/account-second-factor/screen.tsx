import type { Factor } from '~/domain/account/second-factor/factor'
import { formatInstant } from '~/domain/time/calendar'
import { Actions, ButtonLink } from '~/ui/form/button'
import { Table } from '~/ui/table'
import { KIND_WORDS, lastUsed } from './page'
import { SetUp } from './set-up'

interface OwnFactorsProps {
  factors: readonly Factor[]
  /** '?next=…', or nothing. */
  query: string
}

/** A person's own second factors; where there is none yet, how to get one. */
export function OwnFactorsScreen({ factors, query }: OwnFactorsProps) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {factors.length === 0 ? <SetUp query={query} /> : <Listed factors={factors} />}
      </div>
    </div>
  )
}

function Listed({ factors }: Pick<OwnFactorsProps, 'factors'>) {
  return (
    <>
      <h1 className="govuk-heading-l">Your second factor</h1>
      <p className="govuk-body">
        After your password Throughgate asks for one of these. Two are safer than one: you can still sign in
        when one is lost.
      </p>
      <Table<Factor>
        caption="What you can sign in with"
        captionHidden
        rowHeaders
        rows={factors}
        rowKey={({ id }) => id}
        columns={[
          { heading: 'Name', cell: ({ name }) => name },
          { heading: 'Kind', cell: ({ kind }) => KIND_WORDS[kind] },
          { heading: 'Added', cell: ({ createdAt }) => formatInstant(createdAt) },
          { heading: 'Last used', cell: ({ lastUsedAt }) => lastUsed(lastUsedAt) },
        ]}
      />
      <Actions>
        <ButtonLink to="/account/second-factor/app" look="secondary">
          Add an authenticator app
        </ButtonLink>
      </Actions>
    </>
  )
}
