import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import { retain, type Retained } from '~/domain/retention/retain.server'
import { drawEpisodes } from '~/domain/unmet-need/drawing/draw-episodes.server'
import { drawParents } from '~/domain/unmet-need/drawing/draw-parents.server'
import type { Clock } from '../clock'
import { tidy } from './tidy'

/** What was done to a restored database before anybody signs in. */
export interface MadeReady {
  sessions: number
  /** Invitations, and links to a new password or address or to confirm what grew old, that waited in it. */
  links: number
  /** People whose recovery codes are good for nothing any more. */
  codes: number
  deleted: Retained
}

/**
 * A backup holds what was deleted since, and sessions, links and recovery codes that ended or were used since. So every session, every link that waits and
 * every recovery code ends that the restore left, and all that was kept long enough goes, before anybody signs in. May run twice, until
 * somebody has signed in.
 * @param workerDb the worker's pool, on the restored database
 * @param onFailure told of a case that could not be deleted
 */
export async function makeReady(
  workerDb: Kysely<DB>,
  clock: Clock,
  onFailure: (error: unknown, caseId: string) => void,
): Promise<MadeReady> {
  const ended = await asWorker(workerDb, trx => trx.deleteFrom('session').executeTakeFirst())
  const links = await asWorker(workerDb, trx =>
    sql<{ ended: number }>`select end_waiting_links() as ended`.execute(trx),
  )
  const codes = await asWorker(workerDb, trx =>
    sql<{ people: number }>`select void_recovery_codes() as people`.execute(trx),
  )
  await tidy(workerDb, clock())
  // As in a night: figures are drawn from what goes before it goes.
  await drawEpisodes(workerDb, clock())
  await drawParents(workerDb, clock())
  const deleted = await retainAll(workerDb, clock, onFailure)
  return {
    sessions: Number(ended.numDeletedRows),
    links: links.rows[0]?.ended ?? 0,
    codes: codes.rows[0]?.people ?? 0,
    deleted,
  }
}

/** A night deletes so many at most; many nights may have passed. */
async function retainAll(
  db: Kysely<DB>,
  clock: Clock,
  onFailure: (error: unknown, caseId: string) => void,
): Promise<Retained> {
  const total: Retained = { cases: 0, referrals: 0, listed: 0, audited: 0, notes: 0 }
  for (;;) {
    const now = await retain({ db, clock }, onFailure)
    for (const kind of Object.keys(total) as (keyof Retained)[]) total[kind] += now[kind]
    if (Object.values(now).every(many => many === 0)) return total
  }
}
