import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../region/calendar'

export interface FreeBedspace {
  id: string
  name: string
  named: boolean
  type: string
}

/** The bedspaces of a service that no standing claim touches on any day from `from` up to, not including, `until`. */
export async function bedspacesFreeBetween(
  trx: Transaction<DB>,
  serviceId: string,
  days: { from: Day; until: Day },
  now: Date,
): Promise<FreeBedspace[]> {
  return trx
    .selectFrom('bedspace')
    .select(['id', 'name', 'named', 'type'])
    .where('serviceId', '=', serviceId)
    .where('retiredAt', 'is', null)
    .where(bed =>
      bed.not(
        bed.exists(
          bed
            .selectFrom('bedspaceClaim as claim')
            .select('claim.id')
            .whereRef('claim.bedspaceId', '=', 'bedspace.id')
            .where('claim.active', '=', true)
            .where(sql<boolean>`claim.during && daterange(${days.from}, ${days.until})`)
            .where(claim =>
              claim.or([claim('claim.lapsesAt', 'is', null), claim('claim.lapsesAt', '>', now)]),
            ),
        ),
      ),
    )
    .orderBy('position')
    .orderBy('name')
    .execute()
}
