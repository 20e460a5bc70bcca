import type { Group } from '../eligibility/decision'
import type { Grouped } from './running-search'

/** How many services of a group cover each authority, by its code. */
export function countAreas(decided: readonly Grouped[], group: Group): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const each of decided.filter(member => member.group === group))
    for (const code of each.authorities) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
