import { dayOrYear } from '~/domain/time/near-time'
import { authorities } from '~/domain/area/region'
import type { AreaShown } from '~/ui/map/region-outline'
import type { FacetChoice, FacetGroup } from '~/domain/directory/facet-groups'
import { servicesWords } from '~/screens/results/result-in-words'
import { withFacetToggled } from '~/domain/directory/search-query'
import { caseOrder, type CaseSearchQuery } from '~/domain/case-search/case-search'
import type { PlacesData } from './data'

type AddressOf = (query: CaseSearchQuery) => string

/** The counts are known only where they were asked for. */
export interface VacancyGroup extends Omit<FacetGroup, 'choices' | 'more'> {
  choices: (Omit<FacetChoice, 'count'> & { count?: number })[]
}

/** By the release day, free now, confirmed recently; the first only where a day is known. */
export function vacancyChoices({ query, vacancies, releaseOn, today }: PlacesData): VacancyGroup {
  const asked = typeof query.vacancy === 'object' ? (query.vacancy?.by ?? null) : null
  const by = asked ?? (releaseOn !== null && releaseOn >= today ? releaseOn : null)
  const isBy = asked !== null
  const choice = (name: string, value: string, text: string, count: number | null, checked: boolean) => ({
    name,
    value,
    text,
    checked,
    ...(count !== null && { count }),
  })
  return {
    legend: 'Vacancy',
    name: 'vacancy',
    choices: [
      ...(by === null
        ? []
        : [choice('by', by, `Free on ${dayOrYear(by, today)}`, isBy ? (vacancies?.by ?? null) : null, isBy)]),
      choice('vacancy', 'now', 'Free now', vacancies?.now ?? null, query.vacancy === 'now'),
      choice(
        'confirmed',
        'yes',
        'Confirmed recently',
        vacancies?.confirmedRecently ?? null,
        query.confirmedRecently,
      ),
    ],
  }
}

/** Every authority with how many services of the group that is shown cover it; its link narrows the search to it, or widens it again. */
export function areasOf({ query, byAuthority }: PlacesData, addressOf: AddressOf): AreaShown[] {
  return authorities.map(({ code, name }) => {
    const count = byAuthority[code] ?? 0
    const ticked = query.facets.authority?.includes(code) ?? false
    const toggled = withFacetToggled(query, 'authority', code)
    return {
      code,
      name,
      count,
      href: addressOf({ ...query, facets: toggled.facets, page: 1 }),
      about: ticked ? `${servicesWords(count)}, chosen` : servicesWords(count),
      ...(ticked && { chosen: true }),
    }
  })
}

const SORTS = [
  { sort: 'fit', text: 'Best fit' },
  { sort: 'distance', text: 'Nearest' },
  { sort: 'available', text: 'Soonest free' },
] as const

/** The orders offered: by distance only where a place is known, in the box or in the words. */
export function sortLinks({ query, hasNearest }: PlacesData, addressOf: AddressOf) {
  const order = caseOrder(query)
  const inForce = order === 'distance' && !hasNearest ? 'fit' : order
  return SORTS.filter(({ sort }) => sort !== 'distance' || hasNearest).map(({ sort, text }) => ({
    text,
    href: addressOf({ ...query, sort, page: 1 }),
    current: sort === inForce,
  }))
}
