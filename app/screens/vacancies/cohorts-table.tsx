import type { ProgrammeWords } from '~/screens/vacancies/programmes'
import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { Actions } from '~/ui/form/button'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'

type Cohort = ProgrammeWords['cohorts'][number]

/** A programme's cohorts with their places. */
export function CohortsTable({
  programme: { serviceId, name, funding, cohorts },
}: {
  programme: ProgrammeWords
}) {
  return (
    <section className="tg-board" aria-labelledby={`s-${serviceId}`}>
      <h2 className="govuk-heading-m tg-board__name" id={`s-${serviceId}`} tabIndex={-1}>
        {name}
      </h2>
      <Actions>
        <Link className="govuk-link" to="/nominations">
          Nominations<span className="govuk-visually-hidden"> for {name}</span>
        </Link>
        <Link className="govuk-link" to={href('our-services/:serviceId/cohorts', { serviceId })}>
          Add or change runs<span className="govuk-visually-hidden"> of {name}</span>
        </Link>
      </Actions>
      <p className="tg-quiet">{funding ? `Funding: ${funding}` : 'Funding not stated'}</p>
      {cohorts.length === 0 ? (
        <p className="govuk-body">No cohort is planned.</p>
      ) : (
        <Table<Cohort>
          caption={`Cohorts of ${name}`}
          captionHidden
          rowHeaders
          stacks
          rows={cohorts}
          rowKey={cohort => cohort.id}
          columns={[
            { heading: 'Cohort', cell: cohort => cohort.dates },
            { heading: 'Places', cell: cohort => cohort.places },
            { heading: 'Last referral', cell: cohort => cohort.lastReferral },
            {
              heading: 'Referrals',
              cell: cohort =>
                cohort.isOpen ? (
                  <Tag tone="green" sign="✓">
                    open
                  </Tag>
                ) : (
                  <Tag>closed</Tag>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}
