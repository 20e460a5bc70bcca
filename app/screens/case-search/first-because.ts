import type { CaseHit, CaseSearchResult } from '~/domain/case-search/case-search'
import { vacancyInWords } from '~/screens/results/vacancy-in-words'

/** Why the first place is the first, in a line. */
export interface FirstBecause {
  text: string
  /** Something of it is no matter for triage, which may read a print. */
  onScreenOnly: boolean
}

/** 'First because: women only, as needed; in Sunderland, a preferred area; 2 free now, confirmed 3 hours ago.' */
export function firstBecause(
  { whyFirst, hits: [first] }: Pick<CaseSearchResult, 'whyFirst' | 'hits'>,
  now: Date,
): FirstBecause | null {
  if (whyFirst === null || !first) return null
  const reasons = whyFirst.reasons.map(({ name, words }) =>
    name === 'free' ? (freeWords(first, now) ?? words) : words,
  )
  return {
    text: `${opening(whyFirst.alike)}: ${reasons.join('; ')}.`,
    onScreenOnly: whyFirst.reasons.some(({ tier }) => tier > 1),
  }
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
