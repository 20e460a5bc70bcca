import { href } from '~/paths'
import { RegionDrawing } from '~/ui/map/region-outline'
import { ChartFigure } from '~/screens/unmet-need/chart-figure'
import { Footnotes } from '~/screens/unmet-need/footnotes'
import { LeadFigures } from '~/screens/unmet-need/lead-figures'
import { PublishedLine } from '~/screens/unmet-need/published-line'
import { Table } from '~/ui/table'
import type { AuthorityPage } from './page.server'
import { SupplyGrid } from './supply-grid'
import type { GapShown } from './supply-shown'

/** One authority on one side of paper: what its women needed, what came of it, and what there is to ask for. */
export function AuthorityScreen({ page }: { page: AuthorityPage }) {
  const { name, code, published, sentence, leads, need, region, footnotes } = page
  return (
    <article className="tg-authority">
      <div className="tg-authority__head">
        <div>
          <h1 className="govuk-heading-l">{name}</h1>
          <p className="tg-lede">
            <strong className="tg-strong">{sentence}</strong>
          </p>
          {published && <PublishedLine published={published} />}
        </div>
        <div className="tg-authority__where" aria-hidden="true">
          <RegionDrawing
            areas={[
              { code, name, href: href('unmet-need/authorities/:code', { code }), about: '', tone: 'strong' },
            ]}
          />
        </div>
      </div>
      <LeadFigures leads={leads} beside="Region" />
      <section aria-labelledby="supply">
        <h2 className="govuk-heading-m" id="supply">
          What there is to ask for
        </h2>
        <p className="govuk-body">
          For a woman from prison, as it stood on {page.supplyOn}. A date is when the policy was verified.{' '}
          {page.mayReadSupply && (
            <a className="govuk-link" href={href('supply', {})}>
              The whole region
            </a>
          )}
        </p>
        <SupplyGrid cells={page.grid} />
      </section>
      <div className="tg-charts">
        {need && <ChartFigure chart={need} />}
        {region.map(chart => (
          <ChartFigure key={chart.id} chart={{ ...chart, title: `${chart.title}: the region` }} />
        ))}
      </div>
      {page.gaps.length > 0 && <Gaps gaps={page.gaps} />}
      <Footnotes notes={footnotes} />
    </article>
  )
}

/** Who does what about its gaps, by when. */
function Gaps({ gaps }: { gaps: readonly GapShown[] }) {
  return (
    <section aria-labelledby="gaps">
      <h2 className="govuk-heading-m" id="gaps">
        Gaps, and what is done about them
      </h2>
      <Table
        caption="Gaps and actions"
        captionHidden
        rowHeaders
        stacks
        rows={gaps}
        rowKey={gap => gap.id}
        columns={[
          { heading: 'Gap', cell: gap => gap.gap },
          { heading: 'Action', cell: gap => gap.words },
          { heading: 'Owner', cell: gap => gap.owner },
          { heading: 'Due', cell: gap => gap.due },
          { heading: 'Now', cell: gap => gap.standing },
        ]}
      />
    </section>
  )
}
