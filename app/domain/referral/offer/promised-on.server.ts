import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { Day } from '../../time/calendar'
import type { ScreenEvent } from '../events/registry'
import { buttonsFor } from '../record/referral-access.server'
import { situationOf } from '../record/situation.server'
import { referralState } from '../states'

/** A referral that a bedspace is promised to, and what may be done so that it is not. */
export interface PromisedTo {
  referralId: string
  reference: string
  fromOn: Day
  untilOn: Day
  ways: readonly Way[]
}
type Way = Extract<ScreenEvent, 'other_room' | 'take_back_place' | 'take_back_offer'>
const WAYS: readonly Way[] = ['other_room', 'take_back_place', 'take_back_offer']

/** The referrals that a bedspace of the viewer's own is promised to, the first to come first. */
export async function promisedOn(
  app: DomainContext,
  viewer: SignedInViewer,
  bedspaceId: string,
): Promise<PromisedTo[]> {
  const now = app.clock()
  return asViewer(app.db, viewer, async trx => {
    const rows = await heldFor(trx, bedspaceId, now)
    return rows.map(({ reference, fromOn, untilOn, id, ...row }) => {
      const stood = {
        state: referralState(row.state),
        resumeState: row.resumeState === null ? null : referralState(row.resumeState),
      }
      const may = buttonsFor(viewer, { ...row, ...stood, now }).map(({ event }) => event)
      return { referralId: id, reference, fromOn, untilOn, ways: WAYS.filter(way => may.includes(way)) }
    })
  })
}

async function heldFor(trx: Transaction<DB>, bedspaceId: string, now: Date) {
  return trx
    .selectFrom('bedspaceClaim as claim')
    .innerJoin('offer', 'offer.claimId', 'claim.id')
    .innerJoin('referral', 'referral.id', 'offer.referralId')
    .select(['referral.id', 'referral.reference', 'offer.fromOn', 'offer.untilOn'])
    .select(['referral.state', 'referral.resumeState', 'referral.assessorId', 'referral.stateChangedAt'])
    .select(['referral.referrerOrganisationId', 'referral.providerOrganisationId'])
    .select([...situationOf('referral')])
    .where('claim.bedspaceId', '=', bedspaceId)
    .where('claim.kind', '=', 'hold')
    .where('claim.active', '=', true)
    .where(sql<boolean>`(claim.lapses_at is null or claim.lapses_at > ${now})`)
    .orderBy('claim.during')
    .execute()
}
