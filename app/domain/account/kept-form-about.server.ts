import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'

/** The reference of the case or referral a kept form is about; null where it is about neither, or the viewer reads neither. */
export async function keptReference(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  path: string,
): Promise<string | null> {
  const [room, id] = path.split('?')[0]?.split('/').slice(1) ?? []
  if (!z.uuid().safeParse(id).success || id === undefined) return null
  if (room !== 'cases' && room !== 'referrals') return null
  const table = room === 'cases' ? 'personCase' : 'referral'
  const row = await asViewer(db, viewer, trx =>
    trx.selectFrom(table).select('reference').where('id', '=', id).executeTakeFirst(),
  )
  return row?.reference ?? null
}
