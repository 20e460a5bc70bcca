import type { Criterion, DecidedAnswer, Decision, Outcome } from './decision'
import { RULES } from './rules'

export interface ServiceDecision {
  serviceId: string
  decision: Decision
}

/** The rule most of the closest services share, and whether nothing else stands in the way at those. */
export interface Obstacle {
  criterion: Criterion
  title: string
  alone: boolean
  serviceCount: number
  serviceIds: string[]
}

/**
 * Where no service is eligible: the single rule that stands in the way of the closest ones, that is of those with the
 * fewest rules against the person. Null where a service is eligible or there is none. Ties go to the first rule of the table.
 * Services for the other sex alone are never close, however little else is against her or him.
 */
export function closestObstacle(all: readonly ServiceDecision[]): Obstacle | null {
  const decisions = all.filter(({ decision }) => !isForTheOtherSex(decision))
  if (decisions.some(({ decision }) => decision.outcome === 'eligible')) return null
  const outcome = hindrance(decisions)
  const blocked = decisions.map(({ serviceId: id, decision }) => ({
    id,
    blockers: decision.answers.filter(answer => answer.outcome === outcome),
  }))
  const reachable = blocked.filter(each => each.blockers.length > 0)
  if (reachable.length === 0) return null
  const fewest = reachable.reduce((least, each) => Math.min(least, each.blockers.length), Infinity)
  const closest = reachable.filter(each => each.blockers.length === fewest)
  return mostShared(closest, fewest === 1)
}

function isForTheOtherSex({ answers }: Decision): boolean {
  return answers.some(({ criterion, outcome }) => criterion === 'sex' && outcome === 'not_eligible')
}

/** What refuses counts before what needs a call: the latter is listed anyway. Only where nothing refuses is it named. */
function hindrance(all: readonly ServiceDecision[]): Outcome {
  return all.some(({ decision }) => decision.outcome === 'not_eligible') ? 'not_eligible' : 'discuss'
}

function mostShared(
  closest: readonly { id: string; blockers: readonly DecidedAnswer[] }[],
  alone: boolean,
): Obstacle | null {
  const obstacles = new Map<Criterion, Obstacle>()
  for (const { id, blockers } of closest) {
    for (const { criterion, title } of blockers) {
      const known = obstacles.get(criterion) ?? { criterion, title, alone, serviceCount: 0, serviceIds: [] }
      known.serviceIds.push(id)
      obstacles.set(criterion, { ...known, serviceCount: known.serviceIds.length })
    }
  }
  const byCount = [...obstacles.values()].sort(
    (a, b) => b.serviceCount - a.serviceCount || placeInTable(a) - placeInTable(b),
  )
  return byCount[0] ?? null
}

/** "Policy verified" and the criteria of programmes are in no table and come last. */
function placeInTable({ criterion }: Obstacle): number {
  const place = RULES.findIndex(rule => rule.criterion === criterion)
  return place === -1 ? RULES.length : place
}
