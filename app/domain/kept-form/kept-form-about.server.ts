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

/** A referral that a question of a kept form is about. */
export interface KeptReferral {
  reference: string
  serviceName: string
}

/** The referrals that the questions of a kept form are about, by id; none that the viewer does not read. */
export async function keptReferrals(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptReferral>> {
  const known = ids.filter(id => z.uuid().safeParse(id).success)
  if (known.length === 0) return new Map()
  const rows = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('referral')
      .innerJoin('service', 'service.id', 'referral.serviceId')
      .select(['referral.id', 'referral.reference', 'service.name as serviceName'])
      .where('referral.id', 'in', known)
      .execute(),
  )
  return new Map(rows.map(({ id, ...referral }) => [id, referral]))
}
