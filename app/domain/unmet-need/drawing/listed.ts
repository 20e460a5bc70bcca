import { type Day, daysBetween } from '../../time/calendar'

/** A release of a woman as the prison's list has it, by her key. */
export interface ListedRelease {
  id: string
  woman: string
  prisonCode: string
  releaseOn: Day
}

/** A case the list may mean. */
export interface MayBeListed {
  caseId: string
  woman: string
  /** The day of its release as far as it is known. */
  released: Day | null
}

/** The list and the case are of one release where their days are no further apart; a case without a day is of any. */
const ONE_RELEASE_DAYS = 28

/** Which cases stand on the list, and which releases of the list have no case. Each of the list is of one case at most: the nearest. */
export function matchList(
  list: readonly ListedRelease[],
  cases: readonly MayBeListed[],
): { listed: ReadonlySet<string>; alone: ListedRelease[] } {
  const listed = new Set<string>()
  const alone = list.filter(entry => {
    const near = cases
      .filter(each => each.woman === entry.woman && distance(entry, each) <= ONE_RELEASE_DAYS)
      .sort((a, b) => distance(entry, a) - distance(entry, b))[0]
    if (near) listed.add(near.caseId)
    return near === undefined
  })
  return { listed, alone }
}

function distance({ releaseOn }: ListedRelease, { released }: MayBeListed): number {
  return released === null ? ONE_RELEASE_DAYS : Math.abs(daysBetween(releaseOn, released))
}
