import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { Day } from '../../time/calendar'
import { lastDayBefore } from '../../vacancy/free/free-days'
import { firstPromised } from '../events/stay-goes-on/act.server'
import { isAt, referralState, stoodAt } from '../states'

/** The referral that a bedspace is promised to next after somebody's stay in it, and until when she may stay for the promise to hold. */
export interface PromisedBehind {
  referralId: string
  reference: string
  bedspaceName: string
  fromOn: Day
  /** The last day of the stay after which the turnaround is done by then. */
  lastOn: Day
  /** The person has said yes to it; else it is an offer. */
  isPlace: boolean
  isToReconfirm: boolean
}

/** What is promised next after a stay, by the id of its claim; null where nothing is, or the viewer may not read it. */
export async function promisedBehind(
  app: DomainContext,
  viewer: SignedInViewer,
  claimId: string,
): Promise<PromisedBehind | null> {
  return asViewer(app.db, viewer, trx => behind(trx, claimId))
}

async function behind(trx: Transaction<DB>, claimId: string): Promise<PromisedBehind | null> {
  const stay = await trx
    .selectFrom('bedspaceClaim as claim')
    .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .select(['claim.bedspaceId', 'claim.leftOn', 'bedspace.name as bedspaceName'])
    .select(['service.turnaroundWorkingDays as turnaround', sql<Day>`lower(claim.claimed)`.as('from')])
    .where('claim.id', '=', claimId)
    .executeTakeFirst()
  const promised = stay ? await firstPromised(trx, stay) : null
  if (!stay || promised === null) return null
  const referral = await trx
    .selectFrom('referral')
    .select(['id', 'reference', 'state', 'resumeState'])
    .where('id', '=', promised.referralId)
    .executeTakeFirst()
  if (!referral) return null
  const state = referralState(referral.state)
  const resumeState = referral.resumeState === null ? null : referralState(referral.resumeState)
  return {
    referralId: referral.id,
    reference: referral.reference,
    bedspaceName: stay.bedspaceName,
    fromOn: promised.from,
    lastOn: lastDayBefore(promised.from, stay.turnaround),
    isPlace: isAt(stoodAt({ state, resumeState }), 'place'),
    isToReconfirm: isAt(state, 'moved'),
  }
}
