import type { PinShown } from './pin-shown'

/** The shapes of kinds, each with a picture in /static/map and its words in the key. */
export const KIND_GROUPS: readonly { group: PinShown['group']; words: string }[] = [
  { group: 'hostel', words: 'hostel or direct access' },
  { group: 'supported', words: 'housing with support' },
  { group: 'council', words: 'council, deposit' },
  { group: 'support', words: 'family and support' },
]

/** The signs of vacancies, each with a picture in /static/map; for professionals alone. */
export const VACANCY_WORDS: Readonly<Record<NonNullable<PinShown['vacancy']>, string>> = {
  free: 'free',
  'check-first': 'free, check first',
  none: 'none free',
  'not-confirmed': 'not confirmed: phone first',
}

/** What is free at a pin, and on which day: 'none free on Mon 28 December'; null where that is not told. */
export function vacancyWords({ vacancy, on }: PinShown): string | null {
  if (!vacancy) return null
  const words = VACANCY_WORDS[vacancy]
  return on ? words.replace('free', `free on ${on}`) : words
}

/** What a pin is called: 'Rowan Hostel: Emergency and direct access, 3 miles, none free'. */
export function pinWords(pin: PinShown): string {
  const said = [pin.kind, pin.miles, vacancyWords(pin)].filter(Boolean)
  return `${pin.name}: ${said.join(', ')}`
}

/** What a cluster is called. */
export function clusterWords(count: number): string {
  return `${count} services here: zoom in`
}
