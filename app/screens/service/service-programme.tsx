import type { ServicePage } from '~/screens/service/page'
import { WarningText } from '~/ui/warning-text'
import { Table } from '~/ui/table'
import type { CohortRow } from './cohort-rows'
import { LinedFacts } from './lined-facts'

/** What a family or parenting programme states, and its runs that have not ended. */
export function ServiceProgramme({ service }: { service: ServicePage }) {
  const { programme, cohorts, professional } = service
  return (
    <section aria-labelledby="programme">
      <h2 className="govuk-heading-m" id="programme">
        The programme
      </h2>
      {professional?.fundingAlert && <WarningText>{professional.fundingAlert}</WarningText>}
      <LinedFacts rows={programme} />
      {cohorts.length > 0 && (
        <Table
          caption="Runs of this programme"
          rows={cohorts}
          rowKey={row => row.id}
          rowHeaders
          stacks
          columns={[
            { heading: 'Dates', cell: row => <Dates row={row} /> },
            { heading: 'Places left', cell: row => row.placesLeft },
            { heading: 'Last day to refer', cell: row => row.lastReferral },
          ]}
        />
      )}
    </section>
  )
}

/** The days of a run, with when and where it is under them. */
function Dates({ row: { dates, where } }: { row: CohortRow }) {
  return (
    <>
      {dates}
      {where.map(said => (
        <div key={said} className="tg-quiet">
          {said}
        </div>
      ))}
    </>
  )
}
