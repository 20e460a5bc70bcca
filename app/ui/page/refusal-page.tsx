import type { RefusalWords } from './refusals'

/** A page that could not be shown, in plain words. */
export function RefusalPage({ title, paragraphs, link, typed = [] }: RefusalWords) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">{title}</h1>
        {paragraphs.map(paragraph => (
          <p key={paragraph} className="govuk-body">
            {paragraph}
          </p>
        ))}
        {typed.length > 0 && (
          <>
            <h2 className="govuk-heading-m">What you had written</h2>
            <p className="govuk-body">It is not saved. Copy it from here if you still need it.</p>
            {typed.map(text => (
              <div key={text} className="govuk-inset-text tg-typed">
                {text}
              </div>
            ))}
          </>
        )}
        <p className="govuk-body">
          <a className="govuk-link" href={link?.href ?? '/'}>
            {link?.text ?? 'Go to the start page'}
          </a>
        </p>
      </div>
    </div>
  )
}
