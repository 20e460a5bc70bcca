import type { CaseHit, CaseSearchResult } from '~/domain/case-search/case-search'
import { vacancyInWords } from '~/screens/results/vacancy-in-words'

/**
 * Said on screen alone: paper carries no more than triage may read, and this may hang on anything.
 * 'First because: women only, as needed; in Sunderland, a preferred area; 2 free now, confirmed 3 hours ago.'
 */
export function firstBecause(
  { whyFirst, hits: [first] }: Pick<CaseSearchResult, 'whyFirst' | 'hits'>,
  now: Date,
): string | null {
  if (whyFirst === null || !first) return null
  const reasons = whyFirst.reasons.map(({ name, words }) =>
    name === 'free' ? (freeWords(first, now) ?? words) : words,
  )
  return `${opening(whyFirst.alike)}: ${reasons.join('; ')}.`
}

/** Of several that fit as well, chance put one first: that is said. */
function opening(alike: number): string {
  return alike === 0
    ? 'First because'
    : `First of ${alike + 1} that fit alike, in an order drawn each day, because`
}

function freeWords({ vacancy: found }: CaseHit, now: Date): string | null {
  if (found === null) return null
  const { vacancy, freshness } = vacancyInWords(found, now)
  if (vacancy.kind !== 'free' || freshness === null || freshness.kind === 'not-confirmed') return null
  const { count, then } = vacancy
  const free = then ? `${then.count} free on ${then.day}` : `${count} free now`
  return freshness.kind === 'confirmed'
    ? `${free}, confirmed ${freshness.when}`
    : `${free}, confirmed ${freshness.when}: check first`
}
