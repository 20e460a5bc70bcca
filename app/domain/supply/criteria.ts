import type { Policy } from '../eligibility/policy'
import { metBy } from '../eligibility/rules/access'
import type { YesCaseNo } from '../service/service'

/** What a service states, as far as a criterion asks. */
export interface Stated {
  policy: Policy
  complexNeeds: YesCaseNo | null
}

interface CriterionFacts {
  /** In a list of what is asked: 'with children'. */
  label: string
  definition: string
  answer: (stated: Stated) => YesCaseNo | null
}

/** What may be asked of a service in any combination, and how its policy answers. Ages are whole years, both included. */
export const SUPPLY_CRITERIA = {
  from_prison: {
    label: 'from prison',
    definition: 'It takes people who come from prison.',
    answer: ({ policy }) => policy.peopleFromPrison,
  },
  children: {
    label: 'with children',
    definition: 'Children may live there from the first night; visits alone are a no.',
    answer: ({ policy }) => withChildren(policy.children),
  },
  complex_needs: {
    label: 'complex needs',
    definition: 'It takes people with complex needs.',
    answer: ({ complexNeeds }) => complexNeeds,
  },
  couple: {
    label: 'as a couple',
    definition: 'It takes two people as a couple.',
    answer: ({ policy }) => policy.couple,
  },
  step_free: {
    label: 'step-free',
    definition: 'It has level access, or can be used with a wheelchair.',
    answer: ({ policy }) => stepFree(policy.access),
  },
  age_18_20: aged(18, 20),
  age_21_24: aged(21, 24),
  age_25_34: aged(25, 34),
  age_35_49: aged(35, 49),
  age_50_64: aged(50, 64),
  age_65_over: aged(65, 120),
} as const satisfies Record<string, CriterionFacts>

export type SupplyCriterion = keyof typeof SUPPLY_CRITERIA

const CODES = Object.keys(SUPPLY_CRITERIA) as SupplyCriterion[]

/** The criteria that are bands of age: of these at most one is asked. */
export const AGE_CRITERIA = CODES.filter(code => code.startsWith('age_'))
/** The criteria that are asked or not, each by itself. */
export const OTHER_CRITERIA = CODES.filter(code => !code.startsWith('age_'))

/** What a service answers to every criterion there is. */
export function answersOf(stated: Stated): Record<SupplyCriterion, YesCaseNo | null> {
  const answers = CODES.map(code => [code, SUPPLY_CRITERIA[code].answer(stated)])
  return Object.fromEntries(answers) as Record<SupplyCriterion, YesCaseNo | null>
}

function withChildren(children: Policy['children']): YesCaseNo | null {
  if (children === null) return null
  if (children.rule === 'live_in') return 'yes'
  return children.rule === 'case_by_case' ? 'case_by_case' : 'no'
}

function stepFree(access: Policy['access']): YesCaseNo | null {
  return metBy(access, 'wheelchair') === 'yes' ? 'yes' : metBy(access, 'level_access')
}

/** A band that a service takes in part is case by case: it depends on her age. Where no end is stated nothing is. */
function aged(from: number, to: number): CriterionFacts {
  const label = to === 120 ? `aged ${from} or over` : `aged ${from} to ${to}`
  return {
    label,
    definition: 'It takes every age of the band; where it takes some of them, case by case.',
    answer({ policy: { ageMin, ageMax } }) {
      if (ageMin === null && ageMax === null) return null
      const [youngest, oldest] = [ageMin ?? 0, ageMax ?? 120]
      if (youngest > to || oldest < from) return 'no'
      return youngest <= from && oldest >= to ? 'yes' : 'case_by_case'
    },
  }
}
