import { useLoaderData } from '@remix-run/react'

import { supplyPage } from '~/screens/supply/page'
import { supplyFor } from '~/domain/report/supply-queries.server'
import { guarded } from '~/http/guard.server'
import { CoverageTable } from '~/screens/supply/coverage'
import { RegionOutline } from '~/ui/map/region-outline'
import { pageTitle } from '~/ui/page/page-title'
import { SupplyDefinitions } from '~/screens/supply/supply-definitions'
import { SupplyLegend } from '~/screens/supply/supply-legend'

export { links } from '~/styles/work'

const TITLE = 'Where a woman leaving prison can go'

export const meta = () => pageTitle(TITLE)

/** Supply by area as it now stands; it reads services and no person. */
export const loader = guarded('commissioner', async ({ context, viewer }) =>
  supplyPage(await supplyFor(context.db, viewer, context.clock())),
)

export default function Supply() {
  const { sentence, notConfirmed, asOf, columns, rows, areas } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">{TITLE}</h1>
      <p className="tg-lede">
        <strong className="tg-strong">{[sentence, notConfirmed].filter(Boolean).join(' ')}</strong> Supply as
        it stood on {asOf}.{' '}
        <a className="govuk-link" href="#definitions">
          How this is defined
        </a>
      </p>
      <CoverageTable
        caption="What each area has, and whether it takes a woman from prison"
        rowHeading="Area"
        columns={columns.map(column => column.label)}
        rows={rows}
      />
      <p className="govuk-body">
        <a className="govuk-link" href="/supply.csv" download>
          Download this table (CSV)
        </a>
      </p>
      <div className="tg-columns tg-columns--supply">
        <RegionOutline
          areas={areas}
          label="Women-only supported housing by area"
          caption={<SupplyLegend />}
        />
        <SupplyDefinitions columns={columns} />
      </div>
    </>
  )
}
