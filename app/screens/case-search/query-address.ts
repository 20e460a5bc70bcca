import { CASE_GROUPS, type CaseSearchQuery } from '~/domain/case-search/case-search'
import type { Group } from '~/domain/eligibility/decision'
import { toParams } from '~/screens/results/query-address'

/** The search as address parameters; the first group is not named. */
export function toCaseParams(query: CaseSearchQuery): URLSearchParams {
  const params = toParams(query)
  if (query.group !== 'eligible') params.set('group', query.group)
  return params
}

/** The group an address names, the first where it names none. */
export function readGroup(params: URLSearchParams): Group {
  return CASE_GROUPS.find(group => group === params.get('group')) ?? 'eligible'
}
