import type { ReactNode } from 'react'

export interface ChartProps {
  /** The heading's own id, so that a link can lead here. */
  id: string
  title: string
  /** What the picture shows, worked out from the same published numbers. */
  sentence: ReactNode
  /** The numbers as a table: whoever does not see the picture has all of it there. */
  table: ReactNode
  children: ReactNode
}

/** A picture with its sentence before it and its table behind it. The drawing is hidden from screen readers: the table says it all. */
export function Chart({ id, title, sentence, table, children }: ChartProps) {
  return (
    <section className="tg-chart" aria-labelledby={id}>
      <h2 className="govuk-heading-m tg-chart__title" id={id}>
        {title}
      </h2>
      <p className="tg-chart__sentence">{sentence}</p>
      <div className="tg-chart__drawing" aria-hidden="true">
        {children}
      </div>
      <details className="govuk-details tg-chart__table">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            The numbers<span className="govuk-visually-hidden"> of “{title}”</span>
          </span>
        </summary>
        <div className="govuk-details__text">{table}</div>
      </details>
    </section>
  )
}
