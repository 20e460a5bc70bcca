import type { PersonFacts } from '../../eligibility/facts'
import { inWords, listed } from '../../words/english'
import { relativeDay, type Day } from '../../time/calendar'
import { dayOrYear } from '../../time/near-time'
import { authorityName } from '../../area/region'
import type { ReleaseConfidence } from './person-case'

/** A case in the few words the bar above its pages has room for. Safe for the browser. */

type Household = Pick<
  PersonFacts,
  'sex' | 'ageAtRelease' | 'childrenPlan' | 'children' | 'couple' | 'pregnancy' | 'pets'
>

const WHO = { female: 'Woman', male: 'Man', unknown: 'Person' } as const
const CONFIDENCE = { firm: 'firm', likely: 'likely, may move', not_known: '' } as const
const WITH_PET = { dog: 'a dog', assistance_dog: 'an assistance dog', cat: 'a cat', other: 'a pet' } as const

/** 'Woman, 34, with one child (3), pregnant'; what is not known is left out. Ages are those on release. */
export function householdWords(facts: Household): string {
  const parts = [
    WHO[facts.sex],
    ageWords(facts.ageAtRelease),
    childrenWords(facts),
    facts.couple === 'yes' && 'as a couple',
    facts.pregnancy === 'yes' && 'pregnant',
    facts.pets in WITH_PET && `with ${WITH_PET[facts.pets as keyof typeof WITH_PET]}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** 'Mon 28 December (in 36 days) · firm', or that it is not known. */
export function releaseWords(releaseOn: Day | null, confidence: ReleaseConfidence, today: Day): string {
  if (releaseOn === null) return 'Not known yet'
  const day = `${dayOrYear(releaseOn, today)} (${relativeDay(releaseOn, today)})`
  return [day, CONFIDENCE[confidence]].filter(Boolean).join(' · ')
}

/** 'Sunderland, South Tyneside', or 'No preference recorded'. */
export function wantedAreas(facts: Pick<PersonFacts, 'preferredAuthorities'>): string {
  return facts.preferredAuthorities.map(authorityName).join(', ') || 'No preference recorded'
}

/** '4 days', '1 day', 'today', '2 days ago' or 'not known', for the column of days to release. */
export function daysWords(days: number | null): string {
  if (days === null) return 'Not known'
  if (days === 0) return 'Today'
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return days > 0 ? count : `${count} ago`
}

function ageWords(ages: Household['ageAtRelease']): string | null {
  if (ages === null) return null
  if (ages.min === ages.max) return String(ages.min)
  return `${ages.min} ${ages.max - ages.min === 1 ? 'or' : 'to'} ${ages.max}`
}

function childrenWords({ childrenPlan, children }: Household): string | null {
  if (childrenPlan === 'none' || childrenPlan === 'elsewhere' || childrenPlan === 'unknown') return null
  const ages = (children ?? []).map(child => child.age.max).sort((a, b) => a - b)
  const count =
    ages.length === 0 ? 'children' : `${inWords(ages.length)} ${ages.length === 1 ? 'child' : 'children'}`
  const aged = ages.length === 0 ? count : `${count} (${listed(ages.map(String))})`
  return { live_in: `with ${aged}`, visits: `${aged} to visit`, undecided: `${aged}, plan not decided` }[
    childrenPlan
  ]
}
