import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSignInOf } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { FactorContext, FactorOwner } from './factor-context.server'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-code'

/** Ten new codes in place of those there were, which are good for nothing from now on. They are told here, and never again. */
export function renewRecoveryCodes(app: FactorContext, { viewer }: FactorOwner): Promise<string[]> {
  return asSignInOf(app.db, viewer.personId, async trx => {
    const codes = await replaceCodes(trx, app, viewer.personId)
    await recordAudit(trx, viewer, {
      action: 'recovery-codes.renew',
      subjectKind: 'person',
      subjectId: viewer.personId,
    })
    return codes
  })
}

/** The same, inside the transaction of a person's first factor. */
export async function replaceCodes(
  trx: Transaction<DB>,
  { clock, secrets }: Pick<FactorContext, 'clock' | 'secrets'>,
  personId: string,
): Promise<string[]> {
  const codes = newRecoveryCodes()
  const createdAt = clock()
  const rows = codes.map(code => ({
    personId,
    hash: recoveryCodeHash(secrets.recoveryCode, code),
    createdAt,
  }))
  await trx.deleteFrom('recoveryCode').where('personId', '=', personId).execute()
  await trx.insertInto('recoveryCode').values(rows).execute()
  return codes
}

/** Takes a code that was not used before; 'used' for one that was, or was used at this very moment. */
export async function takeRecoveryCode(
  trx: Transaction<DB>,
  { clock, secrets }: Pick<FactorContext, 'clock' | 'secrets'>,
  personId: string,
  typed: string,
): Promise<'right' | 'wrong' | 'used'> {
  const hash = recoveryCodeHash(secrets.recoveryCode, typed)
  const taken = await trx
    .updateTable('recoveryCode')
    .set({ usedAt: clock() })
    .where('personId', '=', personId)
    .where('hash', '=', hash)
    .where('usedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst()
  if (taken) return 'right'
  const known = await trx
    .selectFrom('recoveryCode')
    .select('personId')
    .where('personId', '=', personId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return known ? 'used' : 'wrong'
}

/** How many codes are left that were not used, and when they were made; null where there never were any. */
export async function codesLeft(
  trx: Transaction<DB>,
  personId: string,
): Promise<{ unused: number; createdAt: Date } | null> {
  const rows = await trx
    .selectFrom('recoveryCode')
    .select(['createdAt', 'usedAt'])
    .where('personId', '=', personId)
    .execute()
  const [first] = rows
  return first ? { unused: rows.filter(row => row.usedAt === null).length, createdAt: first.createdAt } : null
}
