import { SearchFilters } from '~/screens/results/search-filters'
import { VacancyFields } from '~/screens/results/vacancy-fields'
import type { DirectoryPage } from '~/screens/services/page'

export type DirectoryFiltersProps = Pick<DirectoryPage, 'address' | 'values' | 'groups' | 'problems'>

/** The directory's filters; those of vacancy are for professionals. */
export function DirectoryFilters({ address, values, groups, problems }: DirectoryFiltersProps) {
  const errorOf = (field: string) => problems.find(problem => problem.field === field)?.message
  const { near, miles, sort, vacancy, open } = values
  return (
    <SearchFilters
      action="/services"
      address={address}
      near={{ text: near, miles, error: errorOf('near') }}
      groups={groups}
      open={open}
      vacancy={
        vacancy && {
          inForce: [vacancy.by !== '', vacancy.now, vacancy.confirmed].filter(Boolean).length,
          isOpen: errorOf('by') !== undefined,
          fields: <VacancyFields {...vacancy} error={errorOf('by')} />,
        }
      }
      kept={{ sort }}
    />
  )
}
