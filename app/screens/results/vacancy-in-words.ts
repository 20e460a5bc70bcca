import { type Day, daysBetween, londonDay } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { confirmedWhen } from '~/domain/vacancy/freshness/added-since'
import { limitedWords } from '~/domain/vacancy/free/last-day'
import type { ServiceVacancy } from '~/domain/service/service-vacancy.server'

/**
 * What is free now, as a tag says it, and of that what still is on the day wanted; `then` is left out for today. `day` in words:
 * 'Mon 28 December'.
 */
type VacancyWords =
  | { kind: 'free'; count: number; then?: { day: string; count: number } }
  /** `now` is free now and no more on the day; 0 for none at all. */
  | { kind: 'none'; then?: { day: string; now: number } }
  | { kind: 'not-confirmed'; since?: string }

/** How far it can be trusted, as a tag says it; `when` says what was added since, too. */
type FreshnessWords =
  { kind: 'confirmed'; when: string } | { kind: 'check-first'; when: string } | { kind: 'not-confirmed' }

export interface VacancyInWords {
  vacancy: VacancyWords
  /** '1 of those 3 until and including Sun 29 November, …': which of the free ones something claims later. */
  limited: string | null
  /** Of what is free now, never of what is expected. Null where the vacancy itself says that it is not confirmed. */
  freshness: FreshnessWords | null
  /** '1 more expected free from about Fri 4 December, not confirmed', by days the provider is sure of without that; until when, where something claims it later. */
  expected: string | null
}

/** A service's vacancy in the words of tags. Vacancies nobody confirmed are never 'none' and never counted. */
export function vacancyInWords(vacancy: ServiceVacancy, now: Date): VacancyInWords {
  const { freshness, confirmedAt } = vacancy
  if (freshness.state === 'not_confirmed' || confirmedAt === null) {
    const words = { kind: 'not-confirmed', ...sinceWords(confirmedAt, now) } as const
    return { vacancy: words, limited: null, freshness: null, expected: null }
  }
  const when = confirmedWhen(confirmedAt, vacancy.addedSince, now)
  const today = londonDay(now)
  return {
    vacancy: freeWords(vacancy, today),
    limited: limitedWords(vacancy.limited, vacancy.free, today),
    freshness: { kind: freshness.state === 'confirmed' ? 'confirmed' : 'check-first', when },
    expected: expectedWords(vacancy, today),
  }
}

function freeWords({ free, freeNow, countedOn }: ServiceVacancy, today: Day): VacancyWords {
  if (countedOn === null) return freeNow > 0 ? { kind: 'free', count: freeNow } : { kind: 'none' }
  const day = dayOrYear(countedOn, today)
  return free > 0
    ? { kind: 'free', count: freeNow, then: { day, count: free } }
    : { kind: 'none', then: { day, now: freeNow } }
}

/** What is said where a bedspace is to come free: for a day wanted "by" it, else "from" the first. */
function expectedWords({ free, expected, countedOn, freshness }: ServiceVacancy, today: Day): string | null {
  if (expected === null) return null
  const { on, count, isAbout, limited } = expected
  const when = on === countedOn ? 'by' : isAbout ? 'from about' : 'from'
  const words = `${count}${free > 0 ? ' more' : ''} expected free ${when} ${dayOrYear(on, today)}`
  const isSure = !isAbout && freshness.state === 'confirmed'
  return [words, limitedWords(limited, count, today), !isSure && 'not confirmed'].filter(Boolean).join(', ')
}

function sinceWords(confirmedAt: Date | null, now: Date): { since?: string } {
  if (confirmedAt === null) return {}
  const days = daysBetween(londonDay(confirmedAt), londonDay(now))
  return { since: days === 1 ? '1 day' : `${days} days` }
}
