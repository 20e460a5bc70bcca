export interface RingLineProps {
  phone: string | null
  /** When it is answered: 'staffed at all hours'. */
  staffed: string
  /** 'checked Wed 18 November'. */
  checked?: string
  /** Whom one rings, for those who do not see what it stands under. */
  name: string
}

/** The way to ring a service: a button that dials, when it is answered, and how old what the card says is. */
export function RingLine({ phone, staffed, checked, name }: RingLineProps) {
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
      <span>{[phone && staffed, checked].filter(Boolean).join(' · ')}</span>
    </p>
  )
}
