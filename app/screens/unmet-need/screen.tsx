import { href } from '~/paths'
import { PrintLink } from '~/ui/page/print-link'
import { RegionOutline } from '~/ui/map/region-outline'
import type { ByAuthority } from './by-authority'
import { ChartFigure, Numbers } from './chart-figure'
import { Footnotes } from './footnotes'
import { LeadFigures } from './lead-figures'
import type { NeedPage } from './page.server'
import { NeedTabs } from './need-tabs'
import { NoteLink } from './note-link'
import { PublishedLine } from './published-line'

export const TITLE = 'Unmet need of women leaving prison'

/** The women's dashboard: three figures, where the way from need to a place narrows, and where it is worst. */
export function NeedScreen({ page }: { page: NeedPage }) {
  return (
    <>
      <NeedTabs current="unmet-need" />
      <PrintLink />
      <h1 className="govuk-heading-l">{TITLE}</h1>
      <PublishedLine published={page.published} />
      {page.releases && <p className="govuk-body">{page.releases}.</p>}
      <LeadFigures leads={page.leads} />
      <div className="tg-charts">
        {page.charts.map(chart => (
          <ChartFigure key={chart.id} chart={chart} />
        ))}
      </div>
      {page.byAuthority && <Authorities {...page.byAuthority} />}
      {page.leftOut.length > 0 && <LeftOut titles={page.leftOut} />}
      <Footnotes notes={page.footnotes} />
      <Downloads page={page} />
    </>
  )
}

/** Before the first period is published: what will stand here, and when. */
export function NothingYet() {
  return (
    <>
      <NeedTabs current="unmet-need" />
      <h1 className="govuk-heading-l">{TITLE}</h1>
      <p className="govuk-body">
        Nothing is published yet. From the first April on that was recorded whole, a quarter is published 30
        days after it ends, and a year with its last quarter. What there is to ask for now stands under{' '}
        <a className="govuk-link" href={href('supply', {})}>
          Supply
        </a>
        .
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={href('unmet-need/methods', {})}>
          What will be counted, and how
        </a>
      </p>
    </>
  )
}

function Authorities({ published, lines, others, areas }: ByAuthority) {
  return (
    <section aria-labelledby="by-authority">
      <h2 className="govuk-heading-m" id="by-authority">
        By authority of home
      </h2>
      <p className="govuk-body">
        Counts, not rates: where more women come from, more are not housed. <NoteLink measure="Area" />
      </p>
      <PublishedLine published={published} />
      <div className="tg-columns tg-columns--supply">
        <Numbers
          caption="Women by the authority they call home"
          headings={['Authority', 'Needed a place', 'Secured before', 'Not housed, first night']}
          rows={[...lines, ...others].map(line => [line.name, line.need, line.secured, line.unmet])}
        />
        <RegionOutline
          areas={areas}
          label="Women not housed on the first night, by authority of home"
          caption="Women not housed on the first night: 20 or more (dark), 10 to 15 (mid), 5 (sand), fewer than 5 (white), not shown (hatched). Choose an authority for its page."
        />
      </div>
    </section>
  )
}

function LeftOut({ titles }: { titles: readonly string[] }) {
  return (
    <p className="govuk-body">
      Left out of this version, because a number in it could not be protected: {titles.join('; ')}.
    </p>
  )
}

function Downloads({ page }: { page: NeedPage }) {
  return (
    <section aria-labelledby="downloads">
      <h2 className="govuk-heading-m" id="downloads">
        Quote, download, go back
      </h2>
      <p className="govuk-body">
        Quote the address of a version: it never changes.{' '}
        <a className="govuk-link" href={page.published.csv} download>
          Download all figures of this version (CSV)
        </a>
      </p>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Every period and version</span>
        </summary>
        <ul className="govuk-list govuk-details__text">
          {page.versions.map(({ text, href: address, isThis }) => (
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
