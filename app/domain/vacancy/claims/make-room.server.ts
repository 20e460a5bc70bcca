import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { londonDay, type Day } from '../../time/calendar'
import { isNotGone, releaseLapsed } from './claim-bedspace.server'
import { lockClaims } from './lock-service.server'
import { type LooseClaim, packClaims } from './pack-claims'
import { unlessTaken } from './unless-taken.server'

const WANTED = 'wanted'

/** How often the claims are laid out again when somebody claims a day in the meantime. */
const TRIES = 3

/**
 * Moves the claims on a service's unnamed bedspaces so that days that fit on none of them fit on one, and gives that one;
 * null when there is no room however they lie. An unnamed bedspace is one of a count: no person has to move.
 */
export async function makeRoom(
  trx: Transaction<DB>,
  serviceId: string,
  bedspaceIds: readonly string[],
  days: { from: Day; until: Day | null },
  now: Date,
): Promise<string | null> {
  await lockClaims(trx, serviceId)
  for (let tries = 0; tries < TRIES; tries += 1) {
    // What has lapsed claims nothing, and the days of what is laid in its place would still meet it.
    for (const bedspaceId of bedspaceIds) await releaseLapsed(trx, bedspaceId, now)
    const claims = await looseClaims(trx, bedspaceIds, now)
    const laidOut = packClaims(bedspaceIds, [...claims, { id: WANTED, bedspaceId: null, ...days }])
    if (laidOut === null) return null
    const moves = claims.flatMap(({ id, bedspaceId }) => moveOf(id, bedspaceId, laidOut.get(id)))
    const moved = await unlessTaken(trx, () => moveClaims(trx, moves))
    if (moved) return laidOut.get(WANTED) ?? null
  }
  return null
}

/** Whether `makeRoom` would find a bedspace for these days, once some claims are gone: nothing is moved. */
export async function hasRoom(
  trx: Transaction<DB>,
  bedspaceIds: readonly string[],
  days: { from: Day; until: Day | null },
  but: readonly string[],
  now: Date,
): Promise<boolean> {
  const claims = (await looseClaims(trx, bedspaceIds, now)).filter(({ id }) => !but.includes(id))
  return packClaims(bedspaceIds, [...claims, { id: WANTED, bedspaceId: null, ...days }]) !== null
}

/**
 * Moves what claims one unnamed bedspace to others that are alike. False where it does not fit on them, or somebody claimed one of
 * those days in the meantime.
 */
export async function emptyOne(
  trx: Transaction<DB>,
  bedspaceId: string,
  others: readonly string[],
  now: Date,
): Promise<boolean> {
  if (others.length === 0) return false
  for (const id of others) await releaseLapsed(trx, id, now)
  const claims = await looseClaims(trx, [bedspaceId, ...others], now)
  const laidOut = packClaims(others, claims)
  if (laidOut === null) return false
  return unlessTaken(trx, () =>
    moveClaims(
      trx,
      claims.flatMap(claim => moveOf(claim.id, claim.bedspaceId, laidOut.get(claim.id))),
    ),
  )
}

interface Move {
  id: string
  to: string
}

function moveOf(id: string, from: string | null, to: string | undefined): Move[] {
  return to === undefined || to === from ? [] : [{ id, to }]
}

/** Every claim by its days; a stay that was to end by now and has not is there until its departure is recorded. */
async function looseClaims(
  trx: Transaction<DB>,
  bedspaceIds: readonly string[],
  now: Date,
): Promise<LooseClaim[]> {
  const days = sql`case when ${isNotGone(now)} then claimed else during end`
  return trx
    .selectFrom('bedspaceClaim')
    .select([
      'id',
      'bedspaceId',
      sql<Day>`lower(${days})`.as('from'),
      sql<Day | null>`upper(${days})`.as('until'),
    ])
    .where('bedspaceId', 'in', [...bedspaceIds])
    .where('active', '=', true)
    .where(where => where.or([where('lapsesAt', 'is', null), where('lapsesAt', '>', now)]))
    .where(sql<boolean>`(upper_inf(claimed) or upper(claimed) > ${londonDay(now)}::date)`)
    .execute()
}

/**
 * All lifted before the first is laid down again, or two would meet on the way. One freed in the meantime stays free. Most are
 * other people's, whom nobody here may know: the database moves them, and can do nothing else.
 */
async function moveClaims(trx: Transaction<DB>, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  await sql`select lay_out_claims(${JSON.stringify(moves)})`.execute(trx)
}
