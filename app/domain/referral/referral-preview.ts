import type { PersonFacts, Tier } from '../eligibility/facts'
import { tierOf } from '../eligibility/facts'
import { shownAnswer } from '../person-case/fact-shown'
import { TOPIC_CODES, TOPICS } from '../person-case/fact-topics'
import { arises } from '../person-case/facts-form'
import { formatDayLong } from '../region/calendar'

export interface SharedLine {
  key: string
  value: string
}

/** What one tier adds to what a provider sees. */
export interface SharedTier {
  tier: Tier
  title: string
  lines: SharedLine[]
}

interface SharedCase {
  reference: string
  identity: { name: string; prisonNumber: string; dateOfBirth: string } | null
  facts: PersonFacts
}

const TITLES: Readonly<Record<Tier, string>> = {
  1: 'At once, for triage: no name',
  2: 'Once taken to assess: for the named assessor and the manager',
  3: 'Once taken to assess: for the named assessor alone',
}

/** Everything a provider would see of a case, tier by tier, as it stands now (product.md, "Who sees what"). */
export function referralPreview(found: SharedCase): SharedTier[] {
  return ([1, 2, 3] as const).map(tier => ({
    tier,
    title: TITLES[tier],
    lines: [...ownLines(found, tier), ...answerLines(found.facts, tier)],
  }))
}

function ownLines({ reference, identity, facts }: SharedCase, tier: Tier): SharedLine[] {
  if (tier === 1) {
    const band = facts.ageBand === 'unknown' ? 'Not known yet' : bandWords(facts.ageBand)
    return [
      { key: 'Case', value: reference },
      { key: 'Age band', value: band },
      { key: 'Release', value: releaseWords(facts.release) },
    ]
  }
  if (tier === 3 || identity === null) return []
  return [
    { key: 'Name', value: identity.name },
    { key: 'Prison number', value: identity.prisonNumber },
    { key: 'Date of birth', value: formatDayLong(identity.dateOfBirth) },
  ]
}

/** What is not known is left out: the provider sees it as not known. */
function answerLines(facts: PersonFacts, tier: Tier): SharedLine[] {
  return TOPIC_CODES.flatMap(topic => TOPICS[topic].questions)
    .filter(question => tierOf(question.field) === tier && arises(question, facts))
    .map(question => ({ key: question.question, value: shownAnswer(question, facts) }))
    .filter(({ value }) => value !== 'Not known yet')
}

/** '30_39' → '30 to 39', '60_over' → '60 or over'. */
function bandWords(band: string): string {
  if (band === 'under_18') return 'Under 18'
  return band.endsWith('_over') ? `${band.slice(0, 2)} or over` : band.replace('_', ' to ')
}

function releaseWords(release: PersonFacts['release']): string {
  if (release === null) return 'Not known yet'
  const from = formatDayLong(release.from)
  return release.from === release.to ? from : `Between ${from} and ${formatDayLong(release.to)}`
}
