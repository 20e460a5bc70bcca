import type { FactField, PersonFacts, Tier } from './facts'

/** Groups a service may be kept for, and nobody else. */
export const ONLY_FOR_GROUPS = [
  'veterans',
  'care_leavers',
  'in_recovery',
  'domestic_abuse',
  'mental_health',
  'learning_disability',
] as const
export type OnlyForGroup = (typeof ONLY_FOR_GROUPS)[number]

/** Whether a person is of a group. `missing` are the answers that would settle it; none where she would rather not say. */
interface Belonging {
  is: 'yes' | 'no' | 'unknown'
  missing: readonly FactField[]
}

export interface GroupRow {
  /** Those of the group: 'care leavers'. */
  people: string
  /** What a person of it is, in a list: 'Care leaver'. */
  person: string
  /** Who may read whether she is of it. */
  tier: Tier
  of(facts: PersonFacts): Belonging
}

/** Each group, who is of it and who may know. Abuse is tier 3: no reason below it may say that there was any. */
export const GROUP_ROWS: Readonly<Record<OnlyForGroup, GroupRow>> = {
  veterans: {
    people: 'people who have served in the armed forces',
    person: 'Served in the armed forces',
    tier: 2,
    of: facts => answered(facts, 'veteran'),
  },
  care_leavers: {
    people: 'care leavers',
    person: 'Care leaver',
    tier: 2,
    of: facts => answered(facts, 'careLeaver'),
  },
  in_recovery: {
    people: 'people in recovery from drugs or alcohol',
    person: 'In recovery from drugs or alcohol',
    tier: 2,
    of: ({ substances }) =>
      substances === 'unknown'
        ? { is: 'unknown', missing: ['substances'] }
        : known(substances === 'recovery' || substances === 'ost'),
  },
  domestic_abuse: { people: 'people who have been abused', person: 'Has been abused', tier: 3, of: abused },
  mental_health: {
    people: 'people living with mental ill health',
    person: 'Lives with mental ill health',
    tier: 2,
    of: facts => answered(facts, 'mentalHealth'),
  },
  learning_disability: {
    people: 'people with a learning disability',
    person: 'Has a learning disability',
    tier: 2,
    of: facts => answered(facts, 'learningDisability'),
  },
}

function known(isOfIt: boolean): Belonging {
  return { is: isOfIt ? 'yes' : 'no', missing: [] }
}

function answered(
  facts: PersonFacts,
  field: 'veteran' | 'careLeaver' | 'mentalHealth' | 'learningDisability',
): Belonging {
  return { is: facts[field], missing: facts[field] === 'unknown' ? [field] : [] }
}

/** Abuse, past or current, or flight from violence; both must be confirmed not so before it is no. */
function abused({ abuse, fleeingViolence }: PersonFacts): Belonging {
  if (abuse === 'past' || abuse === 'current' || fleeingViolence === 'yes') return known(true)
  if (abuse === 'none' && fleeingViolence === 'no') return known(false)
  const missing: FactField[] = []
  if (abuse === 'unknown') missing.push('abuse')
  if (fleeingViolence === 'unknown') missing.push('fleeingViolence')
  return { is: 'unknown', missing }
}
