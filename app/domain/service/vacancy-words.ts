import { type Day, daysBetween, londonDay, relativeInstant } from '../region/calendar'
import { dayOrYear } from '../region/near-time'
import type { ServiceVacancy } from './service-vacancy.server'

/** What is free, as a tag says it. */
export type VacancyWords =
  /** `day` in words, 'Mon 28 December'; left out for today. */
  | { kind: 'free'; count: number; day?: string }
  | { kind: 'expected'; count: number; day: string }
  | { kind: 'none' }
  | { kind: 'not-confirmed'; since?: string }

/** How far it can be trusted, as a tag says it. */
export type FreshnessWords =
  { kind: 'confirmed'; when: string } | { kind: 'check-first'; when: string } | { kind: 'not-confirmed' }

export interface VacancyInWords {
  vacancy: VacancyWords
  /** Null where the vacancy itself says that it is not confirmed. */
  freshness: FreshnessWords | null
}

/** A service's vacancy in the words of a tag. Vacancies nobody confirmed are never 'none' and never counted. */
export function vacancyInWords(vacancy: ServiceVacancy, now: Date): VacancyInWords {
  const { freshness, confirmedAt } = vacancy
  if (freshness.state === 'not_confirmed' || confirmedAt === null) {
    return { vacancy: { kind: 'not-confirmed', ...sinceWords(confirmedAt, now) }, freshness: null }
  }
  const when = relativeInstant(confirmedAt, now)
  const kind = freshness.state === 'confirmed' ? 'confirmed' : 'check-first'
  return { vacancy: countWords(vacancy, londonDay(now)), freshness: { kind, when } }
}

function countWords({ free, countedOn, nextFree }: ServiceVacancy, today: Day): VacancyWords {
  if (free > 0)
    return { kind: 'free', count: free, ...(countedOn !== null && { day: dayOrYear(countedOn, today) }) }
  if (nextFree !== null)
    return { kind: 'expected', count: nextFree.count, day: dayOrYear(nextFree.on, today) }
  return { kind: 'none' }
}

function sinceWords(confirmedAt: Date | null, now: Date): { since?: string } {
  if (confirmedAt === null) return {}
  const days = daysBetween(londonDay(confirmedAt), londonDay(now))
  return { since: days === 1 ? '1 day' : `${days} days` }
}
