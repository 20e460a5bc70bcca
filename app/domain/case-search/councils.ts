import type { CaseSearchQuery } from './case-search'

/** Councils' housing options: anybody may apply to one, so they are shown apart from what is decided. */
export const COUNCIL = 'council_housing_options'

export function isCouncil({ kind }: { kind: string }): boolean {
  return kind === COUNCIL
}

/** Councils are shown apart, save to whoever asks for them by kind or by words. */
export function asksForCouncils({ words, facets }: CaseSearchQuery): boolean {
  return words !== '' || (facets.kind ?? []).includes(COUNCIL)
}
