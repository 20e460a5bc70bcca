import { ErrorSummary } from '~/ui/form/error-summary'
import { BackLink } from '~/ui/page/breadcrumbs'
import { PrintLink } from '~/ui/page/print-link'
import { FactList } from '~/ui/summary-list'
import { StrikeOut } from '~/ui/strike-out'
import { href } from '~/paths'
import type { HeldPage } from './facts.server'

interface HeldProps {
  page: HeldPage
  /** A form that names nothing to strike out. */
  isRefused: boolean
}

/** Everything held on one person, table by table, to be read or printed. */
export function HeldScreen({ page: { heldAt, fileHref, key, cases }, isRefused }: HeldProps) {
  return (
    <>
      <BackLink to={href('administration/person', {})}>Another person</BackLink>
      {isRefused && <ErrorSummary items={[{ text: 'Choose what to strike out, below', fieldId: 'held' }]} />}
      <PrintLink />
      <h1 className="govuk-heading-l">Everything held on one person</h1>
      <p className="tg-lede">As held at {heldAt}. That you read it is written in the audit.</p>
      <p className="govuk-body">
        <a className="govuk-link" href={fileHref} download>
          Download as one file (JSON)
        </a>
      </p>
      <Corrections organisations={[...new Set(cases.map(({ organisation }) => organisation))]} />
      <div id="held">
        {cases.map(each => (
          <HeldCase key={each.id} held={each} idempotencyKey={key} />
        ))}
      </div>
    </>
  )
}

function Corrections({ organisations }: { organisations: string[] }) {
  return (
    <p className="govuk-inset-text">
      A correction is made by the team of the case ({organisations.join(', ')}) on the case’s own page: the
      person, the status, the release date, each answer and why it closed. What it said before is kept for the
      team. Words that should never have been typed are struck out below; whoever wrote them strikes out their
      own: the team in the history of the case, on the shortlist and the referral, a provider on the referral,
      the coordinator in the queue.
    </p>
  )
}

function HeldCase({ held, idempotencyKey }: { held: HeldPage['cases'][number]; idempotencyKey: string }) {
  return (
    <section>
      <h2 className="govuk-heading-m">{held.reference}</h2>
      <p className="govuk-body">
        {held.about}.{' '}
        <a className="govuk-link" href={held.auditHref}>
          Who read {held.reference}
        </a>
      </p>
      {held.tables.map(({ what, rows }) => (
        <section key={what}>
          <h3 className="govuk-heading-s">
            {what}
            {rows.length > 1 && ` (${rows.length})`}
          </h3>
          {rows.map(({ id, fields, strike }) => (
            <div key={id} className="tg-held">
              <FactList rows={fields.map(({ label, value }) => ({ key: label, value }))} />
              {strike && (
                <StrikeOut
                  removes="the words for good. Who did, and when, stays."
                  values={{ idempotencyKey, place: strike.place, row: strike.row, ofCase: strike.ofCase }}
                  about={strike.what}
                />
              )}
            </div>
          ))}
        </section>
      ))}
    </section>
  )
}
