import type { RefusalWords } from './refusals'

/** A page that could not be shown, in plain words. */
export function RefusalPage({ title, paragraphs, link }: RefusalWords) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{title}</h1>
        {paragraphs.map(paragraph => (
          <p key={paragraph} className="govuk-body">
            {paragraph}
          </p>
        ))}
        <p className="govuk-body">
          <a className="govuk-link" href={link?.href ?? '/'}>
            {link?.text ?? 'Go to the start page'}
          </a>
        </p>
      </div>
    </div>
  )
}
