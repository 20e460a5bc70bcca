import type { FactField, PersonFacts } from '../eligibility/facts'
import type { Audience } from './programme'

/** Whether a person is one of those a programme is for; `missing` names what would tell. */
export type AudienceMatch = { is: 'yes' | 'no' } | { is: 'unknown'; missing: readonly FactField[] }

const YES: AudienceMatch = { is: 'yes' }
const NO: AudienceMatch = { is: 'no' }
/** Nothing that is kept tells: somebody has to ask. */
const ASK: AudienceMatch = { is: 'unknown', missing: [] }
const OLDEST_YOUNG_PARENT = 25

const MATCHES: Readonly<Record<Audience, (facts: PersonFacts) => AudienceMatch>> = {
  mothers: facts => parentOf('female', facts),
  fathers: facts => parentOf('male', facts),
  young_parents: youngParent,
  carers: () => ASK,
  partners: () => ASK,
  children_under_5: facts => childAged(facts, 0, 4),
  children_5_to_11: facts => childAged(facts, 5, 11),
  children_12_to_17: facts => childAged(facts, 12, 17),
  pregnant: ({ pregnancy }) =>
    pregnancy === 'unknown' ? { is: 'unknown', missing: ['pregnancy'] } : { is: pregnancy },
  parents_with_no_contact: () => ASK,
}

/** Whether a person is of an audience, as far as the facts tell. */
export function matchAudience(audience: Audience, facts: PersonFacts): AudienceMatch {
  return MATCHES[audience](facts)
}

function parentOf(sex: 'female' | 'male', facts: PersonFacts): AudienceMatch {
  if (facts.sex !== 'unknown' && facts.sex !== sex) return NO
  const parent = isParent(facts)
  return parent.is === 'yes' && facts.sex === 'unknown' ? { is: 'unknown', missing: ['sex'] } : parent
}

/** Whoever expects a first child may be meant or not: that is to be asked. */
function isParent({ childrenPlan, children, pregnancy }: PersonFacts): AudienceMatch {
  if ((children ?? []).length > 0) return YES
  if (childrenPlan === 'unknown') return { is: 'unknown', missing: ['childrenPlan'] }
  if (childrenPlan !== 'none') return YES
  return pregnancy === 'yes' ? ASK : NO
}

function youngParent(facts: PersonFacts): AudienceMatch {
  const ages = facts.ageAtRelease
  if (ages !== null && ages.min > OLDEST_YOUNG_PARENT) return NO
  return ages === null ? { is: 'unknown', missing: ['ageAtRelease'] } : isParent(facts)
}

/** A child that is expected will be the youngest: whether it is meant is to be asked. */
function childAged(facts: PersonFacts, from: number, to: number): AudienceMatch {
  const { childrenPlan, children, pregnancy } = facts
  if (children?.some(({ age }) => age.max >= from && age.min <= to)) return YES
  if (pregnancy === 'yes' && from === 0) return ASK
  if (children !== null || childrenPlan === 'none') return NO
  return { is: 'unknown', missing: [childrenPlan === 'unknown' ? 'childrenPlan' : 'children'] }
}
