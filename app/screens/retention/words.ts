import { type Day, formatDayLong } from '~/domain/time/calendar'

/** 'Details deleted on 3 March 2028'; null while they are kept. */
export function detailsDeletedWords(on: Day | null): string | null {
  return on && `Details deleted on ${formatDayLong(on)}`
}
