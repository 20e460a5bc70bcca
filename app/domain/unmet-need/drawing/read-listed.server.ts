import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { ListedRelease, MayBeListed } from './listed'
import { womanKey } from './woman-key'

/** Every release of a woman that stands on a prison's list; what moved away or is gone does not. */
export async function readListed(trx: Transaction<DB>): Promise<ListedRelease[]> {
  const rows = await trx
    .selectFrom('releaseListEntry')
    .select(['id', 'prisonNumberHash', 'prisonCode', 'releaseOn'])
    .where('sex', '=', 'woman')
    .where('removedAt', 'is', null)
    .orderBy('releaseOn')
    .orderBy('id')
    .execute()
  return rows.map(({ prisonNumberHash, ...row }) => ({ ...row, woman: womanKey(prisonNumberHash) }))
}

/**
 * Episodes whose case is no longer kept: the list means them, too, but for one that ended without a release: without a day it would be taken
 * for any later release of the same woman. The id of each stands for its case.
 */
export async function readCaseless(trx: Transaction<DB>): Promise<MayBeListed[]> {
  const rows = await trx
    .selectFrom('episode')
    .select(['id', 'woman', 'releasedOn'])
    .where('caseId', 'is', null)
    .where('isSynthetic', '=', false)
    .where('releasedOn', 'is not', null)
    .where('id', 'not in', query => query.selectFrom('releaseListEntry').select('id'))
    .execute()
  return rows.map(({ id, woman, releasedOn }) => ({
    caseId: id,
    woman: woman.toString('hex'),
    released: releasedOn,
  }))
}
