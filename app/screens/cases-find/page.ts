import type { FoundCases } from '~/domain/case/find/find-cases.server'
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
  lines: FoundLine[]
}

export function foundWords({ cases, isMore, isNearly }: FoundCases): Found {
  const count = cases.length
  const many = count === 1 ? '1 case found' : `${count} cases found`
  const nearly = `No name is spelt so. ${count === 1 ? '1 case is' : `${count} cases are`} spelt nearly so`
  const heading = count === 0 ? 'No case found' : isNearly ? nearly : many
  return {
    heading: isMore
      ? `${heading} among the first looked at. Enter more of the name to find the others`
      : heading,
    lines: cases.map(({ id, name, prisonNumber, reference, releaseOn, closedOn }) => ({
      id,
      name,
      facts: [prisonNumber, reference],
      standing: closedOn === null ? openWords(releaseOn) : `Closed on ${formatDayLong(closedOn)}`,
    })),
  }
}

function openWords(releaseOn: Day | null): string {
  return releaseOn === null ? 'Open, release not known yet' : `Open, release ${formatDayLong(releaseOn)}`
}
