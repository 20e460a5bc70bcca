import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { Day } from '../time/calendar'
import { goingFrom } from './going.server'
import { standingSettings } from './read-settings.server'
import { type Going, makesGo, type SettingCode, settingOn } from './settings'

/** 'taken': another stands from that day. 'struck': somebody struck it already. 'going': so many would go the night after it holds, and nobody was sure of that. */
export type SettingResult =
  | { ok: true }
  | { ok: false; reason: 'not_allowed' | 'not_found' | 'taken' | 'struck' | 'different' }
  | { ok: false; reason: 'going'; going: Going[] }

export type StrikeResult = Exclude<SettingResult, { reason: 'going' }>

interface NewSetting {
  value: number
  validFrom: Day
  why: string
}

interface SettingAsked extends NewSetting {
  setting: SettingCode
  /** It was said how many go, and whoever sets it is sure. */
  isSure?: boolean
}

/**
 * Adds a dated row; nothing that was is written over. For administrators, who are asked to be sure where something would be kept for a
 * shorter time and goes the night after that holds: it cannot be brought back.
 */
export function setSetting(
  app: DomainContext,
  viewer: SignedInViewer,
  { setting, isSure = false, ...fields }: SettingAsked,
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
    const going = isSure ? [] : await goingIfShorter(trx, setting, fields)
    if (going.length > 0) return { ok: false, reason: 'going', going }
    const id = newId()
    await trx
      .insertInto('settingValue')
      .values({ id, setting, ...fields, setBy: viewer.personId, setAt: now })
      .execute()
    return noted(trx, viewer, 'setting.set', id)
  })
}

async function goingIfShorter(
  trx: Transaction<DB>,
  setting: SettingCode,
  { value, validFrom }: NewSetting,
): Promise<Going[]> {
  const before = settingOn(await standingSettings(trx), setting, validFrom)
  return makesGo(setting) && value < before ? goingFrom(trx, { setting, value, before, validFrom }) : []
}

/** Strikes a row that was wrong: what held before it holds again. */
export function strikeSetting(
  app: DomainContext,
  viewer: SignedInViewer,
  { id, setting }: { id: string; setting: SettingCode },
  request: FormRequest,
): Promise<StrikeResult> {
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

async function act<Result extends SettingResult>(
  app: DomainContext,
  viewer: SignedInViewer,
  request: FormRequest,
  run: (trx: Transaction<DB>, now: Date) => Promise<Result>,
): Promise<Result | StrikeResult> {
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
