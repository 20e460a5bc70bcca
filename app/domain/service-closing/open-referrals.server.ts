import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { releaseLine } from '../referral/disclosure/release-shown'
import { releaseOf } from '../referral/record/told-days.server'
import { isAt, isOpen, REFERRAL_STATES, referralState, stateLabel } from '../referral/states'
import { londonDay } from '../time/calendar'

/** A referral that is open at a service, without the person. */
export interface OpenReferral {
  referralId: string
  reference: string
  version: number
  state: string
  release: string
  /** The person lives there: who must leave, or move, before the service closes. */
  hasArrived: boolean
}

/** The open referrals at a service, for the provider that would close it; none for anybody else. The read is audited. */
export function openReferralsAt(
  app: Pick<DomainContext, 'db' | 'clock'>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<OpenReferral[]> {
  return asViewer(app.db, viewer, async trx => {
    const rows = await trx
      .selectFrom('referral')
      .leftJoinLateral(releaseOf(trx, 'referral.caseId'), on => on.onTrue())
      .select(['id', 'reference', 'version', 'state'])
      .select(['readableRelease.releaseOn', 'readableRelease.releaseUntil'])
      .where('serviceId', '=', serviceId)
      .where('providerOrganisationId', '=', viewer.organisationId)
      .where('state', 'in', REFERRAL_STATES.filter(isOpen))
      .orderBy('reference')
      .execute()
    if (rows.length > 0) await listRead(trx, viewer, rows.length)
    return rows.map(({ id, reference, version, releaseOn, releaseUntil, ...row }) => {
      const state = referralState(row.state)
      return {
        ...{ referralId: id, reference, version, state: stateLabel(state), hasArrived: isAt(state, 'stay') },
        release: releaseLine({ releaseOn, releaseUntil }, 1, londonDay(app.clock())),
      }
    })
  })
}

function listRead(trx: Transaction<DB>, viewer: SignedInViewer, referrals: number): Promise<void> {
  return recordAudit(trx, viewer, {
    ...{ action: 'referral.list', subjectKind: 'referral', subjectId: null, detail: { referrals } },
  })
}
