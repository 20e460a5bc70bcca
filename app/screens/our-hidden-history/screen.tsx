import { href } from '~/paths'
import { RecordHistory } from '~/screens/record-history/record-history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Pagination } from '~/ui/pagination'
import { WarningText } from '~/ui/warning-text'
import type { HiddenHistory } from './facts.server'

/** What was changed of the hidden places of an entry, by whom and when. It has no way to print: where they are is for the screen alone. */
export function HiddenHistoryScreen({ id, name, changes, carried, paging }: HiddenHistory) {
  return (
    <>
      <BackLink to={href('our-services/:serviceId', { serviceId: id })}>Back to the entry</BackLink>
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">History of hidden places</h1>
      <WarningText>This is read by your managers alone, and who reads it is noted.</WarningText>
      <p className="govuk-body">
        It holds what was changed of every hidden place, of those too that are taken out. A place that becomes
        hidden reads as added here, and one that is shown from then on as removed.
      </p>
      <RecordHistory
        caption="What was changed of hidden places, the latest first"
        changes={changes}
        carried={carried}
      />
      <Pagination
        label="Changes"
        page={paging.page}
        pages={paging.pages}
        hrefOf={page => `${href('our-services/:serviceId/sites/history', { serviceId: id })}?page=${page}`}
      />
    </>
  )
}
