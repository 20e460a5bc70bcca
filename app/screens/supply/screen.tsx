import { RegionOutline } from '~/ui/map/region-outline'
import { classNames } from '~/ui/class-names'
import { ErrorSummary } from '~/ui/form/error-summary'
import { PrintLink } from '~/ui/page/print-link'
import { CoverageTable } from './coverage'
import type { SupplyPage } from './page'
import { SupplyDefinitions } from './supply-definitions'
import { SupplyForm } from './supply-form'
import { SupplyKey } from './supply-key'
import { SupplyLegend } from './supply-legend'

export const SUPPLY_TITLE = 'Where a woman leaving prison can go'

/** The page of supply: its sentence, the table of the areas with its key, and how it is defined. It prints on one side. */
export function SupplyScreen(page: SupplyPage) {
  const { columns, rows, areas, ways, area, sought, problems, readSince } = page
  return (
    <div className={classNames('tg-supply', (columns.length > 7 || sought.showsDates) && 'tg-supply--dense')}>
      <ErrorSummary items={problems.map(({ field, message }) => ({ fieldId: field, text: message }))} />
      <PrintLink />
      <h1 className="govuk-heading-l">{SUPPLY_TITLE}</h1>
      <Sentences {...page} />
      <SupplyForm sought={sought} problems={problems} readSince={readSince} />
      {area === null ? (
        <AreaChoice areas={ways.areas} />
      ) : (
        <p className="govuk-body tg-screen-only">
          {area} alone.{' '}
          <a className="govuk-link" href={ways.all}>
            Show all 12 areas
          </a>
        </p>
      )}
      <div className={area === null ? 'tg-coverage-all' : undefined}>
        <CoverageTable
          caption="What each area has, and whether it takes her"
          rowHeading="Area"
          columns={columns}
          rows={rows}
        />
      </div>
      <SupplyKey />
      <p className="govuk-body tg-screen-only">
        <a className="govuk-link" href={ways.csv} download>
          Download this table (CSV)
        </a>
      </p>
      <div className="tg-screen-only">
        <div className="tg-columns tg-columns--supply">
          <RegionOutline
            areas={areas}
            label="Women-only supported housing by area"
            caption={<SupplyLegend />}
          />
          <SupplyDefinitions columns={columns} />
        </div>
      </div>
    </div>
  )
}

function Sentences({ sentence, chosen, stands, isEarlier }: SupplyPage) {
  return (
    <>
      <p className="tg-lede">
        <strong className="tg-strong">{sentence}</strong> {!isEarlier && `${stands} `}
        <a className="govuk-link tg-screen-only" href="#definitions">
          How this is defined
        </a>
      </p>
      {isEarlier && <p className="govuk-inset-text">{stands}</p>}
      {chosen && (
        <p className="tg-lede">
          <strong className="tg-strong">Chosen</strong> {chosen}
        </p>
      )}
    </>
  )
}

/** On a narrow screen one area at a time: the table of twelve would be a long way down. */
function AreaChoice({ areas }: { areas: SupplyPage['ways']['areas'] }) {
  return (
    <nav className="tg-area-choice" aria-label="Choose an area">
      <p className="govuk-body">
        <strong className="tg-strong">Choose an area</strong>
      </p>
      <ul className="govuk-list">
        {areas.map(({ name, href, about }) => (
          <li key={href}>
            <a className="govuk-link" href={href}>
              {name}
            </a>
            {`: ${about}`}
          </li>
        ))}
      </ul>
    </nav>
  )
}
