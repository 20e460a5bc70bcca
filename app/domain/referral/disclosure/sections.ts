import type { Tier } from '../../eligibility/facts'
import { TOPIC_CODES, TOPICS } from '../../case/answers/fact-topics'
import type { Day } from '../../time/calendar'
import {
  DISCLOSED,
  type Disclosed,
  type DisclosedPerson,
  DOES_NOT_APPLY,
  inWords,
  NOT_KNOWN,
  type Part,
  type Row,
} from './tiers'

/** What a provider reads of a person, as her officer sees it before referring and as the provider sees it after. */

/** What one tier adds to what a provider sees. */
export interface SharedTier {
  tier: Tier
  title: string
  lines: Row[]
  /** The names of what stands on the provider's page as not known yet, and as not applying. */
  notKnown: string[]
  notApplying: string[]
}

export interface OpenedSection {
  title: string
  /** Who else reads this. */
  who: string
  groups: { title: string | null; rows: Row[] }[]
}

const TIERS: readonly Tier[] = [1, 2, 3]

const TITLES: Readonly<Record<Tier, string>> = {
  1: 'At once, for triage: no name',
  2: 'Once taken to assess: for the named assessor and the manager',
  3: 'Once taken to assess: for the named assessor alone',
}

const OPENED: readonly { tier: Tier; title: string; who: string }[] = [
  { tier: 2, title: 'Identity and needs', who: 'Open to the named assessor and to your managers' },
  { tier: 3, title: 'Safety and risk detail', who: 'Open to you alone, as the named assessor' },
]

/** Everything a provider would see of a case, tier by tier, as it stands now; what is not known or does not apply by its name alone. */
export function referralPreview(person: DisclosedPerson, today: Day): SharedTier[] {
  return TIERS.map(tier => {
    const own = DISCLOSED.filter(row => row.tier === tier)
    const rows = inWords(own, person, today)
    const named = (told: string) => rows.filter(({ value }) => value === told).map(({ key }) => key)
    return {
      tier,
      title: TITLES[tier],
      lines: rows.filter(({ value }) => value !== NOT_KNOWN && value !== DOES_NOT_APPLY),
      notKnown: named(NOT_KNOWN),
      notApplying: named(DOES_NOT_APPLY),
    }
  })
}

/** What triage reads first, and a reader of a higher tier more exactly. */
export function glanceRows(person: DisclosedPerson, tier: Tier, today: Day): Row[] {
  const told = DISCLOSED.filter(
    row => row.part === 'glance' && row.tier <= tier && tier < (row.until ?? Infinity),
  )
  return inWords(told, person, today)
}

/** What opens once the referral is taken to assess, in a section for each tier; none at tier 1. */
export function openedSections(person: DisclosedPerson, tier: Tier, today: Day): OpenedSection[] {
  return OPENED.filter(section => section.tier <= tier).map(({ tier: own, title, who }) => {
    const told = DISCLOSED.filter(row => row.tier === own && row.part !== 'glance')
    return { title, who, groups: groupsOf(told, person, today) }
  })
}

function groupsOf(told: readonly Disclosed[], person: DisclosedPerson, today: Day): OpenedSection['groups'] {
  const parts: readonly Part[] = ['identity', ...TOPIC_CODES]
  return parts
    .map(part => ({
      title: part === 'identity' || part === 'glance' ? null : TOPICS[part].title,
      rows: inWords(
        told.filter(row => row.part === part),
        person,
        today,
      ),
    }))
    .filter(group => group.rows.length > 0)
}
