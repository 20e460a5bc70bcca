import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { href } from '~/paths'
import type { DomainContext } from '../../context'
import type { Day } from '../../time/calendar'
import { BEDSPACE_UNUSABLE } from '../reasons'
import type { EventLink } from './event-spec'
import { EVENT_NAMES, type ReferralEvent, specOf } from './registry'
import { TAKEN_BACK } from './taking-back'

/** The bedspace that was taken back, and the days it was offered for. */
export interface UnusableBedspace {
  bedspaceId: string
  bedspaceName: string
  fromOn: Day
  /** The last day of the stay, on which somebody was to leave. */
  untilOn: Day
}

/** What a referral's last offer was of, where it was taken back because the bedspace cannot be used; else null. */
export async function unusableBedspace(
  app: DomainContext,
  viewer: SignedInViewer,
  referralId: string,
): Promise<UnusableBedspace | null> {
  return asViewer(app.db, viewer, async trx => {
    const said = await trx
      .selectFrom('referralHistory as history')
      .innerJoin('readableCodes as read', 'read.historyId', 'history.id')
      .select('read.codes')
      .where('history.referralId', '=', referralId)
      .where('history.event', 'in', EVENT_NAMES.filter(maySayUnusable))
      .orderBy('history.sequence', 'desc')
      .executeTakeFirst()
    if (!said?.codes?.includes(BEDSPACE_UNUSABLE)) return null
    const offer = await trx
      .selectFrom('offer')
      .innerJoin('bedspaceClaim as claim', 'claim.id', 'offer.claimId')
      .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
      .select(['bedspace.id as bedspaceId', 'bedspace.name as bedspaceName', 'offer.fromOn', 'offer.untilOn'])
      .where('offer.referralId', '=', referralId)
      .where('offer.ending', '=', TAKEN_BACK)
      .orderBy('offer.offeredAt', 'desc')
      .executeTakeFirst()
    return offer ?? null
  })
}

/** True of an event among whose reasons is that the bedspace cannot be used. */
export function maySayUnusable(event: ReferralEvent): boolean {
  return specOf(event).reasons?.some(({ code }) => code === BEDSPACE_UNUSABLE) ?? false
}

/** On to the void of a bedspace that cannot be used: the form finds its dates by the referral, so that no address holds a day. */
export async function toVoid(
  app: DomainContext,
  viewer: SignedInViewer,
  referralId: string,
): Promise<EventLink[]> {
  const bedspace = await unusableBedspace(app, viewer, referralId)
  if (bedspace === null) return []
  return [
    {
      text: `Add a void of ${bedspace.bedspaceName}, so that it is not shown as free`,
      href: `${href('vacancies/:bedspaceId/void', { bedspaceId: bedspace.bedspaceId })}?referral=${referralId}`,
    },
  ]
}
