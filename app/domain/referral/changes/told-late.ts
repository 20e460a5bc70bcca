import type { FactField } from '../../eligibility/facts'
import type { Decision } from '../../eligibility/decision'
import { type Change, leadingTo } from './compare-decisions'
import { type NotedChange, type NotedDetail, withheldFacts } from './standing-changes'

/** What was withheld from a provider and is passed on after all. Pure; safe for the browser. */

/** Facts that were withheld, changed or not; `decision` as the provider may be told it now, none of a service that is listed no more. */
export interface PassedOnLate {
  facts: FactField[]
  decision: Decision | undefined
}

/** What is told of it now, and the notings nothing of which is left to tell. */
export interface ToldLate {
  changes: Change[]
  caughtUp: NotedChange[]
}

/**
 * The changes that some facts, passed on now, were withheld with, each to the answer as it is now. What another fact that stays withheld
 * made come out otherwise is told by none of them, nor is how it comes out altogether. `before` is still to be made: `fromLastRead`.
 */
export function toldLate(noted: readonly NotedChange[], late: PassedOnLate | undefined): ToldLate {
  if (!late) return { changes: [], caughtUp: [] }
  const { facts: passedOn, decision } = late
  const withheld = withheldFacts(noted)
  const left = withheld.filter(field => !passedOn.includes(field))
  const holds = (fields: readonly FactField[]) => (each: NotedChange) =>
    each.changedFacts.some(field => withheld.includes(field) && fields.includes(field))
  const held = noted.filter(each => each.told && !each.passedOn)
  const staysHeld = held.filter(holds(left))
  // A date or a policy was not passed on for the sake of what was withheld then.
  const isOfNoFact = (each: NotedChange) => each.changedFacts.length === 0 && each.settledAt === null
  const caughtUp = held.filter(
    each => !staysHeld.includes(each) && (holds(passedOn)(each) || (left.length === 0 && isOfNoFact(each))),
  )
  const untold = new Set([...staysHeld.flatMap(criteriaOf), ...(left.length > 0 ? ['overall'] : [])])
  const criteria = new Set(caughtUp.flatMap(criteriaOf).filter(criterion => !untold.has(criterion)))
  const changes = [...criteria].flatMap(criterion => asNotedLast(noted, criterion))
  return { changes: decision ? changes.map(change => leadingTo(decision, change)) : [], caughtUp }
}

function criteriaOf({ details }: NotedChange): NotedDetail['criterion'][] {
  return details.filter(({ silent }) => !silent).map(({ criterion }) => criterion)
}

/** Of the highest tier it was ever noted under: both ends are told. */
function asNotedLast(noted: readonly NotedChange[], criterion: NotedDetail['criterion']): Change[] {
  const own = noted.flatMap(({ details }) =>
    details.filter(each => each.criterion === criterion && !each.silent),
  )
  const last = own.at(-1)
  if (!last) return []
  const { title, before, after } = last
  const tier = Math.max(...own.map(each => each.tier)) as Change['tier']
  return [{ criterion, title, tier, before, after }]
}
