import type { Criterion } from '~/domain/eligibility/decision'
import { periodName } from '~/domain/unmet-need/period'
import type { PublishedValue } from '~/domain/unmet-need/published'
import type { ServiceTurning } from '~/domain/unmet-need/publishing/turned-away.server'

/** The line beside each criterion that can say no, by criterion. */
export function turnedAwayLines(
  turning: ServiceTurning | null,
): Readonly<Partial<Record<Criterion, string>>> {
  if (turning === null) return {}
  return Object.fromEntries(
    turning.criteria.map(({ criterion, women }) => [criterion, lineOf(women, turning)]),
  )
}

function lineOf(women: PublishedValue | null, { period, version, isSynthetic }: ServiceTurning): string {
  const quarter = periodName(period)
  if (women === null) return `Who this turns away was not published for ${quarter} (version ${version}).`
  if (women.mark === 'hidden')
    return `Who this turned away in ${quarter} is not shown, so that another number stays hidden (published, version ${version}).`
  const many = women.mark === 'few' ? 'fewer than 5' : `about ${(women.value ?? 0).toLocaleString('en-GB')}`
  const figures = isSynthetic ? 'published, synthetic figures' : 'published'
  return `In ${quarter} this criterion by itself turned away ${many} women in need across the region (${figures}, version ${version}).`
}
