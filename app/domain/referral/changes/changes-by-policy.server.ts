import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { decideServices, type ToDecide } from '../../match/decide-services.server'
import { readPolicy } from '../../service/service-policy.server'
import { type AffectedReferral, openReferrals } from './changes-between.server'
import { type Change, compareDecisions } from './compare-decisions'
import { SILENT_EITHER_WAY, withSilentOf } from './silent-facts'

/** What a service stated before and after its policy was written, as kept. */
export interface PolicyWritten {
  before: unknown
  after: unknown
}

/** The database's own part of the service, which sees supply and the one case. */
const NOBODY = { kind: 'public' } as const

/**
 * What a policy that was written changes in one open referral of the case the system is held to; null where no outcome is another.
 * Both policies are decided now, and verified alike, so that nothing which only aged counts. Writes nothing.
 */
export async function changesByPolicy(
  trx: Transaction<DB>,
  { referralId, caseId }: { referralId: string; caseId: string },
  found: ToDecide,
  written: PolicyWritten,
  now: Date,
): Promise<AffectedReferral | null> {
  const referral = (await openReferrals(trx, caseId)).find(({ id }) => id === referralId)
  if (!referral) return null
  const read = (criteria: unknown) => readPolicy(referral.serviceId, criteria)
  const [before, after] = [read(written.before), read(written.after)]
  const compare = async (facts: ToDecide['facts']): Promise<Change[]> => {
    // A service that is avoided now is decided all the same.
    const asked = { ...found, facts: { ...facts, avoid: null } }
    const ids = [referral.serviceId]
    const [was] = await decideServices(trx, NOBODY, { ...asked, policy: before }, ids, now)
    const [is] = await decideServices(trx, NOBODY, { ...asked, policy: after }, ids, now)
    return was && is ? compareDecisions(was.decision, is.decision) : []
  }
  const all = await compare(found.facts)
  const eitherWay: Change[][] = []
  for (const silent of SILENT_EITHER_WAY) eitherWay.push(await compare(withSilentOf(silent, found.facts)))
  const { told, silent } = toldOf(all, eitherWay)
  return all.length === 0 ? null : { ...referral, told, silent, changedFacts: [] }
}

/**
 * Told is what comes out whatever she answered on abuse, women-only and what to avoid. How it comes out altogether is read with the
 * criteria it follows from: a provider who writes one policy after another learns no answer above his tier.
 */
function toldOf(all: readonly Change[], eitherWay: readonly (readonly Change[])[]) {
  const isTold = (change: Change) => eitherWay.every(way => way.some(each => isSame(each, change)))
  const told = all.filter(isTold)
  const tier = Math.max(1, ...told.map(change => change.tier)) as Change['tier']
  return {
    told: told.map(change => (change.criterion === 'overall' ? { ...change, tier } : change)),
    silent: all.filter(change => !isTold(change)),
  }
}

function isSame(one: Change, other: Change): boolean {
  return (
    one.criterion === other.criterion &&
    one.before.outcome === other.before.outcome &&
    one.after.outcome === other.after.outcome
  )
}
