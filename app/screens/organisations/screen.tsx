import { Link } from '@remix-run/react'

import { pageWords } from '~/domain/list/paging'
import { href } from '~/paths'
import { ButtonLink } from '~/ui/form/button'
import { ListSearch, pageOfSearch } from '~/ui/list-search'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import type { Organisations } from './facts.server'

/** The organisations of the region. */
export function OrganisationsScreen({ organisations, words, ...paging }: Organisations) {
  const said = pageWords(paging, organisations.length)
  const address = href('organisations', {})
  return (
    <>
      <h1 className="govuk-heading-l">Organisations</h1>
      <ButtonLink to={href('organisations/new', {})}>Add an organisation</ButtonLink>
      <ListSearch action={address} label="Part of the name of an organisation" words={words} />
      {said && <p className="govuk-body tg-quiet">{said}</p>}
      {organisations.length === 0 && (
        <p className="govuk-body">{`No organisation is called so: “${words}”.`}</p>
      )}
      <Table
        caption="Organisations"
        captionHidden
        stacks
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
      <Pagination label="Organisations" {...paging} hrefOf={pageOfSearch(address, words)} />
    </>
  )
}
