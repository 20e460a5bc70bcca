import { createHmac } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { networkOf } from './network'

interface Limit {
  name: string
  /** Tries in one window; the next is refused. */
  tries: number
  windowMinutes: number
}

/**
 * A typing person meets the first; the second slows a guesser with many addresses, wide enough that nobody is
 * locked out by another's malice for long; the third one with many accounts, wide enough for a prison behind one address.
 */
const LIMITS = {
  accountFromAddress: { name: 'account-from-address', tries: 10, windowMinutes: 15 },
  account: { name: 'account', tries: 50, windowMinutes: 15 },
  address: { name: 'address', tries: 200, windowMinutes: 15 },
  /** Whoever meets it knows the password: nobody else is locked out by it. */
  secondFactor: { name: 'second-factor', tries: 10, windowMinutes: 15 },
} as const satisfies Record<string, Limit>

type KeyedLimit = Limit & { key: string }

export interface SignInAttempt {
  /** What is tried, where it is not signing in: counted apart, so that asking for a link locks nobody out. */
  what?: 'reset-password' | 'change-password' | 'apply'
  email: string
  /** The client's network address. */
  address: string
}

/** Counts one try to sign in and says whether it is one too many. */
export function countTry(
  trx: Transaction<DB>,
  secret: Buffer,
  attempt: SignInAttempt,
  now: Date,
): Promise<'within' | 'beyond'> {
  return countAgainst(trx, keyedLimits(secret, attempt), now)
}

/** Counts one try at a person's second factor and says whether it is one too many. */
export function countFactorTry(
  trx: Transaction<DB>,
  secret: Buffer,
  personId: string,
  now: Date,
): Promise<'within' | 'beyond'> {
  return countAgainst(trx, [factorLimit(secret, personId)], now)
}

/** Starts the count of a person's tries again: one was right. */
export async function forgiveFactorTries(
  trx: Transaction<DB>,
  secret: Buffer,
  personId: string,
): Promise<void> {
  await trx.deleteFrom('throttle').where('key', '=', factorLimit(secret, personId).key).execute()
}

/**
 * The counting row is locked until the transaction ends, so tries at the same moment are counted one by one.
 *
 * Our own few lines, not rate-limiter-flexible: that one queries outside our transaction, as whatever role the pool
 * has, and reads the machine's clock.
 */
async function countAgainst(
  trx: Transaction<DB>,
  limits: readonly KeyedLimit[],
  now: Date,
): Promise<'within' | 'beyond'> {
  const at = now.getTime()
  await trx
    .deleteFrom('throttle')
    .where(sql<boolean>`expire <= ${at}`)
    .execute()
  const { rows } = await sql<{ key: string; points: number }>`
    insert into throttle (key, points, expire)
    values ${sql.join(limits.map(limit => sql`(${limit.key}, 1, ${at + limit.windowMinutes * 60_000})`))}
    on conflict (key) do update set points = throttle.points + 1
    returning key, points`.execute(trx)
  const pointsOf = new Map(rows.map(row => [row.key, row.points]))
  return limits.every(limit => (pointsOf.get(limit.key) ?? 0) <= limit.tries) ? 'within' : 'beyond'
}

/** Takes a try back that succeeded: it counts against nobody, and the person's own count starts again. */
export async function forgiveTry(
  trx: Transaction<DB>,
  secret: Buffer,
  attempt: SignInAttempt,
): Promise<void> {
  const [own, ...others] = keyedLimits(secret, attempt).sort((a, b) => a.tries - b.tries)
  if (own) await trx.deleteFrom('throttle').where('key', '=', own.key).execute()
  await trx
    .updateTable('throttle')
    .set({ points: sql<number>`greatest(points - 1, 0)` })
    .where(
      'key',
      'in',
      others.map(limit => limit.key),
    )
    .execute()
}

/** In the order of their keys: two transactions that lock the same rows lock them in the same order. */
function keyedLimits(secret: Buffer, { what, email, address }: SignInAttempt): KeyedLimit[] {
  const account = email.trim().toLowerCase()
  const network = networkOf(address)
  const keyOf = ({ name }: Limit, ...parts: string[]) =>
    keyFor(secret, ...(what ? [what] : []), name, ...parts)
  return [
    { ...LIMITS.accountFromAddress, key: keyOf(LIMITS.accountFromAddress, account, network) },
    { ...LIMITS.account, key: keyOf(LIMITS.account, account) },
    { ...LIMITS.address, key: keyOf(LIMITS.address, network) },
  ].sort((a, b) => (a.key < b.key ? -1 : 1))
}

function factorLimit(secret: Buffer, personId: string): KeyedLimit {
  return { ...LIMITS.secondFactor, key: keyFor(secret, LIMITS.secondFactor.name, personId) }
}

function keyFor(secret: Buffer, ...parts: string[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')
}
