import { rankOf } from './levels'
import type { Policy } from './policy'

/** The plain values of a policy that a search may filter by; null is "not stated" and passes every filter. */
export interface PolicyValues {
  sex: string | null
  ageMin: number | null
  ageMax: number | null
  peopleFromPrison: string | null
  convictions: string | null
  arson: string | null
  sexualOffence: string | null
  offencesAgainstChildren: string | null
  domesticAbusePerpetrator: string | null
  /** Rank 1 (low) to 4 of an absolute limit. */
  violenceLimit: number | null
  roshLimit: number | null
  recovery: string | null
  ost: string | null
  activeUse: string | null
  injecting: string | null
  nrpf: string | null
  children: string | null
  couple: string | null
  pets: string | null
  curfew: string | null
}

export type PolicyField = keyof PolicyValues

/** A condition on one value. `isNot`: none of these words; `atLeast`, `atMost`: bounds, the bound included. */
export type PolicyFilter =
  | { field: PolicyField; isNot: readonly string[] }
  | { field: PolicyField; atLeast: number }
  | { field: PolicyField; atMost: number }

/** What goes into a search document, so that `prefilters` can be asked of it. */
export function policyValues(policy: Policy): PolicyValues {
  return {
    sex: policy.sex,
    ageMin: policy.ageMin,
    ageMax: policy.ageMax,
    peopleFromPrison: policy.peopleFromPrison,
    convictions: policy.convictions?.rule ?? null,
    arson: policy.arson?.rule ?? null,
    sexualOffence: policy.sexualOffence,
    offencesAgainstChildren: policy.offencesAgainstChildren,
    domesticAbusePerpetrator: policy.domesticAbusePerpetrator,
    violenceLimit: absoluteLimit(policy.violence),
    roshLimit: absoluteLimit(policy.rosh),
    recovery: policy.substances?.recovery ?? null,
    ost: policy.substances?.ost ?? null,
    activeUse: policy.substances?.active ?? null,
    injecting: policy.injecting,
    nrpf: policy.nrpf,
    children: policy.children?.rule ?? null,
    couple: policy.couple,
    pets: policy.pets,
    curfew: policy.curfew,
  }
}

/** True where a value meets a condition, or is not stated. */
export function passes(filter: PolicyFilter, values: PolicyValues): boolean {
  const value = values[filter.field]
  if (value === null) return true
  if ('isNot' in filter) return !filter.isNot.includes(String(value))
  if ('atLeast' in filter) return Number(value) >= filter.atLeast
  return Number(value) <= filter.atMost
}

function absoluteLimit(limit: { highest: string; absolute: boolean } | null): number | null {
  return limit?.absolute ? rankOf(limit.highest) : null
}
