import { keepDots } from '~/ui/keep-dots'
import { PhoneLink } from '~/ui/phone-link'

export interface RingLineProps {
  phone: string | null
  /** When it is answered: 'staffed at all hours'. */
  staffed: string
  /** 'checked Wed 18 November'. */
  checked?: string
  /** Another number, for when nobody answers that one. */
  outOfHours?: string | null
  /** Whom one rings, for those who do not see what it stands under. */
  name: string
}

/** The way to ring a service: a button that dials, when it is answered, and how old what the card says is. */
export function RingLine({ phone, staffed, checked, outOfHours = null, name }: RingLineProps) {
  return (
    <p className="tg-ring">
      {phone === null ? (
        'No phone number stated'
      ) : (
        <a className="tg-ring__button" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          Ring {phone}
          <span className="govuk-visually-hidden">, {name}</span>
        </a>
      )}
      {outOfHours && (
        <span>
          Out of hours <PhoneLink number={outOfHours} about={`${name} out of hours`} />
        </span>
      )}
      <span>{keepDots([phone && staffed, checked].filter(Boolean).join(' · '))}</span>
    </p>
  )
}
