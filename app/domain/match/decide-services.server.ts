import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { avoidedIn, isAvoided } from '../eligibility/avoid'
import { decisionsFor } from '../eligibility/decide'
import type { Decision } from '../eligibility/decision'
import type { Policy } from '../eligibility/policy'
import { decideProgramme } from '../programme/decide-programme'
import { programmesOf } from '../programme/programme-queries.server'
import { londonDay } from '../time/calendar'
import { serviceFactsOf } from '../service/service-facts.server'
import { NOTHING_STATED, policiesOf } from '../service/service-policy.server'
import type { LoadedCase } from '../case/record/case-row.server'

/** A service decided for a case. What the person avoids is never one. */
export interface DecidedService {
  id: string
  name: string
  kind: string
  authorities: readonly string[]
  /** Areas she avoids in which it may still put her, by code: for her own team's eyes. */
  avoidedIn: readonly string[]
  decision: Decision
  /** What it was decided by. */
  policy: Policy
  supportLevel: string | null
}

/** Who is decided, and by which policy where it is not the one the service states now. */
export type ToDecide = Pick<LoadedCase, 'facts' | 'prisonCode'> & { policy?: Policy }

/**
 * Decides services for a case, from their policies as the database has them now. Those the person avoids, and those that
 * are archived, drop out without a trace.
 */
export async function decideServices(
  trx: Transaction<DB>,
  viewer: Viewer,
  found: ToDecide,
  serviceIds: readonly string[],
  now: Date,
): Promise<DecidedService[]> {
  const services = await serviceFactsOf(trx, viewer, serviceIds)
  const policies = await policiesOf(trx, serviceIds)
  const programmes = await programmesOf(trx, serviceIds, londonDay(now))
  const decide = decisionsFor(found.facts, now)
  const decided: DecidedService[] = []
  for (const service of services.values()) {
    if (isAvoided(found.facts.avoid, service)) continue
    const policy = found.policy ?? (policies.get(service.id) ?? NOTHING_STATED).policy
    const programme = programmes.get(service.id)
    const decision = programme
      ? decideProgramme(found, { service, policy, programme }, now)
      : decide(policy, service)
    decided.push({
      id: service.id,
      name: service.name,
      kind: service.kind,
      authorities: service.authorities,
      avoidedIn: avoidedIn(found.facts.avoid, service),
      decision,
      policy,
      supportLevel: service.supportLevel,
    })
  }
  return decided
}
