/** The case a service is looked at for, and the search it was found by as parameters of the address; '' for everything. */
export interface FoundAt {
  caseId: string
  search: string
}

/** The page of a service that keeps the case and the search: '/cases/…/services/…?near=Sunderland'. */
export function placeAddress({ caseId, search, id }: FoundAt & { id: string }): string {
  return withSearch(`/cases/${caseId}/services/${id}`, search)
}

/** The search itself. */
export function searchAddress({ caseId, search }: FoundAt): string {
  return withSearch(`/cases/${caseId}/search`, search)
}

function withSearch(path: string, search: string): string {
  return search === '' ? path : `${path}?${search}`
}
