import { Link } from '@remix-run/react'

import { IMPORT_KINDS, type ImportCode } from '~/domain/import/import-kinds'
import { href } from '~/paths'
import { inSentence } from '~/domain/words/english'

/** What comes in and goes out by file. */
export function ImportsScreen({ kinds }: { kinds: readonly ImportCode[] }) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Files in and out</h1>
        <p className="govuk-body">
          What you keep here can be downloaded as CSV, changed in a spreadsheet or by your own system, and
          sent back.
        </p>
        {kinds.map(what => (
          <section key={what} aria-labelledby={what}>
            <h2 className="govuk-heading-m" id={what}>
              {IMPORT_KINDS[what].title}
            </h2>
            <p className="govuk-body">{IMPORT_KINDS[what].about}</p>
            <ul className="govuk-list">
              <li>
                <Link className="govuk-link" to={href('imports/:what', { what })}>
                  Send a file
                  <span className="govuk-visually-hidden"> of {inSentence(IMPORT_KINDS[what].title)}</span>
                </Link>
              </li>
              <li>
                <a className="govuk-link" href={href('exports/:file', { file: `${what}.csv` })}>
                  Download
                  <span className="govuk-visually-hidden"> {inSentence(IMPORT_KINDS[what].title)}</span>
                </a>
              </li>
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
