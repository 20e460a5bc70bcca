import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { findSetting, type SettingValue } from './settings'

/** Every row that was ever set, those struck among them, the latest day first. */
export async function readSettings(db: Kysely<DB>, viewer: SignedInViewer): Promise<SettingValue[]> {
  const rows = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('settingValue as v')
      .innerJoin('person as setter', 'setter.id', 'v.setBy')
      .leftJoin('person as striker', 'striker.id', 'v.struckBy')
      .select(['v.id', 'v.setting', 'v.value', 'v.validFrom', 'v.why', 'v.setAt', 'v.struckAt'])
      .select(['setter.name as setBy', 'striker.name as struckBy'])
      .orderBy('v.validFrom', 'desc')
      .orderBy('v.setAt', 'desc')
      .execute(),
  )
  return rows.flatMap(row => {
    const setting = findSetting(row.setting)
    return setting ? [{ ...row, setting }] : []
  })
}

/** Every row that stands, in a running transaction of whoever works something out. */
export async function standingSettings(
  trx: Transaction<DB>,
): Promise<Pick<SettingValue, 'setting' | 'value' | 'validFrom' | 'struckAt'>[]> {
  const rows = await trx
    .selectFrom('settingValue')
    .select(['setting', 'value', 'validFrom', 'struckAt'])
    .where('struckAt', 'is', null)
    .execute()
  return rows.flatMap(row => {
    const setting = findSetting(row.setting)
    return setting ? [{ ...row, setting }] : []
  })
}
