import type { QueryProblem } from '~/screens/results/read-query'
import { chosenIn, SearchFilters } from '~/screens/results/search-filters'
import { FilterGroup } from '~/ui/filters'
import type { PlacesData } from './data'
import type { PlacesPage } from './page'

export interface PlaceFiltersProps {
  found: Pick<PlacesData, 'caseId' | 'query'>
  page: PlacesPage
  problems: readonly QueryProblem[]
}

/** The filters of the places for a case: the group and the order stay as they are. */
export function PlaceFilters({ found: { caseId, query }, page, problems }: PlaceFiltersProps) {
  const { near, vacancyChoices } = page
  return (
    <SearchFilters
      action={`/cases/${caseId}/search`}
      address={page.address}
      near={{ ...near, error: problems.find(({ field }) => field === 'near')?.message }}
      groups={page.filters}
      open={page.open}
      vacancy={{
        inForce: chosenIn([vacancyChoices]),
        isOpen: problems.some(({ field }) => field === 'by'),
        fields: <FilterGroup {...vacancyChoices} />,
      }}
      kept={{ group: query.group === 'eligible' ? undefined : query.group, sort: page.sort }}
    />
  )
}
