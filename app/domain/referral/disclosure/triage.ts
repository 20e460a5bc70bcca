import type { ChildBand, PersonFacts, TriageFacts } from '../../eligibility/facts'
import { inWords } from '../../words/english'

/** A person in tier 1 words: what a provider's triage may say of her. No name, no exact age. Safe for the browser. */

type Triage = Pick<
  TriageFacts,
  'sex' | 'ageBand' | 'couple' | 'childrenPlan' | 'childBands' | 'pregnancy' | 'pets'
>

const WHO = { female: 'Woman', male: 'Man', unknown: 'Person' } as const
const AGE_BAND = {
  under_18: 'under 18',
  '18_20': '18–20',
  '21_24': '21–24',
  '25_29': '25–29',
  '30_39': '30–39',
  '40_49': '40–49',
  '50_59': '50–59',
  '60_over': '60 or over',
  unknown: 'age not known',
} as const
const PET = { dog: 'a dog', assistance_dog: 'an assistance dog', cat: 'a cat', other: 'a pet' } as const

export interface Pronouns {
  /** 'she', 'he', 'they'. */
  they: string
  /** 'her', 'his', 'their'. */
  their: string
  /** 'How she fits', 'How they fit'. */
  fits: string
}

const PRONOUNS: Record<PersonFacts['sex'], Pronouns> = {
  female: { they: 'she', their: 'her', fits: 'she fits' },
  male: { they: 'he', their: 'his', fits: 'he fits' },
  unknown: { they: 'they', their: 'their', fits: 'they fit' },
}

/** 'Woman, 30–39, with one child under 5'; that the person can no longer be read, for null. */
export function triageHeading(facts: Triage | null): string {
  if (facts === null) return 'No longer readable'
  const parts = [
    whoLine(facts),
    childrenWords(facts),
    facts.couple === 'yes' && 'as a couple',
    facts.pregnancy === 'yes' && 'pregnant',
    facts.pets in PET && `with ${PET[facts.pets as keyof typeof PET]}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** 'Woman, 30–39'. */
export function whoLine({ sex, ageBand }: Pick<Triage, 'sex' | 'ageBand'>): string {
  return `${WHO[sex]}, ${AGE_BAND[ageBand]}`
}

/** 'Alone, no children', 'With one child under 5, with a dog'. */
export function householdLine(facts: Triage & Pick<TriageFacts, 'petCouldBeFostered'>): string {
  const children = childrenWords(facts)
  const parts = [
    facts.couple === 'no' && NOT_IN_THE_HOUSEHOLD.has(facts.childrenPlan) && 'alone',
    facts.couple === 'yes' && 'joint request as a couple',
    children ?? CHILDLESS[facts.childrenPlan],
    facts.pregnancy === 'yes' && 'pregnant',
    facts.pets in PET && `with ${PET[facts.pets as keyof typeof PET]}`,
    facts.pets in PET && facts.petCouldBeFostered && 'which could be fostered for a time',
  ]
  const words = parts.filter(Boolean).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The words for a person of a sex. */
export function pronounsFor(sex: PersonFacts['sex']): Pronouns {
  return PRONOUNS[sex]
}

const NOT_IN_THE_HOUSEHOLD: ReadonlySet<Triage['childrenPlan']> = new Set(['none', 'elsewhere'])

const CHILDLESS = {
  none: 'no children',
  elsewhere: 'children stay with someone else',
  visits: 'children to visit',
  live_in: 'with children',
  undecided: 'with children, plan not decided',
  unknown: 'children not known yet',
} as const

/** In bands, so that a household is not known by its exact ages. */
const UP_TO: Readonly<Record<ChildBand, string>> = {
  under_5: 'under 5',
  '5_10': 'under 11',
  '11_17': 'under 18',
}

function childrenWords({ childrenPlan, childBands }: Triage): string | null {
  if (childrenPlan === 'none' || childrenPlan === 'elsewhere' || childrenPlan === 'unknown') return null
  const oldest = childBands?.at(-1)
  if (!childBands || oldest === undefined) return CHILDLESS[childrenPlan]
  const count = childBands.length
  const words = `${inWords(count)} ${count === 1 ? 'child' : 'children'} ${UP_TO[oldest]}`
  return { live_in: `with ${words}`, visits: `${words} to visit`, undecided: `${words}, plan not decided` }[
    childrenPlan
  ]
}
