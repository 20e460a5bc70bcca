import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '../../../context'
import { isNotGone } from '../../../vacancy/claims/claim-bedspace.server'
import { LIFECYCLE } from '../../lifecycle'
import { goesOn } from './act.server'

const AT_ONCE = 500

/**
 * Sends what was promised behind a stay that should have ended, and has not, to be reconfirmed: each in its own transaction. For the
 * worker (`app.db` is its pool); may run twice, or beside itself. Returns how many were sent.
 */
export async function staysNotGone(app: DomainContext): Promise<number> {
  let sent = 0
  for (const promised of await promisedBehind(app.db, app.clock())) {
    const result = await asWorker(app.db, trx => goesOn(app, trx, null, promised))
    if (result.ok) sent += 1
  }
  return sent
}

/** The first referral behind each such stay, as long as nothing is decided about it. */
async function promisedBehind(db: Kysely<DB>, now: Date): Promise<{ referralId: string; caseId: string }[]> {
  const states = LIFECYCLE.filter(row => row.event === 'stay_goes_on').map(row => row.from)
  return asWorker(db, async trx => {
    const { rows } = await sql<{ referralId: string; caseId: string }>`
      select link.referral_id, link.case_id
      from (select bedspace_id, during from bedspace_claim
            where kind = 'occupied' and active and ${isNotGone(now)}) stay
      cross join lateral (
        select id, kind, lapses_at from bedspace_claim behind
        where behind.bedspace_id = stay.bedspace_id and behind.active and behind.during > stay.during
          and (behind.lapses_at is null or behind.lapses_at > ${now})
        order by behind.during limit 1) promised
      join referral_claim link on link.claim_id = promised.id
      join referral on referral.id = link.referral_id
      where promised.kind = 'hold' and referral.state in (${sql.join(states)})
      limit ${AT_ONCE}`.execute(trx)
    return rows
  })
}
