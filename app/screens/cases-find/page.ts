import type { FoundCases } from '~/domain/case/find/find-cases.server'
import { MOST_LOOKED_AT } from '~/domain/case/find/find-form'
import { type Day, formatDayLong } from '~/domain/time/calendar'

/** One case that was found, in words. */
interface FoundLine {
  id: string
  name: string
  facts: string[]
  standing: string
}

/** The cases that were found, and what heads them. */
export interface Found {
  heading: string
  /** How the others are found, where not all were looked at that might answer. */
  advice: string | null
  lines: FoundLine[]
}

export function foundWords({ cases, isMore, isNearly }: FoundCases): Found {
  const count = cases.length
  const lookedAt = isMore ? ` among the first ${MOST_LOOKED_AT} looked at` : ''
  const many = count === 0 ? 'No case found' : count === 1 ? '1 case found' : `${count} cases found`
  const nearly = `No name is spelt so. ${count === 1 ? '1 case is' : `${count} cases are`} spelt nearly so`
  return {
    heading: (isNearly ? nearly : many) + lookedAt,
    advice: isMore ? ADVICE : null,
    lines: cases.map(({ id, name, prisonNumber, reference, releaseOn, closedOn }) => ({
      id,
      name,
      facts: [prisonNumber, reference],
      standing: closedOn === null ? openWords(releaseOn) : `Closed on ${formatDayLong(closedOn)}`,
    })),
  }
}

const ADVICE = `Your team has more cases with names that begin alike, open or closed, than the ${MOST_LOOKED_AT} that are looked at for one search. To find the others, enter another word of the name as well, or the prison number or CRN.`

function openWords(releaseOn: Day | null): string {
  return releaseOn === null ? 'Open, release not known yet' : `Open, release ${formatDayLong(releaseOn)}`
}
