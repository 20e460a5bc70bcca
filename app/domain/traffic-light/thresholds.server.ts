import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { findIndicator } from './indicator'
import type { Threshold } from './threshold'

/** Every threshold that was ever set, those struck among them, the latest day first; none for who may not read the register. */
export async function readThresholds(db: Kysely<DB>, viewer: SignedInViewer): Promise<Threshold[]> {
  const rows = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('indicatorThreshold as t')
      .leftJoin('person as setter', 'setter.id', 't.setBy')
      .leftJoin('person as striker', 'striker.id', 't.struckBy')
      .leftJoin('person as redactor', 'redactor.id', 't.whyStruckBy')
      .select(['t.id', 't.indicator', 't.green', 't.amber', 't.validFrom', 't.why', 't.setAt', 't.corrects'])
      .select(['t.struckAt', 't.whyStruckAt', 'setter.name as setBy', 'striker.name as struckBy'])
      .select('redactor.name as whyStruckBy')
      .orderBy('t.validFrom', 'desc')
      .orderBy('t.setAt', 'desc')
      .execute(),
  )
  return rows.flatMap(row => {
    const indicator = findIndicator(row.indicator)
    return indicator ? [{ ...row, indicator: indicator.code }] : []
  })
}

/** Whether a viewer sets thresholds: an administrator, or a commissioner of the region, not of one authority. */
export async function maySetThresholds(db: Kysely<DB>, viewer: SignedInViewer): Promise<boolean> {
  return asViewer(db, viewer, mayHere)
}

/** The same, inside a viewer's transaction; the policies of the table ask the same function. */
export async function mayHere(trx: Transaction<DB>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_set_thresholds() as may`.execute(trx)
  return rows[0]?.may === true
}
