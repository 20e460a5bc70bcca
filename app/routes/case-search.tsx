import { Link, useLoaderData } from '@remix-run/react'

import { readGroup } from '~/domain/person-case/case-search'
import { placesForCase } from '~/domain/person-case/places-for-case.server'
import { londonDay } from '~/domain/region/calendar'
import { parseSearchQuery } from '~/domain/service/parse-search-query'
import { MILES_CHOICES } from '~/domain/service/search-query'
import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { CaseSummary } from '~/ui/case/case-summary'
import { PlaceList } from '~/ui/case/place-list'
import { ErrorSummary } from '~/ui/error-summary'
import { Chips, FilterGroup, ToFilters } from '~/ui/filters'
import { HiddenFields } from '~/ui/hidden-fields'
import { Button } from '~/ui/button'
import { ServiceMapArea } from '~/ui/map/service-map-area'
import { pageTitle } from '~/ui/page-title'
import { NearFields } from '~/ui/search/near-fields'
import { SearchBar } from '~/ui/search/search-bar'
import { SearchForm } from '~/ui/search/search-form'
import { SearchStandIn } from '~/ui/search/search-stand-in'
import { SortLinks } from '~/ui/search/sort-links'
import { Tabs } from '~/ui/tabs'

export const meta = () => pageTitle('Places for a case')

export const loader = guarded('officer', async ({ request, context, viewer, params }) => {
  const caseId = idFrom(params, 'caseId')
  const { searchParams } = new URL(request.url)
  const { query, problems } = parseSearchQuery(searchParams, londonDay(context.clock()))
  const group = readGroup(searchParams)
  const places = await placesForCase(context, viewer, caseId, { ...query, group })
  if (!places) throw notFound()
  return { ...places, group, problems, tileUrl: context.config.mapTileUrl ?? null }
})

export default function CaseSearch() {
  const { summary, page, problems } = useLoaderData<typeof loader>()
  const errors = problems.map(({ field, message }) => ({ text: message, fieldId: field }))
  return (
    <>
      <SearchStandIn degraded={page.degraded} />
      <ErrorSummary items={errors} />
      <CaseSummary {...summary} linked unknown={<StillUnknown />} />
      <h1 className="govuk-heading-l">Places for this case</h1>
      <p className="tg-lede">{page.summary} Areas and services to avoid are already left out.</p>
      <div className="tg-columns tg-columns--search">
        <Filters />
        <Results />
        <Map />
      </div>
    </>
  )
}

/** '2 answers would decide 4 more places', leading to the tab that lists which. */
function StillUnknown() {
  const { page } = useLoaderData<typeof loader>()
  if (page.answersWouldDecide === null) return <>Nothing that would decide a place</>
  const tab = page.tabs.find(({ text }) => text === 'Fits once answered')
  return (
    <Link className="govuk-link" to={tab?.to ?? '?'}>
      {page.answersWouldDecide}
    </Link>
  )
}

function Filters() {
  const { summary, page, group, problems } = useLoaderData<typeof loader>()
  const nearProblem = problems.find(({ field }) => field === 'near')?.message
  return (
    <SearchForm action={`/cases/${summary.caseId}/search`} address={page.address}>
      <NearFields
        near={page.near.text}
        miles={page.near.miles}
        milesChoices={MILES_CHOICES}
        error={nearProblem}
      />
      <FilterGroup {...page.vacancyChoices} />
      <Button look="secondary">Apply filters</Button>
      {page.filters.map(filter => (
        <FilterGroup key={filter.name} {...filter} />
      ))}
      <HiddenFields values={{ group: group === 'eligible' ? undefined : group }} />
      <Button look="secondary">Apply filters</Button>
    </SearchForm>
  )
}

function Results() {
  const { summary, page, group } = useLoaderData<typeof loader>()
  return (
    <div>
      <SearchBar label="Search words" words={page.words} suggestFrom="/services/suggest" />
      <ToFilters />
      <Chips chips={page.chips} />
      <Tabs label="Groups of places" tabs={page.tabs} />
      <SortLinks sorts={page.sorts} />
      <PlaceList caseId={summary.caseId} group={group} page={page} />
    </div>
  )
}

function Map() {
  const { page, tileUrl } = useLoaderData<typeof loader>()
  return (
    <ServiceMapArea
      areas={page.areas}
      services={page.pins}
      label="Services by authority"
      caption="Services without a shown place are listed by area, not pinned."
      tileUrl={tileUrl}
    />
  )
}
