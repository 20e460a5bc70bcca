import type { PersonFacts } from '../eligibility/facts'
import { GROUP_ROWS } from '../eligibility/only-for-groups'
import type { Policy } from '../eligibility/policy'

/** Whether a service is made for somebody like her, for others, or for anybody. */
type Meant = 'hers' | 'others' | 'anybody'

/** What of a service says whom it is meant for. */
export interface MadeFor {
  kind: string
  supportLevel: string | null
  policy: Policy
}

/** One thing a service may be made for: nobody is put first where it is made for others, and who needs it is. */
export interface MeantRow {
  name: string
  of(service: MadeFor, facts: PersonFacts): Meant
  /** What is said where it is hers: 'for people in recovery'. */
  words(service: MadeFor): string
}

/** The oldest that a house for young people takes where it does not say. */
const YOUNG_TO = 25
/** A house with a limit above this is not for young people. */
const OLDEST_YOUNG = 30
const FOR_THE_YOUNG: readonly string[] = ['young_people', 'young_parents']
/** A parent's: nobody without a child has a use for them. */
const FOR_PARENTS: readonly string[] = ['young_parents', 'parenting_programme', 'family_support']

/** What decides how well a service suits her beside whether it takes her: product.md, "The directory", kinds and "only for". */
export const MEANT_ROWS: readonly MeantRow[] = [
  {
    name: 'recovery',
    of: ({ kind }, { substances }) => {
      if (kind !== 'recovery_house') return 'anybody'
      return either(substances === 'recovery' || substances === 'ost', substances === 'none')
    },
    words: () => 'for people in recovery',
  },
  {
    name: 'group',
    of: ({ policy }, facts) => {
      const groups = (policy.onlyFor ?? []).map(group => GROUP_ROWS[group].of(facts).is)
      return groups.length === 0
        ? 'anybody'
        : either(
            groups.includes('yes'),
            groups.every(is => is === 'no'),
          )
    },
    words: ({ policy }) =>
      `for ${(policy.onlyFor ?? []).map(group => GROUP_ROWS[group].people).join(' or ')}`,
  },
  {
    name: 'abuse',
    of: ({ kind }, { abuse, fleeingViolence }) => {
      if (kind !== 'refuge') return 'anybody'
      const isAbused = abuse === 'past' || abuse === 'current' || fleeingViolence === 'yes'
      return either(isAbused, abuse === 'none' && fleeingViolence === 'no')
    },
    words: () => 'for people fleeing abuse',
  },
  {
    name: 'young',
    of: ({ kind, policy }, { ageAtRelease }) => {
      const oldest = FOR_THE_YOUNG.includes(kind) ? (policy.ageMax ?? YOUNG_TO) : policy.ageMax
      if (oldest === null || oldest > OLDEST_YOUNG || ageAtRelease === null) return 'anybody'
      return either(ageAtRelease.max <= oldest, ageAtRelease.min > oldest)
    },
    words: () => 'for young people',
  },
  {
    name: 'parents',
    of: ({ kind }, { childrenPlan, pregnancy }) => {
      if (!FOR_PARENTS.includes(kind)) return 'anybody'
      return either(
        childrenPlan === 'live_in' || pregnancy === 'yes',
        childrenPlan === 'none' && pregnancy === 'no',
      )
    },
    words: () => 'for parents',
  },
  {
    name: 'children',
    of: ({ policy }, { childrenPlan }) =>
      either(childrenPlan === 'live_in' && policy.children?.rule === 'live_in', false),
    words: () => 'takes children to live there',
  },
  {
    name: 'support',
    of: ({ kind, supportLevel }, { supportNeed }) =>
      either(
        supportNeed === 'high' && (kind === 'housing_first' || supportLevel === 'high'),
        supportNeed === 'low' && kind === 'housing_first',
      ),
    words: ({ kind }) => (kind === 'housing_first' ? 'Housing First, for high needs' : 'high support'),
  },
  {
    name: 'pet',
    of: ({ policy }, { pets }) =>
      either(pets !== 'none' && pets !== 'unknown' && policy.pets === 'yes', false),
    words: () => 'takes pets',
  },
]

/** The rows by which a service is made for her. */
export function madeForHer(service: MadeFor, facts: PersonFacts): MeantRow[] {
  return MEANT_ROWS.filter(row => row.of(service, facts) === 'hers')
}

/** True where a service is made for somebody else: it is never put ahead. */
export function isMadeForOthers(service: MadeFor, facts: PersonFacts): boolean {
  return MEANT_ROWS.some(row => row.of(service, facts) === 'others')
}

function either(isHers: boolean, isOthers: boolean): Meant {
  if (isHers) return 'hers'
  return isOthers ? 'others' : 'anybody'
}
