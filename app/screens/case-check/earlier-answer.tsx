import type { EarlierLine } from './page'

/** An answer that does not stand: question by question, and why it no longer does. */
export function EarlierAnswer({ lines, why }: Pick<EarlierLine, 'lines' | 'why'>) {
  return (
    <>
      <ul className="govuk-list">
        {lines.map(({ key, value }) => (
          <li key={key}>
            {key} <strong>{value}</strong>
          </li>
        ))}
      </ul>
      <p className="govuk-body">{why}</p>
    </>
  )
}
