import { href } from '~/paths'
import { PrintLink } from '~/ui/page/print-link'
import { NeedTabs } from '~/screens/unmet-need/need-tabs'
import { PublishedLine } from '~/screens/unmet-need/published-line'
import type { TrafficPage } from './page'
import { ConcernTable, ReportTable } from './report-table'

export const TITLE = 'Traffic-light report'

/** Every indicator on one lying side: now, before, which way, its light, who does what about it by when, issues and risks. */
export function TrafficScreen({ page }: { page: TrafficPage }) {
  return (
    <div className="tg-landscape tg-traffic">
      <NeedTabs current="unmet-need/traffic-light" />
      <PrintLink />
      <h1 className="govuk-heading-l">{TITLE}</h1>
      <p className="tg-lede">
        <strong className="tg-strong">{page.sentence}</strong> {asAtWords(page)}
      </p>
      {page.published && <PublishedLine published={page.published} />}
      <ReportTable lines={page.lines} mayRecord={page.mayRecord} />
      <Concerns page={page} />
      <p className="govuk-body">
        To compare, women and men: {page.comparators}. Grey is no judgement: nothing may be said, or no
        threshold is set. A light is of published counts to the nearest 5, by the threshold of the last day of
        its period.{' '}
        <a className="govuk-link" href={href('unmet-need/methods', {})}>
          Methods and limits
        </a>
      </p>
      <Elsewhere page={page} />
    </div>
  )
}

function asAtWords({ before, supplyOn, registerAt }: TrafficPage): string {
  return [
    before && `Before: ${before}.`,
    supplyOn && `Vacancies as read on the night of ${supplyOn}.`,
    `Actions, issues and risks as at ${registerAt}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function Concerns({ page: { concerns, mayRecord } }: { page: TrafficPage }) {
  return (
    <section aria-labelledby="concerns">
      <h2 className="govuk-heading-s" id="concerns">
        Issues and risks
      </h2>
      {concerns.length === 0 ? (
        <p className="govuk-body">None is open.</p>
      ) : (
        <ConcernTable concerns={concerns} />
      )}
      {mayRecord && (
        <p className="govuk-body tg-traffic__add">
          <a className="govuk-link" href="/actions/new?kind=concern">
            Record an issue or risk
          </a>
        </p>
      )}
    </section>
  )
}

function Elsewhere({ page: { csv, periods } }: { page: TrafficPage }) {
  return (
    <section className="tg-traffic__add" aria-label="Files and other periods">
      {csv && (
        <p className="govuk-body">
          <a className="govuk-link" href={csv} download>
            Download this report (CSV)
          </a>
        </p>
      )}
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Reports of other years and quarters</span>
        </summary>
        <ul className="govuk-list govuk-details__text">
          {periods.map(({ text, href: address, isThis }) => (
            <li key={address}>
              <a className="govuk-link" href={address} aria-current={isThis ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
