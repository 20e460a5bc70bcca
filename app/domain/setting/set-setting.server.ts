import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { Day } from '../time/calendar'
import type { SettingCode } from './settings'

/** 'taken': another stands from that day. 'struck': somebody struck it already. */
export type SettingResult =
  { ok: true } | { ok: false; reason: 'not_allowed' | 'not_found' | 'taken' | 'struck' | 'different' }

export interface NewSetting {
  value: number
  validFrom: Day
  why: string
}

/** Adds a dated row; nothing that was is written over. For administrators. */
export function setSetting(
  app: DomainContext,
  viewer: SignedInViewer,
  { setting, ...fields }: NewSetting & { setting: SettingCode },
  request: FormRequest,
): Promise<SettingResult> {
  return act(app, viewer, request, async (trx, now) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`setting ${setting}`}, 0))`.execute(trx)
    const taken = await trx
      .selectFrom('settingValue')
      .select('id')
      .where('setting', '=', setting)
      .where('validFrom', '=', fields.validFrom)
      .where('struckAt', 'is', null)
      .executeTakeFirst()
    if (taken) return { ok: false, reason: 'taken' }
    const id = newId()
    await trx
      .insertInto('settingValue')
      .values({ id, setting, ...fields, setBy: viewer.personId, setAt: now })
      .execute()
    return noted(trx, viewer, 'setting.set', id)
  })
}

/** Strikes a row that was wrong: what held before it holds again. */
export function strikeSetting(
  app: DomainContext,
  viewer: SignedInViewer,
  { id, setting }: { id: string; setting: SettingCode },
  request: FormRequest,
): Promise<SettingResult> {
  return act(app, viewer, request, async (trx, now) => {
    const found = await trx
      .selectFrom('settingValue')
      .select('id')
      .where('id', '=', id)
      .where('setting', '=', setting)
      .executeTakeFirst()
    if (!found) return { ok: false, reason: 'not_found' }
    const { numUpdatedRows } = await trx
      .updateTable('settingValue')
      .set({ struckBy: viewer.personId, struckAt: now })
      .where('id', '=', id)
      .where('struckAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return { ok: false, reason: 'struck' }
    return noted(trx, viewer, 'setting.strike', id)
  })
}

async function act(
  app: DomainContext,
  viewer: SignedInViewer,
  request: FormRequest,
  run: (trx: Transaction<DB>, now: Date) => Promise<SettingResult>,
): Promise<SettingResult> {
  if (viewer.role !== 'administrator') return { ok: false, reason: 'not_allowed' }
  return asViewer(app.db, viewer, async trx => {
    const result = await once(trx, viewer, request, () => run(trx, app.clock()))
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}

async function noted(trx: Transaction<DB>, viewer: SignedInViewer, action: string, subjectId: string) {
  await recordAudit(trx, viewer, { action, subjectKind: 'setting', subjectId })
  return { ok: true } as const
}
