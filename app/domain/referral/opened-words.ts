import type { FactField, PersonFacts, Tier } from '../eligibility/facts'
import { FACT_LABELS } from '../eligibility/fact-labels'
import { tierOf } from '../eligibility/facts'
import { arises } from '../person-case/facts-form'
import { shownAnswer } from '../person-case/fact-shown'
import { TOPIC_CODES, TOPICS } from '../person-case/fact-topics'
import { CUSTODY_STATUS_LABELS, type CustodyStatus } from '../person-case/person-case'
import { formatDayLong } from '../region/calendar'
import { authorityName } from '../region/region'

/** What opens to the named assessor and the managers once a referral is taken to assess. Safe for the browser. */

export interface OpenedSection {
  title: string
  /** Who else reads this. */
  who: string
  groups: { title: string | null; rows: { key: string; value: string }[] }[]
}

interface OpenedCase {
  custody: { custodyStatus: CustodyStatus } | null
  identity: { name: string; prisonNumber: string; dateOfBirth: string; crn: string | null } | null
  facts: PersonFacts
}

/** Hers alone: services she avoids are named to no provider. Areas are, to the assessor. */
const NOT_SHOWN: readonly FactField[] = ['avoid']

/** The sections a provider's reader of a tier gets; none at tier 1. */
export function openedSections(person: OpenedCase | null, tier: Tier): OpenedSection[] {
  if (person === null || tier < 2) return []
  const needs = {
    title: 'Identity and needs',
    who: 'Open to the named assessor and to your managers',
    groups: [{ title: null, rows: identityRows(person) }, ...groupsOf(person.facts, 2)],
  }
  if (tier < 3) return [needs]
  const safety = {
    title: 'Safety and risk detail',
    who: 'Open to you alone, as the named assessor',
    groups: [...groupsOf(person.facts, 3), ...avoidedAreas(person.facts)],
  }
  return [needs, safety]
}

function identityRows({ identity, custody }: OpenedCase) {
  if (!identity || !custody) return []
  return [
    { key: 'Name', value: identity.name },
    { key: 'Date of birth', value: formatDayLong(identity.dateOfBirth) },
    { key: 'Prison number', value: identity.prisonNumber },
    { key: 'CRN', value: identity.crn ?? 'Not known yet' },
    { key: 'Status', value: CUSTODY_STATUS_LABELS[custody.custodyStatus] },
  ]
}

function groupsOf(facts: PersonFacts, tier: Tier): OpenedSection['groups'] {
  return TOPIC_CODES.map(topic => ({
    title: TOPICS[topic].title,
    rows: TOPICS[topic].questions
      .filter(({ field }) => tierOf(field) === tier && !NOT_SHOWN.includes(field))
      .filter(question => arises(question, facts))
      .map(question => ({ key: FACT_LABELS[question.field], value: shownAnswer(question, facts) })),
  })).filter(group => group.rows.length > 0)
}

function avoidedAreas({ avoid }: PersonFacts): OpenedSection['groups'] {
  if (!avoid || avoid.authorities.length === 0) return []
  const value = avoid.authorities.map(authorityName).join(', ')
  return [{ title: 'Areas', rows: [{ key: 'Areas to avoid', value }] }]
}
