import { type Kysely, sql, type Transaction } from 'kysely'
import { createDatabase } from '@db/connection'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '~/domain/audit/record-audit.server'
import { addDays, londonDay } from '~/domain/time/calendar'
import { claimBedspace, daysBetween, type NewClaim } from '~/domain/vacancy/claims/claim-bedspace.server'
import type { TestDatabase } from '@tests/support/database'
import { atLeast, type Figure } from './figure'
import { alternate, median, medianRatio } from './measure'
import type { ReadyToOffer } from './referrals-ready'

interface Wanted {
  provider: SignedInViewer
  bedspaceId: string
}

type Claiming = (trx: Transaction<DB>, claim: NewClaim) => Promise<boolean>

const CLIENTS = 16
/** So many want the same days of the same bedspace: one is told yes. */
const RIVALS = 8
const OFFERS_A_ROUND = 480

/**
 * Everybody wants the one bedspace, each eight the same days: how many are answered a second when the constraint decides,
 * and when each locks the bedspace, looks, and then inserts. All else is the same: who asks, the audit, the commit.
 */
export async function benchContention(database: TestDatabase, ready: ReadyToOffer): Promise<Figure> {
  const db = createDatabase(database.urls.app, {
    max: CLIENTS,
    statementTimeoutMs: 20_000,
    connectTimeoutMs: 20_000,
  })
  const wanted = { provider: ready.provider, bedspaceId: await anotherBedspace(database, ready.bedspaceId) }
  let used = 0
  const round = async (claiming: Claiming) => {
    const firstWindow = used
    used += OFFERS_A_ROUND / RIVALS
    return offersPerSecond(db, wanted, claiming, firstWindow)
  }
  try {
    const compared = await alternate(
      () => round(byConstraint),
      () => round(byLock),
    )
    const [ours, theirs] = [median(compared.a), median(compared.b)].map(each => each.toFixed(0))
    const note = `constraint ${ours}/s, SELECT … FOR UPDATE ${theirs}/s, ${CLIENTS} at once, 1 in ${RIVALS} told yes`
    const value = medianRatio(compared, perSecond => perSecond)
    return { id: 'offers-contended', value, bar: atLeast(1.5), note }
  } finally {
    await db.destroy()
  }
}

const byConstraint: Claiming = async (trx, claim) => (await claimBedspace(trx, claim, new Date())).ok

const byLock: Claiming = async (trx, claim) => {
  await trx.selectFrom('bedspace').select('id').where('id', '=', claim.bedspaceId).forUpdate().execute()
  const taken = await trx
    .selectFrom('bedspaceClaim')
    .select(sql<string | null>`max(upper(during))`.as('until'))
    .where('bedspaceId', '=', claim.bedspaceId)
    .where('active', '=', true)
    .where(sql<boolean>`during && ${daysBetween(claim)}::daterange`)
    .executeTakeFirstOrThrow()
  if (taken.until !== null) return false
  const { bedspaceId, kind } = claim
  await trx
    .insertInto('bedspaceClaim')
    .values({ id: newId(), bedspaceId, kind, during: daysBetween(claim) })
    .execute()
  return true
}

async function offersPerSecond(
  db: Kysely<DB>,
  { provider, bedspaceId }: Wanted,
  claiming: Claiming,
  firstWindow: number,
): Promise<number> {
  const today = londonDay(new Date())
  let next = 0
  let won = 0
  async function client(): Promise<void> {
    while (next < OFFERS_A_ROUND) {
      const from = addDays(today, (firstWindow + Math.floor(next / RIVALS)) * 10)
      next += 1
      if (await attempt(db, provider, claiming, { bedspaceId, kind: 'hold', from, until: addDays(from, 9) }))
        won += 1
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const seconds = (performance.now() - startedAt) / 1000
  if (won !== OFFERS_A_ROUND / RIVALS) throw new Error(`${won} were told yes, not ${OFFERS_A_ROUND / RIVALS}`)
  return OFFERS_A_ROUND / seconds
}

/** One that nothing is booked on, beside the one given. */
async function anotherBedspace({ owner }: TestDatabase, beside: string): Promise<string> {
  const id = newId()
  const { serviceId, type } = await owner
    .selectFrom('bedspace')
    .select(['serviceId', 'type'])
    .where('id', '=', beside)
    .executeTakeFirstOrThrow()
  await owner.insertInto('bedspace').values({ id, serviceId, name: 'Room of the benchmark', type }).execute()
  return id
}

function attempt(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  claiming: Claiming,
  claim: NewClaim,
): Promise<boolean> {
  return asViewer(db, viewer, async trx => {
    const ok = await claiming(trx, claim)
    await recordAudit(trx, viewer, {
      action: 'bench.claim',
      subjectKind: 'service',
      subjectId: claim.bedspaceId,
    })
    return ok
  })
}
