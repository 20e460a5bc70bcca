import { type Insertable, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { recordAudit } from '../../audit/record-audit.server'
import { endSession, openSession } from '../session.server'
import { type FactorContext, type FactorOwner, oweNews } from './factor-context.server'
import { codesLeft, replaceCodes } from './recovery-codes.server'

export interface Kept {
  ok: true
  /** Ten recovery codes, with the first factor; null where there are some. */
  codes: string[] | null
  /** The token of the session that is whole now, where it was half; null where it stays. */
  token: string | null
}

type FactorRow = Omit<Insertable<DB['secondFactor']>, 'personId' | 'createdAt'>

/**
 * Keeps a factor that was shown to work, inside `asSignInOf` its person. With the first come recovery codes, and the half session it was
 * set up in becomes a whole one, with a new token. 'already': the same was kept before, by this form; 'has_one': somebody else who
 * knows the password was first, and is to be asked for; 'over': the half session was ended meanwhile.
 */
export async function keepFactor(
  trx: Transaction<DB>,
  app: FactorContext,
  owner: FactorOwner,
  row: FactorRow,
): Promise<Kept | { ok: false; reason: 'already' | 'has_one' | 'over' }> {
  const { personId } = owner.viewer
  const now = app.clock()
  await lockFactors(trx, personId)
  if (owner.isHalf && (await hasFactor(trx, personId))) return { ok: false, reason: 'has_one' }
  const token = owner.isHalf ? await makeWhole(trx, owner, now) : null
  if (owner.isHalf && token === null) return { ok: false, reason: 'over' }
  const added = await trx
    .insertInto('secondFactor')
    .values({ ...row, personId, createdAt: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return { ok: false, reason: 'already' }
  const { kind } = row
  const act = { subjectKind: 'person', subjectId: personId, detail: { kind } } as const
  await recordAudit(trx, owner.viewer, { action: 'second-factor.add', ...act })
  await oweNews(trx, app.jobs, personId, 'added')
  const codes = (await codesLeft(trx, personId)) === null ? await replaceCodes(trx, app, personId) : null
  return { ok: true, codes, token }
}

/** Ends a half session and opens a whole one in its place. @returns its token; null where it was ended meanwhile, by whomever */
export async function makeWhole(
  trx: Transaction<DB>,
  { viewer, sessionId, browser }: Omit<FactorOwner, 'isHalf'>,
  now: Date,
): Promise<string | null> {
  if (!(await endSession(trx, sessionId, now))) return null
  const opening = { membershipId: viewer.membershipId, browser, secondFactor: 'given' } as const
  const { token } = await openSession(trx, opening, now)
  return token
}

/** Until this transaction ends, nobody else adds or removes a factor of this person. */
export async function lockFactors(trx: Transaction<DB>, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}::text, 68))`.execute(trx)
}

async function hasFactor(trx: Transaction<DB>, personId: string): Promise<boolean> {
  const found = await trx
    .selectFrom('secondFactor')
    .select('id')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}
