import { Link } from '@remix-run/react'

import { pageWords } from '~/domain/list/paging'
import { href } from '~/paths'
import { ButtonLink } from '~/ui/form/button'
import { ListSearch, pageOfSearch } from '~/ui/list-search'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import type { OurServices } from './facts.server'
import type { EntryLine } from './page'
import { StandingTag } from './standing-tag'

/** The entries that somebody keeps: how each stands, and what an editor would still ask for. */
export function OurServicesScreen({ entries, ofAll, mayAdd, words, ...paging }: OurServices) {
  const said = pageWords(paging, entries.length)
  const address = href('our-services', {})
  return (
    <>
      <h1 className="govuk-heading-l">{ofAll ? 'Services of the region' : 'Our services'}</h1>
      <p className="tg-lede">
        {ofAll
          ? 'Every entry of the directory, with those that wait and those that are closed.'
          : 'What the directory says of your services. What you change is shown at once.'}
      </p>
      {mayAdd && <ButtonLink to={href('our-services/new', {})}>Add a service</ButtonLink>}
      {(paging.pages > 1 || words !== '') && (
        <ListSearch
          action={address}
          label={ofAll ? 'Part of the name of a service or its provider' : 'Part of the name of a service'}
          words={words}
        />
      )}
      {said && <p className="govuk-body tg-quiet">{said}</p>}
      {entries.length === 0 ? (
        <p className="govuk-body">
          {words === '' ? 'No service is entered yet.' : `No service is called so: “${words}”.`}
        </p>
      ) : (
        <Table
          caption="Services"
          stacks
          rows={entries}
          rowKey={entry => entry.id}
          rowHeaders
          columns={[
            { heading: 'Service', cell: (entry: EntryLine) => <Named entry={entry} ofAll={ofAll} /> },
            { heading: 'Kind', cell: entry => entry.kind },
            {
              heading: 'How it stands',
              cell: entry => <StandingTag standing={entry.standing}>{entry.standingWords}</StandingTag>,
            },
            { heading: 'Missing', cell: entry => entry.missing ?? 'Nothing' },
          ]}
        />
      )}
      <Pagination label="Services" {...paging} hrefOf={pageOfSearch(address, words)} />
    </>
  )
}

function Named({ entry, ofAll }: { entry: EntryLine; ofAll: boolean }) {
  return (
    <>
      <Link className="govuk-link" to={href('our-services/:serviceId', { serviceId: entry.id })}>
        {entry.name}
      </Link>
      {ofAll && <div className="tg-quiet">{entry.provider}</div>}
    </>
  )
}
