import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Decision } from '../../eligibility/decision'
import { type FactField, PersonFacts } from '../../eligibility/facts'
import { mergeFacts, splitFacts } from '../../eligibility/facts-by-tier'
import { decideServices } from '../../match/decide-services.server'
import { LIFECYCLE } from '../lifecycle'
import { type Change, compareDecisions, silentAmong } from './compare-decisions'
import { SILENT, withSilentOf } from './silent-facts'
import type { PassedOnLate } from './told-late'

/** A person as a decision reads her. */
interface Decided {
  facts: PersonFacts
  prisonCode: string
}

/** An open referral whose answer is another after a change of the person's facts, or of the policy. */
export interface AffectedReferral {
  id: string
  caseId: string
  reference: string
  serviceId: string
  serviceName: string
  providerId: string
  /** What the provider may be told of. */
  told: Change[]
  /** What only the referring team reads. */
  silent: Change[]
  /** The facts that changed, but for those that never make a notice. */
  changedFacts: FactField[]
  late?: PassedOnLate
}

/** A change of a person, decided at one instant. */
export interface Between {
  before: Decided
  after: Decided
  now: Date
}

/**
 * The open referrals of a case whose answer, of a criterion or as a whole, is another with the facts after than before: both are
 * decided now, so that nothing which only aged counts. Writes nothing.
 */
export async function changesBetween(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  change: Between,
): Promise<AffectedReferral[]> {
  const referrals = await openReferrals(trx, caseId)
  if (referrals.length === 0) return []
  const serviceIds = [...new Set(referrals.map(({ serviceId }) => serviceId))]
  const decide = (found: Decided) => decisionsOf(trx, viewer, found, serviceIds, change.now)
  const before = await decide(change.before)
  const after = await decide(change.after)
  const asTold = await decidedAsTold(trx, viewer, change, serviceIds)
  const changedFacts = factsThatDiffer(change.before.facts, change.after.facts)
  return referrals.flatMap(referral => {
    const [was, is, tells] = [before, after, asTold].map(each => each.get(referral.serviceId))
    if (!was || !is || !tells) return []
    const all = compareDecisions(was, is)
    const told = compareDecisions(was, tells).filter(each =>
      all.some(({ criterion }) => criterion === each.criterion),
    )
    const silent = silentAmong(all, told)
    return told.length + silent.length === 0 ? [] : [{ ...referral, told, silent, changedFacts }]
  })
}

/** What comes out after a change, by service, as their providers may be told of it: by the silent answers as they were before. */
export async function decidedAsTold(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { before, after, now }: Between,
  serviceIds: readonly string[],
): Promise<Map<string, Decision>> {
  const told = { ...after, facts: withSilentOf(before.facts, after.facts) }
  return decisionsOf(trx, viewer, told, serviceIds, now)
}

/** Referrals of a case in a state in which a change is still noted: open, and nobody has arrived. */
export async function openReferrals(trx: Transaction<DB>, caseId: string) {
  const states = LIFECYCLE.filter(row => row.event === 'changed').map(row => row.from)
  return trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .select(['referral.id', 'referral.caseId', 'referral.reference', 'referral.serviceId'])
    .select(['service.name as serviceName', 'referral.providerOrganisationId as providerId'])
    .where('referral.caseId', '=', caseId)
    .where('referral.state', 'in', states)
    .orderBy('referral.reference')
    .execute()
}

/** A service that is avoided now is decided all the same: that it is avoided is no change of an answer. */
async function decisionsOf(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: Decided,
  serviceIds: readonly string[],
  now: Date,
): Promise<Map<string, Decision>> {
  const avoidingNothing = { ...found, facts: { ...found.facts, avoid: null } }
  const decided = await decideServices(trx, viewer, avoidingNothing, serviceIds, now)
  return new Map(decided.map(({ id, decision }) => [id, decision]))
}

/** As they are kept, so that what is told in bands counts with what the bands are made from. */
function factsThatDiffer(before: PersonFacts, after: PersonFacts): FactField[] {
  const [was, is] = [before, after].map(facts => mergeFacts(splitFacts(facts)))
  return (Object.keys(PersonFacts.shape) as FactField[])
    .filter(field => !SILENT.some(each => each === field))
    .filter(field => JSON.stringify(was?.[field]) !== JSON.stringify(is?.[field]))
}
