import { Link } from '@remix-run/react'

import { formatDayLong } from '~/domain/time/calendar'
import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { nearCircle } from '~/screens/results/map/near-circle'
import { PrintedWhen } from '~/screens/results/printed-when'
import { StepNote } from '~/screens/results/step-note'
import { useFocusOnResults } from '~/screens/results/use-focus-on-results'
import { pinsAddress } from '~/screens/results/map/pins-address'
import type { QueryProblem } from '~/screens/results/read-query'
import { SearchBar } from '~/screens/results/search-bar'
import { SearchStandIn } from '~/screens/results/search-stand-in'
import { SortLinks } from '~/screens/results/sort-links'
import { Chips } from '~/ui/filters'
import { ErrorSummary } from '~/ui/form/error-summary'
import { ListMapSwitch } from '~/ui/map/list-map-switch'
import { ServiceMapArea } from '~/ui/map/service-map-area'
import { PrintLink } from '~/ui/page/print-link'
import { Tabs } from '~/ui/tabs'
import { placeAddress } from './case-address'
import type { PlacesData } from './data'
import { type PlacesPage, placesPage } from './page'
import { GROUP_TABS } from './place-groups'
import { PlaceFilters } from './place-filters'
import { PlaceList } from './place-list'

interface CaseSearchProps {
  summary: CaseSummaryWords
  found: PlacesData
  problems: readonly QueryProblem[]
  tileUrl: string | null
  tileCredit: string
}

/** The places for a case, in groups by how they fit. */
export function CaseSearchScreen({ summary, found, problems, tileUrl, tileCredit }: CaseSearchProps) {
  const page = placesPage(found)
  const head = useFocusOnResults<HTMLParagraphElement>(problems.length > 0)
  return (
    <>
      <SearchStandIn degraded={found.degraded} />
      <ErrorSummary items={problems.map(({ field, message }) => ({ text: message, fieldId: field }))} />
      <div className="tg-screen-only">
        <CaseSummary {...summary} linked unknown={<StillUnknown found={found} page={page} />} />
      </div>
      <p className="tg-print-only">Case {summary.reference}</p>
      <PrintLink />
      <h1 className="govuk-heading-l">Places for this case</h1>
      <p className="tg-lede">
        {found.avoid.text}{' '}
        {found.avoid.ask && (
          <Link className="govuk-link" to={found.avoid.ask.to}>
            {found.avoid.ask.text}
          </Link>
        )}
        <span className="tg-screen-only">
          {' · '}
          <Link className="govuk-link" to={`/cases/${summary.caseId}/shortlist`}>
            Open the shortlist
          </Link>
        </span>
      </p>
      <div className="tg-columns tg-columns--search tg-columns--two">
        <div>
          <SearchBar label="Search words" words={found.query.words} suggestFrom="/services/suggest" />
          <Chips chips={page.chips} />
          <div className="tg-results-head" role="status">
            <p className="govuk-body" tabIndex={-1} ref={head}>
              {page.summary}
            </p>
            <StepNote step={page.step} others={page.others} />
            <PrintedWhen on={formatDayLong(found.today)} part={page.part} />
          </div>
          <Tabs label="Groups of places" tabs={page.tabs} />
          <div className="tg-toolbar tg-screen-only">
            <PlaceFilters found={found} page={page} problems={problems} />
            <ListMapSwitch />
            <SortLinks sorts={page.sorts} />
          </div>
          <div id="list">
            <PlaceList caseId={summary.caseId} found={found} page={page} />
          </div>
        </div>
        <ServiceMapArea
          areas={page.areas}
          counts={`Services under ‘${GROUP_TABS[found.query.group]}’ in an area`}
          near={nearCircle(found.query.near) ?? found.read.circle}
          hrefOf={id => placeAddress({ caseId: summary.caseId, search: page.address, id })}
          pinsFrom={pinsAddress(`/cases/${summary.caseId}/search`, page.address)}
          label="Services by authority"
          caption="Services without a shown place are listed by area, not pinned."
          tileUrl={tileUrl}
          tileAttribution={tileCredit}
        />
      </div>
    </>
  )
}

/** '2 answers would decide 4 more services', leading to the tab that lists which. */
function StillUnknown({ found, page }: { found: PlacesData; page: PlacesPage }) {
  if (found.answersWouldDecide === null) return <>Nothing that would decide a place</>
  const tab = page.tabs.find(({ text }) => text === GROUP_TABS.eligible_once_answered)
  return (
    <Link className="govuk-link" to={tab?.to ?? '?'}>
      {found.answersWouldDecide}
    </Link>
  )
}
