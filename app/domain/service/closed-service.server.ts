import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'

/** A service that stood in the public directory and has closed. */
export interface ClosedService {
  name: string
  closedAt: Date
}

/** What anybody reads of a service that has closed; null for one that goes on, and for one of which nobody may know that it was there. */
export async function findClosedService(
  db: Kysely<DB>,
  viewer: Viewer,
  id: string,
): Promise<ClosedService | null> {
  if (!z.uuid().safeParse(id).success) return null
  return asViewer(db, viewer, async trx => {
    const { rows } = await sql<ClosedService>`
      select name, closed_at as "closedAt" from closed_service(${id}::uuid)`.execute(trx)
    return rows[0] ?? null
  })
}
