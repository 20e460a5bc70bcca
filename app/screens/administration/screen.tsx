import { EmptyState } from '~/ui/card'
import type { AdministrationPage } from './facts.server'

/** Home of administrators and editors: what waits for them, and where everything is kept. */
export function AdministrationScreen({ waiting, rooms }: AdministrationPage) {
  return (
    <>
      <h1 className="govuk-heading-l">Administration</h1>
      <h2 className="govuk-heading-m">Waiting for you</h2>
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits">
          <p className="govuk-body">What somebody must approve, mend or ring about comes here.</p>
        </EmptyState>
      ) : (
        <ul className="tg-lines">
          {waiting.map(({ kind, count, one, many, about, to }) => (
            <li key={kind} className="tg-line">
              <div className="tg-line__what">
                <a className="govuk-link govuk-link--no-visited-state tg-line__title" href={to}>
                  {count} {count === 1 ? one : many}
                </a>
                <p className="tg-quiet">{about}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <h2 className="govuk-heading-m">Where everything is</h2>
      <ul className="tg-lines">
        {rooms.map(({ text, about, to }) => (
          <li key={to} className="tg-line">
            <div className="tg-line__what">
              <a className="govuk-link govuk-link--no-visited-state tg-line__title" href={to}>
                {text}
              </a>
              <p className="tg-quiet">{about}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
