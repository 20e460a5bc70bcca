import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { ButtonLink } from '~/ui/form/button'
import { Table } from '~/ui/table'
import type { Organisations } from './facts.server'

/** The organisations of the region. */
export function OrganisationsScreen({ organisations }: Organisations) {
  return (
    <>
      <h1 className="govuk-heading-l">Organisations</h1>
      <ButtonLink to={href('organisations/new', {})}>Add an organisation</ButtonLink>
      <Table
        caption="Organisations"
        captionHidden
        rows={organisations}
        rowKey={each => each.id}
        rowHeaders
        columns={[
          {
            heading: 'Name',
            cell: each => (
              <Link
                className="govuk-link"
                to={href('organisations/:organisationId', { organisationId: each.id })}
              >
                {each.name}
              </Link>
            ),
          },
          { heading: 'What it is', cell: each => each.kind },
          { heading: 'How it stands', cell: each => (each.isClosed ? 'Closed' : 'Open') },
        ]}
      />
    </>
  )
}
