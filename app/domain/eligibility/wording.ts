import type { PersonFacts } from './facts'

/** 'women', 'men' or, where sex is not known, 'people'. */
export function peopleLike(facts: Pick<PersonFacts, 'sex'>): string {
  return { female: 'women', male: 'men', unknown: 'people' }[facts.sex]
}
