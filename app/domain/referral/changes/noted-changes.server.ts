import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import type { Criterion } from '../../eligibility/decision'
import { type FactField, PersonFacts } from '../../eligibility/facts'
import type { Side } from '../referral'
import type { NotedChange, NotedDetail } from './standing-changes'

const tier = z.union([z.literal(1), z.literal(2), z.literal(3)])
const answer = z.object({
  outcome: z.enum(['not_applicable', 'eligible', 'not_eligible', 'discuss']),
  known: z.string().nullable(),
  reason: z.string().nullable(),
})
const detailRow = z.object({
  changeId: z.string(),
  criterion: z.custom<Criterion | 'overall'>(value => typeof value === 'string'),
  title: z.string(),
  tier,
  silent: z.boolean(),
  before: answer,
  after: answer,
  madeFrom: z.object({ cause: z.enum(['fact', 'date', 'policy']) }),
})

/** What was noted of some referrals, each the oldest first, as far as the row policies let the viewer see it. */
export async function notedChanges(
  trx: Transaction<DB>,
  referralIds: readonly string[],
): Promise<(referralId: string) => NotedChange[]> {
  if (referralIds.length === 0) return () => []
  const rows = await trx
    .selectFrom('referralChange')
    .select(['id', 'referralId', 'changedAt', 'told', 'passedOn', 'tier'])
    .select(['historyId', 'referrerReadAt', 'providerReadAt', 'settledAt'])
    .where('referralId', 'in', [...referralIds])
    .orderBy('sequence')
    .execute()
  const details = rows.length === 0 ? [] : await detailsOf(trx, referralIds)
  const facts = rows.length === 0 ? [] : await factsOf(trx, referralIds)
  const noted = rows.map(({ referralId, ...row }) => ({
    referralId,
    change: {
      ...row,
      changedFacts: facts
        .filter(each => each.changeId === row.id)
        .flatMap(({ fact }) => (isFactField(fact) ? [fact] : [])),
      tier: tier.parse(row.tier),
      details: details.filter(each => each.changeId === row.id),
    },
  }))
  return id => noted.filter(({ referralId }) => referralId === id).map(({ change }) => change)
}

/** Notes that a side has read what changed in a referral, all that it can see. */
export async function markChangesRead(
  trx: Transaction<DB>,
  referralId: string,
  side: Side,
  now: Date,
): Promise<void> {
  const column = side === 'referrer' ? 'referrerReadAt' : 'providerReadAt'
  await trx
    .updateTable('referralChange')
    .set({ [column]: now })
    .where('referralId', '=', referralId)
    .where(column, 'is', null)
    .execute()
}

/** True while a side has not said that it has read what changed. */
export async function hasUnreadChanges(
  trx: Transaction<DB>,
  referralId: string,
  side: Side,
): Promise<boolean> {
  const unread = await trx
    .selectFrom('referralChange')
    .select('id')
    .where('referralId', '=', referralId)
    .where(side === 'referrer' ? 'referrerReadAt' : 'providerReadAt', 'is', null)
    .where('settledAt', 'is', null)
    .executeTakeFirst()
  return unread !== undefined
}

async function detailsOf(
  trx: Transaction<DB>,
  referralIds: readonly string[],
): Promise<(NotedDetail & { changeId: string })[]> {
  const rows = await trx
    .selectFrom('referralChangeDetail')
    .select(['changeId', 'criterion', 'title', 'tier', 'silent', 'before', 'after', 'madeFrom'])
    .where('referralId', 'in', [...referralIds])
    .execute()
  return z
    .array(detailRow)
    .parse(rows)
    .map(({ madeFrom, ...detail }) => ({ ...detail, cause: madeFrom.cause }))
}

function factsOf(trx: Transaction<DB>, referralIds: readonly string[]) {
  return trx
    .selectFrom('referralChangeFact')
    .select(['changeId', 'fact'])
    .where('referralId', 'in', [...referralIds])
    .execute()
}

function isFactField(code: string): code is FactField {
  return code in PersonFacts.shape
}
