import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import type { Day } from '../time/calendar'

/** What is left of a case or a referral that was deleted because its time was over. */
export interface Past {
  reference: string
  closedOn: Day
  deletedOn: Day
}

/** A case that the viewer's team had, or null. */
export function pastCase({ db }: DomainContext, viewer: SignedInViewer, id: string): Promise<Past | null> {
  return asViewer(db, viewer, async trx => {
    const found = await trx
      .selectFrom('pastCase')
      .select(['reference', 'closedOn', 'deletedOn'])
      .where('id', '=', id)
      .executeTakeFirst()
    return found ?? null
  })
}

/** A referral that the viewer's organisation sent or received, or null. */
export function pastReferral(
  { db }: DomainContext,
  viewer: SignedInViewer,
  id: string,
): Promise<Past | null> {
  return asViewer(db, viewer, async trx => {
    const found = await trx
      .selectFrom('pastReferral')
      .select(['reference', 'closedOn', 'deletedOn'])
      .where('id', '=', id)
      .executeTakeFirst()
    return found ?? null
  })
}
