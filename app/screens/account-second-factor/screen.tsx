import { Link } from '@remix-run/react'

import type { Factor } from '~/domain/account/second-factor/factor'
import { formatInstant } from '~/domain/time/calendar'
import { codesWords } from '~/screens/account-recovery-codes/page'
import { Actions, ButtonLink } from '~/ui/form/button'
import { BackLink } from '~/ui/page/breadcrumbs'
import { KIND_WORDS, lastUsed } from './page'
import { SetUp } from './set-up'

interface OwnFactorsProps {
  factors: readonly Factor[]
  codes: { unused: number } | null
  /** '?next=…', or nothing. */
  query: string
}

/** A person's own second factors; where there is none yet, how to get one. */
export function OwnFactorsScreen({ factors, codes, query }: OwnFactorsProps) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {factors.length === 0 ? <SetUp query={query} /> : <Listed factors={factors} codes={codes} />}
      </div>
    </div>
  )
}

/** Its name leads to where it is renamed or removed. */
function Line({ id, kind, name, createdAt, lastUsedAt }: Factor) {
  return (
    <>
      <Link className="govuk-link" to={`/account/second-factor/${id}`}>
        {name}
      </Link>
      <br />
      {KIND_WORDS[kind]}. Added {formatInstant(createdAt)}. {lastUsed(lastUsedAt)}.
    </>
  )
}

function Listed({ factors, codes }: Pick<OwnFactorsProps, 'factors' | 'codes'>) {
  return (
    <>
      <BackLink to="/account">Back to your account</BackLink>
      <h1 className="govuk-heading-l">Your second factor</h1>
      <p className="govuk-body">
        After your password Throughgate asks for one of these. Two are safer than one: you can still sign in
        when one is lost.
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {factors.map(factor => (
          <li key={factor.id}>
            <Line {...factor} />
          </li>
        ))}
      </ul>
      <Actions>
        <ButtonLink to="/account/second-factor/app" look="secondary">
          Add an authenticator app
        </ButtonLink>
        <ButtonLink to="/account/second-factor/key" look="secondary">
          Add a security key or passkey
        </ButtonLink>
      </Actions>
      <h2 className="govuk-heading-m">Recovery codes</h2>
      <p className="govuk-body">
        {codesWords(codes)}.{' '}
        <Link className="govuk-link" to="/account/second-factor/recovery-codes">
          Make new ones
        </Link>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to="/account/sessions">
          See where you are signed in
        </Link>
      </p>
    </>
  )
}
