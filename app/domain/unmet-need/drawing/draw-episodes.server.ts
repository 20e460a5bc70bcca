import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB, Episode } from '@db/schema'
import { asStatistician } from '@db/viewer-transaction'
import { limitDays } from '../../referral/limit-days.server'
import { type DrawnEpisode, drawEpisode } from './draw-episode'
import { keepListed } from './keep-listed.server'
import { matchList } from './listed'
import { readCases } from './read-cases.server'
import { readCaseless, readListed } from './read-listed.server'
import { releaseDay } from './release-of'

interface Drawn {
  caseId: string
  episode: DrawnEpisode
  isListed: boolean
}

/** A statement takes 65,535 values. */
const ROWS_A_STATEMENT = 1000
/** Once it is drawn, these stay. */
const NEVER_REDRAWN: ReadonlySet<string> = new Set(['id', 'caseId'])

/**
 * Draws every case of a woman anew, as it stands on that day, and every release of a prison's list that has none: what was corrected since is right afterwards, and what is no woman's case any
 * more is gone. An episode whose case is no longer kept stays as it was last drawn. `workerDb` is the worker's pool.
 * @returns how many were drawn
 */
export async function drawEpisodes(workerDb: Kysely<DB>, now: Date): Promise<number> {
  return asStatistician(workerDb, async trx => {
    // One at a time: two would insert the same case.
    await sql`select pg_advisory_xact_lock(hashtext('draw-episodes'))`.execute(trx)
    const cases = await readCases(trx)
    await letGo(trx)
    const { listed, alone } = matchList(await readListed(trx), [
      ...cases.map(from => ({ ...from, released: releaseDay(from) })),
      ...(await readCaseless(trx)),
    ])
    const limitsOn = await limitDays(trx)
    const drawn = cases.map(from => ({
      caseId: from.caseId,
      episode: drawEpisode(from, now, limitsOn),
      isListed: listed.has(from.caseId),
    }))
    for (const part of inParts(drawn)) await keep(trx, part, now)
    await keepListed(trx, alone, now)
    return drawn.length
  })
}

/** Those of cases that are men's, or were opened by mistake; those of cases that are gone stay, and lead to no case. */
async function letGo(trx: Transaction<DB>): Promise<void> {
  await trx
    .deleteFrom('episode')
    .where('caseId', 'in', query => query.selectFrom('personCase').select('id').where('sex', '<>', 'woman'))
    .execute()
  await trx
    .deleteFrom('episode')
    .where('caseId', 'in', query =>
      query
        .selectFrom('caseClosing')
        .select('caseId')
        .where('reason', '=', 'opened_by_mistake')
        .where('reopenedAt', 'is', null),
    )
    .execute()
  await trx
    .updateTable('episode')
    .set({ caseId: null })
    .where('caseId', 'is not', null)
    .where('caseId', 'not in', query => query.selectFrom('personCase').select('id'))
    .execute()
}

async function keep(trx: Transaction<DB>, drawn: readonly Drawn[], now: Date): Promise<void> {
  const rows = drawn.map(each => episodeRow(each, now))
  const columns = Object.keys(rows[0] ?? {}).filter(column => !NEVER_REDRAWN.has(column))
  const kept = await trx
    .insertInto('episode')
    .values(rows)
    .onConflict(conflict =>
      conflict
        .column('caseId')
        .doUpdateSet(({ ref }) =>
          Object.fromEntries(columns.map(column => [column, ref(`excluded.${column as 'woman'}`)])),
        ),
    )
    .returning(['id', 'caseId'])
    .execute()
  const ids = new Map(kept.map(({ id, caseId }) => [caseId, id]))
  await trx
    .deleteFrom('episodeReferral')
    .where('episodeId', 'in', [...ids.values()])
    .execute()
  const referrals = drawn.flatMap(({ caseId, episode }) =>
    episode.referrals.map(({ reasons, ...referral }) => ({
      id: newId(),
      episodeId: ids.get(caseId) ?? '',
      ...referral,
      reasons: [...reasons],
    })),
  )
  for (const part of inParts(referrals)) await trx.insertInto('episodeReferral').values(part).execute()
}

function episodeRow({ caseId, episode, isListed }: Drawn, drawnAt: Date): Insertable<Episode> {
  const {
    woman,
    referrals: _referrals,
    preferredAuthorities,
    barriers,
    wouldPlace,
    turnedAway,
    ...columns
  } = episode
  return {
    id: newId(),
    caseId,
    ...columns,
    woman: Buffer.from(woman, 'hex'),
    preferredAuthorities: [...preferredAuthorities],
    barriers: [...barriers],
    wouldPlace: [...wouldPlace],
    turnedAway: [...turnedAway],
    isListed,
    drawnAt,
  }
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    parts.push(rows.slice(from, from + ROWS_A_STATEMENT))
  return parts
}
