import type { Child, FactField, PersonFacts } from '../facts'
import type { LiveInRule } from '../policy'
import { type Answer, discuss, eligible, notEligible } from '../rule'
import { describeChildren, limitWords } from './children-wording'

const A_BABY_GIRL: Child = { age: { min: 0, max: 0 }, sex: 'girl' }

/** Children who would live there, against the limits stated: over one refuses, at one is discussed. Ages are of tier 2. */
export function withinLimits(children: PersonFacts['children'], limits: LiveInRule): Answer {
  if (!hasLimits(limits)) return eligible('Takes children')
  const limit = `their limit of ${limitWords(limits)}`
  if (children === null || children.length === 0)
    return discuss(`Children’s number, ages and sex not known: ${limit}`, settledByAges(limits))
  const who = describeChildren(children)
  if (isOver(children, limits)) return notEligible(`${who}: over ${limit}`, 2)
  if (mayBeOver(children, limits))
    return discuss(`${who}: exact ages or sex needed for ${limit}`, settledByAges(limits), 2)
  return isAt(children, limits)
    ? discuss(`${who}: at ${limit}`, [], 2)
    : eligible(`${who}: within ${limit}`, 2)
}

function hasLimits({ most, highestAge, boysHighestAge }: LiveInRule): boolean {
  return most !== null || highestAge !== null || boysHighestAge !== null
}

/** Knowing the children settles it only where some children would be plainly within the limits: not where one is the most. */
function settledByAges(limits: LiveInRule): FactField[] {
  return isAt([A_BABY_GIRL], limits) || isOver([A_BABY_GIRL], limits) ? [] : ['children']
}

function isOver(children: readonly Child[], limits: LiveInRule): boolean {
  const tooMany = limits.most !== null && children.length > limits.most
  return tooMany || children.some(child => child.age.min > oldest(limits, child.sex === 'boy'))
}

function mayBeOver(children: readonly Child[], limits: LiveInRule): boolean {
  return children.some(child => child.age.max > oldest(limits, child.sex !== 'girl'))
}

function isAt(children: readonly Child[], limits: LiveInRule): boolean {
  const oldestOf = (child: Child) => oldest(limits, child.sex !== 'girl')
  return children.length === limits.most || children.some(child => child.age.max === oldestOf(child))
}

/** The oldest age taken. A child of unknown sex may be a boy: surely over only by the limit for girls. */
function oldest({ highestAge, boysHighestAge }: LiveInRule, asBoy: boolean): number {
  const all = highestAge ?? Infinity
  return asBoy ? Math.min(all, boysHighestAge ?? Infinity) : all
}
