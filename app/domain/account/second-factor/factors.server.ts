import { asSignInOf } from '@db/viewer-transaction'
import type { Factor, FactorKind } from './factor'
import type { FactorContext } from './factor-context.server'
import { codesLeft } from './recovery-codes.server'

export interface OwnFactors {
  factors: Factor[]
  /** Null where no recovery codes were ever made. */
  codes: { unused: number; createdAt: Date } | null
}

/** A person's own factors, the oldest first, and what is left of the recovery codes. */
export function ownFactors({ db }: Pick<FactorContext, 'db'>, personId: string): Promise<OwnFactors> {
  return asSignInOf(db, personId, async trx => {
    const rows = await trx
      .selectFrom('secondFactor')
      .select(['id', 'kind', 'name', 'createdAt', 'lastUsedAt'])
      .where('personId', '=', personId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute()
    // The check of the column admits these two alone.
    const factors = rows.map(row => ({ ...row, kind: row.kind as FactorKind }))
    return { factors, codes: await codesLeft(trx, personId) }
  })
}
