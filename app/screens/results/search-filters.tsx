import type { ReactNode } from 'react'

import type { FacetGroup } from '~/domain/directory/facet-groups'
import { MILES_CHOICES } from '~/domain/directory/search-query'
import { FilterGroup } from '~/ui/filters'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { FilterDrop, FilterPanel } from './filter-panel'
import { NearFields } from './near-fields'
import { SearchForm } from './search-form'
import { CountOfPlaces, ShowPlaces } from './show-places'
import { useCount } from './use-count'

export interface SearchFiltersProps {
  /** The page the search belongs to, and the search as its address holds it. */
  action: string
  address: string
  near: { text: string; miles: number; error: string | undefined }
  groups: readonly FacetGroup[]
  /** The facets whose values are all in sight, as an address names them. */
  open: string[]
  /** Null for the public. */
  vacancy: { inForce: number; isOpen: boolean; fields: ReactNode } | null
  /** What the search holds besides. */
  kept: Readonly<Record<string, string | undefined>>
}

/** The groups people use most have a drop of their own; the others share the last. */
const OWN_DROP: Readonly<Record<string, string>> = { for: 'Who for', kind: 'Kind', authority: 'Area' }

/** The filters of a search of services: near, whom it is for, kind, area, vacancy, and the rest. */
export function SearchFilters({ action, address, near, groups, open, vacancy, kept }: SearchFiltersProps) {
  const nearInForce = near.text === '' ? 0 : 1
  const count = useCount(action, address)
  const rest = groups.filter(({ name }) => !(name in OWN_DROP))
  return (
    <FilterPanel inForce={nearInForce + (vacancy?.inForce ?? 0) + chosenIn(groups)}>
      <CountOfPlaces count={count}>
        <SearchForm action={action} address={address}>
          <FilterDrop title="Near" inForce={nearInForce} open={near.error !== undefined}>
            <NearFields near={near.text} miles={near.miles} milesChoices={MILES_CHOICES} error={near.error} />
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
            <FilterDrop title="Vacancy" inForce={vacancy.inForce} open={vacancy.isOpen}>
              {vacancy.fields}
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
          <HiddenFields values={{ ...kept, more: open }} />
          <ShowPlaces />
        </SearchForm>
      </CountOfPlaces>
    </FilterPanel>
  )
}

/** How many choices of some groups are ticked. */
export function chosenIn(groups: readonly { choices: readonly { checked: boolean }[] }[]): number {
  return groups.flatMap(({ choices }) => choices).filter(({ checked }) => checked).length
}
