import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import type { Leaving } from '../vacancy'

/**
 * The stay that is to go on in the claim of that name in a query, null where none is: until the move is recorded it goes on where it is,
 * as one that is sure to leave.
 */
export function toMoveInto(claim: string) {
  return sql<string | null>`(select mover.id from bedspace_claim mover
    where mover.moved_to = ${sql.ref(`${claim}.id`)} and mover.active and mover.leaving_sure)`
}

/** What is kept of the end of a stay while a move of it is planned. */
export const LeavingThen = z.object({ on: z.string(), isSure: z.boolean(), mustEnd: z.boolean() })

/** The same as the database keeps it. */
export function keepLeaving(leaves: Leaving | null): string | null {
  return leaves && JSON.stringify({ ...leaves, mustEnd: leaves.mustEnd ?? false })
}

/** What was said of the end of a stay before its move was planned, where it was kept. */
export function keptLeaving(beforeMove: unknown): Leaving | null {
  return LeavingThen.nullable().parse(beforeMove)
}

/** Those of some stays that are to go on in another bedspace. */
export async function toMoveAmong(
  trx: Transaction<DB>,
  claimIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (claimIds.length === 0) return new Set()
  const rows = await trx
    .selectFrom('bedspaceClaim as claim')
    .select('claim.id')
    .where('claim.id', 'in', claimIds)
    .where(
      sql<boolean>`((claim.moved_to is not null and claim.leaving_sure) or ${toMoveInto('claim')} is not null)`,
    )
    .execute()
  return new Set(rows.map(row => row.id))
}
