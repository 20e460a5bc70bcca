import { relativeInstant } from '../../time/calendar'

/** '3 hours ago', or '3 hours ago; 6 beds added since, not yet confirmed': of what a house's vacancies were confirmed, wherever that is said. */
export function confirmedWhen(confirmedAt: Date, addedSince: number, now: Date): string {
  return [relativeInstant(confirmedAt, now), addedSinceWords(addedSince)].filter(Boolean).join('; ')
}

/** '1 bed added since, not yet confirmed'; null where none was. */
export function addedSinceWords(addedSince: number): string | null {
  if (addedSince === 0) return null
  return `${addedSince} ${addedSince === 1 ? 'bed' : 'beds'} added since, not yet confirmed`
}
