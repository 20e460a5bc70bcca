import { prisonName } from '~/domain/area/region'
import type { Listed, PersonCase } from '~/domain/held/held-person.server'
import { formatDayLong, londonDay } from '~/domain/time/calendar'
import { href } from '~/paths'

/** The cases of a person that were found, in words. */
export interface PersonFound {
  heading: string
  cases: { id: string; to: string; reference: string; about: string }[]
  /** Entries of a prison's release list that mean the person. */
  listed: string[]
}

export function personFound({ cases, listed }: { cases: PersonCase[]; listed: Listed[] }): PersonFound {
  const many = cases.length === 1 ? '1 case' : `${cases.length} cases`
  return {
    heading: cases.length === 0 ? 'No case of that number' : many,
    cases: cases.map(found => ({
      id: found.id,
      to: href('administration/person/:caseId', { caseId: found.id }),
      reference: found.reference,
      about: `${found.organisationName}, ${standingOf(found)}`,
    })),
    listed: listed.map(
      ({ prisonCode, releaseOn }) =>
        `On the release list of ${prisonName(prisonCode)} for ${formatDayLong(releaseOn)}: a keyed mark of the number, the day, and the sex`,
    ),
  }
}

/** 'opened on 3 March 2027, open', 'opened on 3 March 2027, closed on 1 April 2027'. */
export function standingOf({ openedAt, closedAt }: Pick<PersonCase, 'openedAt' | 'closedAt'>): string {
  const opened = `opened on ${formatDayLong(londonDay(openedAt))}`
  return closedAt === null ? `${opened}, open` : `${opened}, closed on ${formatDayLong(londonDay(closedAt))}`
}
