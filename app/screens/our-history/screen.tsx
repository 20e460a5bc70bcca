import { href } from '~/paths'
import { RecordHistory } from '~/screens/record-history/record-history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { PrintLink } from '~/ui/page/print-link'
import { Pagination } from '~/ui/pagination'
import type { EntryHistory } from './facts.server'

/** What was changed of an entry, by whom and when. */
export function EntryHistoryScreen({ id, name, changes, carried, paging }: EntryHistory) {
  return (
    <>
      <PrintLink />
      <BackLink to={href('our-services/:serviceId', { serviceId: id })}>Back to the entry</BackLink>
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">History</h1>
      <RecordHistory
        caption={`What was changed of ${name}, the latest first`}
        changes={changes}
        carried={carried}
      />
      <Pagination
        label="Changes"
        page={paging.page}
        pages={paging.pages}
        hrefOf={page => `${href('our-services/:serviceId/history', { serviceId: id })}?page=${page}`}
      />
    </>
  )
}
