import { formatInstant } from '~/domain/time/calendar'
import { PostButton } from '~/ui/form/post-button'
import { BackLink } from '~/ui/page/breadcrumbs'
import { codesWords } from './page'

interface RecoveryCodesProps {
  codes: { unused: number; createdAt: Date } | null
}

/** What is left of the recovery codes, and the button that makes new ones. */
export function RecoveryCodesScreen({ codes }: RecoveryCodesProps) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/account/second-factor">Back to your second factor</BackLink>
        <h1 className="govuk-heading-l">Recovery codes</h1>
        <p className="govuk-body">
          {codesWords(codes)}
          {codes && `, made on ${formatInstant(codes.createdAt)}`}. Each signs you in once, after your
          password, when you cannot use your second factor.
        </p>
        <p className="govuk-body">
          New ones are shown once. From then on those you have are good for nothing.
        </p>
        <PostButton>Make ten new codes</PostButton>
      </div>
    </div>
  )
}
