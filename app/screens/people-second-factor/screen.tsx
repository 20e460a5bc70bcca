import { PostButton } from '~/ui/form/post-button'
import { BackLink } from '~/ui/page/breadcrumbs'

interface ResetProps {
  membershipId: string
  name: string
  organisationName: string
  hasFactor: boolean
  isSelf: boolean
}

/** Where an administrator takes away what somebody lost. */
export function ResetScreen({ membershipId, name, organisationName, ...standing }: ResetProps) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={`/people/${membershipId}`} />
        <h1 className="govuk-heading-l">Reset second factor</h1>
        <p className="govuk-body">
          <strong>{name}</strong>, {organisationName}
        </p>
        <Standing {...standing} />
      </div>
    </div>
  )
}

function Standing({ hasFactor, isSelf }: Pick<ResetProps, 'hasFactor' | 'isSelf'>) {
  if (isSelf)
    return (
      <p className="govuk-body">This is you. Ask another administrator to reset your own second factor.</p>
    )
  if (!hasFactor)
    return (
      <p className="govuk-body">
        There is none. At the next sign-in one has to be set up before anything opens.
      </p>
    )
  return (
    <>
      <p className="govuk-body">
        For somebody who lost all they could prove themselves by. Be sure that it is they who ask: ring them
        back on the number of their organisation. It takes away their apps, keys and recovery codes, and signs
        them out everywhere. At the next sign-in, with their password, they set up a new one. They are told by
        email, and it is written down that you did it.
      </p>
      <PostButton look="warning">Reset second factor</PostButton>
    </>
  )
}
