import { expect, it } from 'vitest'
import type { z } from 'zod'
import type { Outcome } from '~/domain/eligibility/decision'
import { type FactField, PersonFacts, type Tier } from '~/domain/eligibility/facts'
import { Policy } from '~/domain/eligibility/policy'
import type { Rule } from '~/domain/eligibility/rule'
import type { ServiceFacts } from '~/domain/eligibility/service-facts'

/** One expectation of a rule. What a row does not name is unknown of the person and not stated by the service. */
export interface Row {
  facts?: z.input<typeof PersonFacts>
  policy?: z.input<typeof Policy>
  service?: Partial<ServiceFacts>
  outcome: Outcome
  reason?: string
  missing?: FactField[]
  tier?: Tier
}

export const TODAY = '2026-11-22'

/** A service in Newcastle, verified the day before, of which nothing else is stated. */
export function aService(difference: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    id: 'service-1',
    kind: 'supported_housing',
    authorities: ['E08000021'],
    locatedIn: ['E08000021'],
    near: null,
    supportLevel: null,
    staffing: null,
    policyVerifiedAt: new Date('2026-11-21T09:00:00Z'),
    ...difference,
  }
}

/** One test a row, named by it. Missing facts are compared for every row: none unless it says so. */
export function decides(rule: Rule, rows: Record<string, Row>): void {
  for (const [name, row] of Object.entries(rows)) {
    it(`${rule.title}: ${name}`, () => {
      const answer = rule.decide(
        PersonFacts.parse(row.facts ?? {}),
        Policy.parse(row.policy ?? {}),
        aService(row.service),
        TODAY,
      )
      expect(answer.outcome).toBe(row.outcome)
      if (row.reason !== undefined) expect(answer.reason).toBe(row.reason)
      if (row.tier !== undefined) expect(answer.tier ?? rule.tier).toBe(row.tier)
      expect(answer.missing ?? []).toEqual(row.missing ?? [])
    })
  }
}
