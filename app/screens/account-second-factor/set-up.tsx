import { ButtonLink } from '~/ui/form/button'

/** Before anything else opens: which kind of second factor is to be set up. `query` carries where to go on to. */
export function SetUp({ query }: { query: string }) {
  return (
    <>
      <h1 className="govuk-heading-l">Set up a second factor</h1>
      <p className="govuk-body-l">
        Throughgate holds what must not come into wrong hands. Besides your password it asks for something
        that only you have. You set it up once, in about two minutes; nothing else opens before.
      </p>
      <h2 className="govuk-heading-m">An authenticator app</h2>
      <p className="govuk-body">
        An app on your phone or computer that shows a new 6-digit code every 30 seconds. Any will do: the one
        of your organisation, Microsoft Authenticator, Google Authenticator, or a password manager.
      </p>
      <ButtonLink to={`/account/second-factor/app${query}`}>Use an authenticator app</ButtonLink>
      <h2 className="govuk-heading-m">A security key or a passkey</h2>
      <p className="govuk-body">
        A small device that you plug in or hold to your phone, or a passkey that your phone or computer keeps.
        The safest of all, and quick. It needs JavaScript.
      </p>
      <ButtonLink to={`/account/second-factor/key${query}`} look="secondary">
        Use a security key or passkey
      </ButtonLink>
    </>
  )
}
