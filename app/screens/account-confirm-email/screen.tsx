import { PostButton } from '~/ui/form/post-button'

/** The button that confirms a new address: the link shows, the button does. */
export function ConfirmEmailScreen({ email }: { email: string }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Confirm your email address</h1>
        <p className="govuk-body">
          You sign in with <strong className="tg-address">{email}</strong> from now on, and the password you
          have. The address before is told, and does not sign in any more.
        </p>
        <PostButton>Confirm this address</PostButton>
      </div>
    </div>
  )
}
