import { href } from '~/paths'
import { RegionDrawing } from '~/ui/map/region-outline'
import { ChartFigure } from '~/screens/unmet-need/chart-figure'
import { Footnotes } from '~/screens/unmet-need/footnotes'
import { LeadFigures } from '~/screens/unmet-need/lead-figures'
import { PublishedLine } from '~/screens/unmet-need/published-line'
import type { AuthorityPage } from './page.server'

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
      <div className="tg-charts">
        {need && <ChartFigure chart={need} />}
        {region.map(chart => (
          <ChartFigure key={chart.id} chart={{ ...chart, title: `${chart.title}: the region` }} />
        ))}
      </div>
      <Footnotes notes={footnotes} />
    </article>
  )
}
