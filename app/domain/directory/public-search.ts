import type { DirectoryQuery } from './search-query'

/** A search as somebody signed out may make it: nothing asked of vacancies is left in it. */
export function publicPartOf(query: DirectoryQuery): DirectoryQuery {
  const sort = query.sort === 'available' ? null : query.sort
  return { ...query, vacancy: null, confirmedRecently: false, sort }
}

/** True when a search asks for something that only those who are signed in may ask. */
export function asksForMoreThanPublic(query: DirectoryQuery): boolean {
  return query.vacancy !== null || query.confirmedRecently || query.sort === 'available'
}
