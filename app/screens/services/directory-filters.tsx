import { MILES_CHOICES } from '~/domain/directory/search-query'
import type { FacetGroup } from '~/domain/directory/facet-groups'
import type { DirectoryPage } from '~/screens/services/page'
import { Button } from '~/ui/form/button'
import { FilterGroup } from '~/ui/filters'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { FilterDrop, FilterPanel } from '~/screens/results/filter-panel'
import { NearFields } from '~/screens/results/near-fields'
import { SearchForm } from '~/screens/results/search-form'
import { VacancyFields } from '~/screens/results/vacancy-fields'

export type DirectoryFiltersProps = Pick<DirectoryPage, 'address' | 'values' | 'groups' | 'problems'>

/** The groups people use most have a drop of their own; the others share the last. */
const OWN_DROP: Readonly<Record<string, string>> = { for: 'Who for', kind: 'Kind', authority: 'Area' }

/** The directory's filters: near, whom it is for, kind, area, vacancy (for professionals), and the rest. */
export function DirectoryFilters({ address, values, groups, problems }: DirectoryFiltersProps) {
  const errorOf = (field: string) => problems.find(problem => problem.field === field)?.message
  const { near, miles, sort, vacancy, open } = values
  const nearInForce = near === '' ? 0 : 1
  const vacancyInForce = vacancy
    ? [vacancy.by !== '', vacancy.now, vacancy.confirmed].filter(Boolean).length
    : 0
  const rest = groups.filter(({ name }) => !(name in OWN_DROP))
  return (
    <FilterPanel inForce={nearInForce + vacancyInForce + chosenIn(groups)}>
      <SearchForm action="/services" address={address}>
        <FilterDrop title="Near" inForce={nearInForce} open={errorOf('near') !== undefined}>
          <NearFields near={near} miles={miles} milesChoices={MILES_CHOICES} error={errorOf('near')} />
        </FilterDrop>
        {groups
          .filter(({ name }) => name in OWN_DROP)
          .map(group => (
            <FilterDrop
              key={group.name}
              title={OWN_DROP[group.name] ?? group.legend}
              inForce={chosenIn([group])}
              open={open.includes(group.name)}
            >
              <FilterGroup {...group} />
            </FilterDrop>
          ))}
        {vacancy && (
          <FilterDrop title="Vacancy" inForce={vacancyInForce} open={errorOf('by') !== undefined}>
            <VacancyFields {...vacancy} error={errorOf('by')} />
          </FilterDrop>
        )}
        {rest.length > 0 && (
          <FilterDrop
            title="More"
            inForce={chosenIn(rest)}
            open={rest.some(({ name }) => open.includes(name))}
          >
            {rest.map(group => (
              <FilterGroup key={group.name} {...group} />
            ))}
          </FilterDrop>
        )}
        <HiddenFields values={{ sort, more: open }} />
        <Button>Show places</Button>
      </SearchForm>
    </FilterPanel>
  )
}

function chosenIn(groups: readonly FacetGroup[]): number {
  return groups.flatMap(({ choices }) => choices).filter(({ checked }) => checked).length
}
