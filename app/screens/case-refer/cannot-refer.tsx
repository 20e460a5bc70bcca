import { ButtonLink } from '~/ui/form/button'
import { PhoneLink } from '~/ui/phone-link'

export interface CannotReferProps {
  service: {
    id: string
    name: string
    phone: string | null
    staffed: string
    referralRoute: 'here' | 'phone' | 'elsewhere'
    paused: string | null
  }
  /** The open referral of this case to the service. */
  referral: { id: string; reference: string } | null
  /** Where the case is nominated for it; null for what people are referred to. */
  nominateAt: string | null
}

/** Why there is no form: it was sent already, or the service is referred to in another way. */
export function CannotRefer({ service, referral, nominateAt }: CannotReferProps) {
  const { id, name, phone, staffed, referralRoute, paused } = service
  if (referral) {
    return (
      <>
        <h1 className="govuk-heading-l">Already referred to {name}</h1>
        <p className="govuk-body">
          Referral {referral.reference} of this case is open. There is never a second to the same service.
        </p>
        <ButtonLink to={`/referrals/${referral.id}`}>Open the referral</ButtonLink>
      </>
    )
  }
  if (!paused && referralRoute === 'here' && nominateAt !== null) {
    return (
      <>
        <h1 className="govuk-heading-l">People are nominated for {name}</h1>
        <p className="govuk-body">Choose a run of the programme, and say whether the person agrees.</p>
        <ButtonLink to={nominateAt}>Nominate this case</ButtonLink>
      </>
    )
  }
  return (
    <>
      <h1 className="govuk-heading-l">{name} takes no referrals here</h1>
      <p className="govuk-body">
        {paused
          ? `${paused}. Ring it, or choose another place.`
          : referralRoute === 'phone'
            ? 'It is referred to by phone.'
            : 'It is referred to in another way, which its page says.'}
      </p>
      {phone && (
        <p className="govuk-body-l">
          <PhoneLink number={phone} note={staffed} about={name} />
        </p>
      )}
      <ButtonLink to={`/services/${id}`}>Open the page of the service</ButtonLink>
    </>
  )
}
