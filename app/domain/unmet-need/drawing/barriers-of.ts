import type { PersonFacts } from '../../eligibility/facts'
import { type Barrier, BARRIERS } from '../barriers'

/** The answers that are barriers; what was never answered is left out. */
export type BarrierFacts = Partial<
  Pick<
    PersonFacts,
    | 'mentalHealth'
    | 'substances'
    | 'abuse'
    | 'learningDisability'
    | 'accessNeeds'
    | 'pregnancy'
    | 'childrenPlan'
    | 'couple'
    | 'pets'
    | 'arson'
    | 'sexualOffence'
    | 'violence'
    | 'rosh'
    | 'recourse'
    | 'arrearsPence'
    | 'licenceExclusions'
  >
>

const IS_THERE: Readonly<Record<Barrier, (facts: BarrierFacts) => boolean>> = {
  mental_health: ({ mentalHealth }) => mentalHealth === 'yes',
  substances: ({ substances }) => isOneOf(substances, ['recovery', 'ost', 'active']),
  domestic_abuse: ({ abuse }) => isOneOf(abuse, ['past', 'current']),
  learning_disability: ({ learningDisability }) => learningDisability === 'yes',
  access: ({ accessNeeds }) => (accessNeeds ?? []).length > 0,
  pregnancy: ({ pregnancy }) => pregnancy === 'yes',
  children: ({ childrenPlan }) => childrenPlan === 'live_in',
  couple: ({ couple }) => couple === 'yes',
  pet: ({ pets }) => isOneOf(pets, ['assistance_dog', 'dog', 'cat', 'other']),
  arson: ({ arson }) => isOneOf(arson, ['concern', 'conviction']),
  sexual_offence: ({ sexualOffence }) => isOneOf(sexualOffence, ['concern', 'conviction']),
  violence: ({ violence }) => isOneOf(violence, ['low', 'medium', 'high', 'very_high']),
  high_risk: ({ rosh }) => isOneOf(rosh, ['high', 'very_high']),
  no_recourse: ({ recourse }) => recourse === 'no',
  arrears: ({ arrearsPence }) => (arrearsPence ?? 0) > 0,
  licence_area: ({ licenceExclusions }) => (licenceExclusions ?? []).length > 0,
}

/** The barriers recorded of a woman, in the order of M5. */
export function barriersOf(facts: BarrierFacts): Barrier[] {
  return BARRIERS.filter(barrier => IS_THERE[barrier](facts))
}

function isOneOf(answer: string | null | undefined, those: readonly string[]): boolean {
  return those.includes(answer ?? '')
}
