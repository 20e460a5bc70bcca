import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { londonDay } from '../../time/calendar'
import type { ListedRelease } from './listed'

const ROWS_A_STATEMENT = 1000

/**
 * Keeps an episode for each release of the list that has no case, under the id it has on the list: nothing is known of it but that it is. One
 * that has a case now, or is off the list, is gone.
 */
export async function keepListed(
  trx: Transaction<DB>,
  alone: readonly ListedRelease[],
  now: Date,
): Promise<void> {
  await trx
    .deleteFrom('episode')
    .where('id', 'in', query => query.selectFrom('releaseListEntry').select('id'))
    .execute()
  const today = londonDay(now)
  for (let from = 0; from < alone.length; from += ROWS_A_STATEMENT) {
    const rows = alone.slice(from, from + ROWS_A_STATEMENT).map(({ id, woman, prisonCode, releaseOn }) => ({
      id,
      woman: Buffer.from(woman, 'hex'),
      prisonCode,
      endedAs: releaseOn < today ? 'released' : 'open',
      releasedOn: releaseOn < today ? releaseOn : null,
      isListed: true,
      homeAuthority: 'unknown',
      drawnAt: now,
    }))
    await trx.insertInto('episode').values(rows).execute()
  }
}
