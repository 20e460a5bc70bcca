import { Link, useLoaderData } from '@remix-run/react'

import { readGroup } from '~/screens/case-search/query-address'
import { GROUP_TABS } from '~/screens/case-search/place-groups'
import type { PlacesData } from '~/screens/case-search/data'
import { placesForCase } from '~/screens/case-search/facts.server'
import { type PlacesPage, placesPage } from '~/screens/case-search/page'
import { londonDay } from '~/domain/time/calendar'
import { parseSearchQuery } from '~/screens/results/read-query'
import { MILES_CHOICES } from '~/domain/directory/search-query'
import { caseNotOpen } from '~/http/case-not-open.server'
import { guarded } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { CaseSummary } from '~/screens/case/case-summary'
import { PlaceList } from '~/screens/case-search/place-list'
import { ErrorSummary } from '~/ui/form/error-summary'
import { Chips, FilterGroup, ToFilters } from '~/ui/filters'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { Button } from '~/ui/form/button'
import { ServiceMapArea } from '~/ui/map/service-map-area'
import { PrintLink } from '~/ui/page/print-link'
import { NearFields } from '~/screens/results/near-fields'
import { SearchBar } from '~/screens/results/search-bar'
import { SearchForm } from '~/screens/results/search-form'
import { SearchStandIn } from '~/screens/results/search-stand-in'
import { SortLinks } from '~/screens/results/sort-links'
import { Tabs } from '~/ui/tabs'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Places for case')

export const loader = guarded('officer', async ({ request, context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const { searchParams } = new URL(request.url)
  const { query, problems } = parseSearchQuery(searchParams, londonDay(context.clock()))
  const asked = { ...query, group: readGroup(searchParams) }
  const places = await placesForCase(context, viewer, caseId, asked)
  if (!places) throw await caseNotOpen(context, viewer, caseId)
  return { ...places, problems, tileUrl: context.config.mapTileUrl, tileCredit: context.config.mapTileCredit }
})

export default function CaseSearch() {
  const { summary, found, problems, tileUrl, tileCredit } = useLoaderData<typeof loader>()
  const page = placesPage(found)
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
        {page.summary} {found.avoid.text}{' '}
        {found.avoid.ask && (
          <Link className="govuk-link" to={found.avoid.ask.to}>
            {found.avoid.ask.text}
          </Link>
        )}
      </p>
      <div className="tg-columns tg-columns--search">
        <Filters page={page} />
        <div>
          <SearchBar label="Search words" words={found.query.words} suggestFrom="/services/suggest" />
          <ToFilters />
          <Chips chips={page.chips} />
          <Tabs label="Groups of places" tabs={page.tabs} />
          <SortLinks sorts={page.sorts} />
          <PlaceList caseId={summary.caseId} found={found} page={page} />
        </div>
        <ServiceMapArea
          areas={page.areas}
          services={page.pins}
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

function Filters({ page }: { page: PlacesPage }) {
  const { summary, found, problems } = useLoaderData<typeof loader>()
  const { group } = found.query
  return (
    <SearchForm action={`/cases/${summary.caseId}/search`} address={page.address}>
      <NearFields
        near={page.near.text}
        miles={page.near.miles}
        milesChoices={MILES_CHOICES}
        error={problems.find(({ field }) => field === 'near')?.message}
      />
      <FilterGroup {...page.vacancyChoices} />
      <Button look="secondary">Apply filters</Button>
      {page.filters.map(filter => (
        <FilterGroup key={filter.name} {...filter} />
      ))}
      <HiddenFields
        values={{ group: group === 'eligible' ? undefined : group, sort: page.sort, more: page.open }}
      />
      {page.filters.length > 0 && <Button look="secondary">Apply filters</Button>}
    </SearchForm>
  )
}
