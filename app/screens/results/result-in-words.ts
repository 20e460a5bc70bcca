import { authorities } from '~/domain/area/region'

const MOST_NAMED = 3

/** 'Sunderland', 'Sunderland, Gateshead and 4 more areas', 'all 12 areas'; null where none is stated. */
export function areaWords(authorityNames: readonly string[]): string | null {
  const count = authorityNames.length
  if (count === 0) return null
  if (count === authorities.length) return `all ${count} areas`
  if (count <= MOST_NAMED) return authorityNames.join(', ')
  return `${authorityNames.slice(0, 2).join(', ')} and ${count - 2} more areas`
}

/** '9 miles', '1 mile', 'under a mile'. */
export function milesWords(miles: number): string {
  const whole = Math.round(miles)
  if (whole < 1) return 'under a mile'
  return whole === 1 ? '1 mile' : `${whole} miles`
}

/** '14 services', '1 service', 'No services'. */
export function servicesWords(count: number): string {
  if (count === 0) return 'No services'
  return count === 1 ? '1 service' : `${count} services`
}

/** Words that stand at a start made to stand inside a sentence: 'staffed at all hours'. Days keep their capital. */
export function insideSentence(words: string): string {
  return /^(Staffed|Every|Not)\b/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}
