import { Link } from '@remix-run/react'

/** What a provider asked for, beside the form that answers it. */
export function AskedFor({
  items,
  note,
  caseId,
}: {
  items: readonly string[]
  note: string | null
  /** The referrer's own case, where answers are kept. */
  caseId: string | null
}) {
  return (
    <div className="tg-card">
      <h2 className="tg-card__title">What the provider asks for</h2>
      <ul className="govuk-list govuk-list--bullet">
        {items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      {note && <blockquote className="tg-said">{note}</blockquote>}
      {caseId && (
        <p className="govuk-body">
          <Link className="govuk-link" to={`/cases/${caseId}#missing`}>
            Answer it in the case
          </Link>{' '}
          first, so that nobody asks again. Then say here that you have.
        </p>
      )}
    </div>
  )
}
