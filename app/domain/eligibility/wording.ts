import type { PersonFacts } from './facts'

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** 'women', 'men' or, where sex is not known, 'people'. */
export function peopleLike(facts: Pick<PersonFacts, 'sex'>): string {
  return { female: 'women', male: 'men', unknown: 'people' }[facts.sex]
}

/** 'three' up to nine, figures from ten on. */
export function inWords(count: number): string {
  return NUMBERS[count] ?? String(count)
}

/** 'a, b and c'. */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** '£1,000', or '£14.50' where there are pence. By hand: Intl is too slow for a sentence per service. */
export function pounds(pence: number): string {
  const whole = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = pence % 100
  return rest === 0 ? `£${whole}` : `£${whole}.${String(rest).padStart(2, '0')}`
}

/** First letter large. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** '1 year', '2 years'. */
export function years(count: number): string {
  return `${count} ${count === 1 ? 'year' : 'years'}`
}
