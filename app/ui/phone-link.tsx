/** A phone number as a link that dials it; `note` says when it is answered: 'staffed all hours'. */
export function PhoneLink({ number, note, about }: { number: string; note?: string; about?: string }) {
  return (
    <span>
      <a className="govuk-link govuk-link--no-visited-state" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
        <span className="govuk-visually-hidden">{about ? `Phone ${about} on ` : 'Phone '}</span>
        {number}
      </a>
      {note && `, ${note}`}
    </span>
  )
}
