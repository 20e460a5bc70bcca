import { MILES_CHOICES } from '~/domain/directory/search-query'
import type { DirectoryPage } from '~/screens/services/page'
import { Button } from '~/ui/form/button'
import { FilterGroup } from '~/ui/filters'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { NearFields } from '~/screens/results/near-fields'
import { SearchForm } from '~/screens/results/search-form'
import { VacancyFields } from '~/screens/results/vacancy-fields'

export type DirectoryFiltersProps = Pick<DirectoryPage, 'address' | 'values' | 'groups' | 'problems'>

/** The directory's filters: near, vacancy (for professionals), then every group of facts with its counts. */
export function DirectoryFilters({ address, values, groups, problems }: DirectoryFiltersProps) {
  const errorOf = (field: string) => problems.find(problem => problem.field === field)?.message
  const { near, miles, sort, vacancy } = values
  return (
    <SearchForm action="/services" address={address}>
      <NearFields near={near} miles={miles} milesChoices={MILES_CHOICES} error={errorOf('near')} />
      {vacancy && <VacancyFields {...vacancy} error={errorOf('by')} />}
      {groups.map(group => (
        <FilterGroup key={group.name} {...group} />
      ))}
      <HiddenFields values={{ sort, more: values.open }} />
      <Button look="secondary">Apply filters</Button>
    </SearchForm>
  )
}
